#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>

namespace tarazy {
namespace compare_minimise_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

/// Crisp cases drawn at random from a fixed seed, `conditions` columns X01, X02, ... and Y.
std::string sparse_table(unsigned conditions, unsigned count, std::uint32_t seed) {
    std::string text = "case";
    const auto name = [](unsigned c) { return std::string(c < 9 ? "X0" : "X") + std::to_string(c + 1); };
    for (unsigned c = 0; c < conditions; ++c) text += ',' + name(c);
    text += ",Y\n";
    for (unsigned i = 0; i < count; ++i) {
        text += 'c' + std::to_string(i + 1);
        for (unsigned c = 0; c <= conditions; ++c) {
            seed = seed * 1664525 + 1013904223;
            text += (seed >> 16 & 1U) != 0 ? ",1" : ",0";
        }
        text += '\n';
    }
    return text;
}

std::string conditions_of(unsigned count) {
    std::string list;
    for (unsigned c = 1; c <= count; ++c)
        list += (list.empty() ? "X" : ",X") + std::string(c < 10 ? "0" : "") + std::to_string(c);
    return list;
}

std::vector<std::string> minimise(const std::string& file, const std::string& conditions,
                                  std::vector<std::string> more) {
    std::vector<std::string> arguments = {"compare",   "minimise", "--data",       file,
                                          "--outcome", "Y",        "--conditions", conditions};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

TEST(CompareMinimise, APositiveRowWithoutAPrimeImplicantIsNamed) {
    const Folder folder;
    const std::string file = folder.write("t.csv", "case,Y,A\na,1,1\nb,1,-\nc,0,0\nd,0,0\n");
    for (const char* models : {"minimum", "irredundant"}) {
        for (const char* solution : {"all", "conservative", "parsimonious", "intermediate"}) {
            const ProgramRun run = run_program(minimise(file, "A", {"--models", models, "--solution", solution}));
            EXPECT_EQ(run.status, 3);
            EXPECT_NE(run.err.find("the row A = - (case 'b') explains Y"), std::string::npos) << run.err;
        }
    }
    for (const char* what : {"ranges", "cells", "sweep"}) {
        const ProgramRun run = run_program({"compare", "robustness", "--data", file, "--outcome", "Y", "--conditions",
                                            "A", "--what", what, "--points", "20"});
        EXPECT_EQ(run.status, 3) << what;
        EXPECT_NE(run.err.find("tells no case apart"), std::string::npos) << run.err;
    }
}

TEST(CompareMinimise, AWideSparseTableIsSolvedAndItsAssumptionsAreCounted) {
    // Twenty cases, a digit a condition, the last one the outcome.
    const std::vector<std::string> rows = {
        "000000101010000001000", "010011011110110010011", "110101101111011001001", "111001001000111100111",
        "111001101100101010001", "000011001101100000010", "100011100101011100010", "011100111111011100110",
        "011011101100001000010", "011011111000111110101", "010110110101100001000", "011111101101110000011",
        "101010010100011010111", "000011110110111001100", "100000000100101111001", "010101100110010101101",
        "000001001101110100101", "001111101000010101101", "101111011000001010110", "010101001010110010110"};
    std::string text = "case," + conditions_of(20) + ",Y\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += 'c' + std::to_string(i + 1);
        for (const char digit : rows[i]) text += std::string(",") + digit;
        text += '\n';
    }
    const Folder folder;
    const ProgramRun run = run_program(
        minimise(folder.write("t.csv", text), conditions_of(20), {"--solution", "parsimonious", "--format", "json"}));
    ASSERT_EQ(run.status, 0) << run.err;
    const nlohmann::json found = nlohmann::json::parse(run.out)["result"]["parsimonious"];
    EXPECT_TRUE(found["complete"].get<bool>());
    EXPECT_EQ(found["n_models"], 4847);
    EXPECT_EQ(found["n_simplifying_assumptions"].size(), 4847U);
    EXPECT_GT(found["n_simplifying_assumptions"]["M1"].get<std::uint64_t>(), 1000U);
    EXPECT_TRUE(found["simplifying_assumption_rows"].is_null());
    EXPECT_EQ(found["why_rows_are_null"],
              "the conditions have 1048576 configurations; rows are listed for up to 1024, with --list-rows for up to "
              "1048576");
    EXPECT_LT(run.out.size(), 5'000'000U);
}

TEST(CompareMinimise, RowsAreListedWhereTheyAreFewOrAskedFor) {
    const Folder folder;
    const std::string small = folder.write("small.csv", sparse_table(10, 20, 5));
    const std::string large = folder.write("large.csv", sparse_table(11, 12, 5));
    const auto parsimonious = [](const ProgramRun& run) {
        EXPECT_EQ(run.status, 0) << run.err;
        return nlohmann::json::parse(run.out)["result"]["parsimonious"];
    };
    const std::vector<std::string> plain = {"--solution", "parsimonious", "--format", "json"};
    std::vector<std::string> listed = plain;
    listed.emplace_back("--list-rows");
    for (const nlohmann::json& found : {parsimonious(run_program(minimise(small, conditions_of(10), plain))),
                                        parsimonious(run_program(minimise(large, conditions_of(11), listed)))}) {
        EXPECT_FALSE(found.contains("why_rows_are_null"));
        for (const auto& [model, rows] : found["simplifying_assumption_rows"].items())
            EXPECT_EQ(rows.size(), found["n_simplifying_assumptions"][model].get<std::size_t>());
    }
    const nlohmann::json counted = parsimonious(run_program(minimise(large, conditions_of(11), plain)));
    const nlohmann::json both = parsimonious(run_program(minimise(large, conditions_of(11), listed)));
    EXPECT_TRUE(counted["simplifying_assumption_rows"].is_null());
    EXPECT_EQ(counted["n_simplifying_assumptions"], both["n_simplifying_assumptions"]);
}

TEST(CompareMinimise, CounterfactualsAreCountedBesideTheirRows) {
    const Folder folder;
    const std::string file = folder.write("t.csv", "case,A,B,C,Y\np,1,1,1,1\nq,0,0,0,0\n");
    const ProgramRun run = run_program(minimise(file, "A,B,C", {"--expect", "A,B"}));
    ASSERT_EQ(run.status, 0) << run.err;
    const nlohmann::json written = nlohmann::json::parse(run.out);
    for (const auto& [label, pair] : written["result"]["intermediate"].items()) {
        EXPECT_EQ(pair["n_easy_counterfactuals"], pair["easy_counterfactual_rows"].size()) << label;
        EXPECT_EQ(pair["n_difficult_counterfactuals"], pair["difficult_counterfactual_rows"].size()) << label;
        EXPECT_EQ(pair["n_easy_counterfactuals"].get<int>() + pair["n_difficult_counterfactuals"].get<int>(), 3);
    }
}

TEST(CompareMinimise, ExcludedRowsWithCasesAreLeftOutWithANote) {
    const Folder folder;
    const std::string file =
        folder.write("esa.csv", "case,A,B,C,Y\np,1,1,1,1\nq,1,1,0,1\nr,1,0,1,1\ns,0,0,1,0\nt,0,1,0,0\nu,0,0,0,0\n");
    for (const char* solution : {"parsimonious", "conservative"}) {
        const ProgramRun run =
            run_program(minimise(file, "A,B,C", {"--solution", solution, "--exclude", "A*~B*C", "--format", "csv"}));
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_NE(run.out.find(std::string(solution) + ",1,A*B,"), std::string::npos) << run.out;
        EXPECT_NE(run.err.find("A = 1, B = 0, C = 1 (case 'r')"), std::string::npos) << run.err;
    }
}

TEST(CompareMinimise, WhereEveryRowIsPositiveTheConservativeSolutionStands) {
    const Folder folder;
    const std::string file = folder.write("p.csv", "case,A,B,Y\np,1,1,1\nq,1,0,1\nr,0,1,1\n");
    const ProgramRun run = run_program(minimise(file, "A,B", {"--format", "csv"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("conservative,1,A + B,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("only the conservative solution has a meaning"), std::string::npos) << run.err;
    const nlohmann::json result = nlohmann::json::parse(run_program(minimise(file, "A,B", {})).out)["result"];
    EXPECT_TRUE(result["parsimonious"].is_null());
    const ProgramRun alone = run_program(minimise(file, "A,B", {"--solution", "parsimonious"}));
    EXPECT_EQ(alone.status, 3);
    EXPECT_NE(alone.err.find("--solution conservative"), std::string::npos) << alone.err;
}

TEST(CompareMinimise, WhenTheTimeIsUpWhatWasFoundIsShownWithStatusFive) {
    const Folder folder;
    const std::string file = folder.write("t.csv", sparse_table(40, 120, 3));
    const auto start = std::chrono::steady_clock::now();
    const ProgramRun run = run_program(
        minimise(file, conditions_of(40), {"--solution", "parsimonious", "--time-limit", "0.2", "--format", "json"}));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
    EXPECT_EQ(run.status, 5) << run.err;
    EXPECT_FALSE(nlohmann::json::parse(run.out)["result"]["parsimonious"]["complete"].get<bool>());
    EXPECT_EQ(run_program(minimise(file, "X01,X02", {"--time-limit", "-1"})).status, 2);
}

TEST(CompareMinimise, TheResultIsTheSameInAFile) {
    const Folder folder;
    const std::string file = folder.write("t.csv", "case,A,B,Y\nАлматы,1,1,1\nb,0,0,0\n");
    const ProgramRun shown = run_program(minimise(file, "A,B", {"--format", "json"}));
    const ProgramRun kept = run_program(minimise(file, "A,B", {"--format", "json", "-o", folder / "out.json"}));
    EXPECT_EQ(kept.status, 0) << kept.err;
    EXPECT_EQ(nlohmann::json::parse(shown.out)["result"],
              nlohmann::json::parse(testing_program::bytes_of(folder / "out.json"))["result"]);
}

}  // namespace compare_minimise_test
}  // namespace tarazy
