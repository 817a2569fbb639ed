#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace tarazy {
namespace compare_gaps_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

// Every command of the comparison on tables in which some condition does not apply to some cases: each ends, with a
// result or with a message that says what is wrong with the table.

class TablesWithDashes : public testing::TestWithParam<std::uint32_t> {};

std::string table_with_dashes(std::uint32_t seed) {
    const auto below = [&](std::uint32_t most) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 16) % most;
    };
    std::string text = "land,A,B,C,Y,G,V\n";
    for (int i = 0; i < 9; ++i) {
        text += "c" + std::to_string(i);
        for (int c = 0; c < 3; ++c) text += below(4) == 0 ? ",-" : below(2) == 0 ? ",0" : ",1";
        text += below(2) == 0 ? ",0" : ",1";
        text += (i % 2 == 0 ? ",g" : ",h") + std::string(",") + std::to_string(below(100)) + '\n';
    }
    return text;
}

TEST_P(TablesWithDashes, EveryCommandEnds) {
    const Folder folder;
    const std::string file = folder.write("t.csv", table_with_dashes(GetParam()));
    const std::string cells = folder.write("cells.csv", "land,variable,value,confidence,alt\nc0,C,-,low,\n");
    const std::vector<std::vector<std::string>> verbs = {
        {"truth-table"},
        {"minimise", "--models", "irredundant"},
        {"minimise", "--solution", "conservative"},
        {"minimise", "--expect", "A,B", "--exclude", "A*~C"},
        {"contradictions"},
        {"necessity"},
        {"cluster", "--expression", "A", "--cluster", "G", "--unit", "land"},
        {"theory", "--solution", "A*B", "--theory", "A"},
        {"select"},
        {"robustness"},
        {"robustness", "--what", "cells", "--solution", "conservative"},
        {"robustness", "--what", "fit", "--initial", "A", "--tests", "A*B,B"},
        {"robustness", "--what", "sweep", "--points", "30"},
        {"robustness", "--what", "drivers", "--points", "30"},
        {"robustness", "--what", "crossover", "--variable", "V", "--set", "A", "--anchors", "0,50,100"},
        {"robustness", "--what", "fragility", "--cells", cells}};
    for (const std::vector<std::string>& verb : verbs) {
        std::vector<std::string> arguments = {"compare", verb[0],        "--data", file,     "--outcome",
                                              "Y",       "--conditions", "A,B,C",  "--case", "land"};
        arguments.insert(arguments.end(), verb.begin() + 1, verb.end());
        const auto start = std::chrono::steady_clock::now();
        const ProgramRun run = run_program(arguments);
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60)) << verb[0];
        EXPECT_TRUE(run.status == 0 || run.status == 3) << verb[0] << ' ' << run.status << ' ' << run.err;
        EXPECT_EQ(run.status != 0, run.out.empty()) << verb[0];
    }
    const ProgramRun cna = run_program({"compare", "cna", "--data", file, "--case", "land", "--factors", "A,B,C,Y"});
    EXPECT_TRUE(cna.status == 0 || cna.err.find("does not apply") != std::string::npos) << cna.err;
}

INSTANTIATE_TEST_SUITE_P(Seeds, TablesWithDashes, testing::Values(1, 2, 3, 4, 5));

TEST(CompareCells, CasesMayBeNamedInAColumnOfAnyName) {
    const Folder folder;
    const std::string cases = "A,B,Y\nKazakhstan,1,1,1\nUkraine,1,0,1\nIndia,0,1,0\nIsrael,0,-,0\n";
    const std::string file = folder.write("cases.csv", "country," + cases);
    for (const char* name : {"country", "case", "Land"}) {
        const std::string cells =
            folder.write("cells.csv", std::string(name) + ",variable,value,confidence,note\n" +
                                          "Kazakhstan,A,1,low,\nUkraine,A,1,high,ALT 0\nIsrael,B,-,high,\n");
        for (const char* what : {"sweep", "fragility"}) {
            const ProgramRun run =
                run_program({"compare", "robustness", "--data", file, "--case", "country", "--outcome", "Y",
                             "--conditions", "A,B", "--what", what, "--cells", cells, "--solution", "parsimonious"});
            EXPECT_EQ(run.status, 0) << name << run.err;
            EXPECT_NE(run.err.find("2 contestable cells"), std::string::npos) << run.err;
        }
    }
    const std::string wrong = folder.write("cells.csv", "country,variable,value\nIsrael,B,1\n");
    const ProgramRun run = run_program({"compare", "robustness", "--data", file, "--case", "country", "--outcome", "Y",
                                        "--conditions", "A,B", "--what", "sweep", "--cells", wrong});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("'1' is not the value of B in the table of cases, '-', of 'Israel'"), std::string::npos)
        << run.err;
}

TEST(CompareCna, AConstantEffectHasNoFormulaAndItIsSaidWhy) {
    const Folder folder;
    const std::string file = folder.write(
        "f.csv", "case,A,B,Y\na,0.9,0.2,0.9\nb,0.8,0.7,0.8\nc,0.3,0.9,0.9\nd,0.2,0.1,0.6\ne,0.7,0.6,0.7\n");
    for (const char* what : {"csf", "asf", "msc", "all"}) {
        const ProgramRun run = run_program({"compare", "cna", "--data", file, "--factors", "A,B,Y", "--outcomes", "Y",
                                            "--con", "0.8", "--cov", "0.7", "--what", what});
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_EQ(run.out, "kind,outcome,formula,con,cov,complexity\n");
        EXPECT_NE(run.err.find("Y never falls below one half"), std::string::npos) << run.err;
    }
    const ProgramRun others = run_program({"compare", "cna", "--data", file, "--con", "0.7", "--cov", "0.6"});
    EXPECT_EQ(others.out.find('Y'), std::string::npos) << others.out;
}

TEST(CompareCna, ATimeLimitEndsWithStatusFive) {
    const Folder folder;
    std::string text = "case,A,B,C,D,E,F,G,H,I,J,K,L,M,N\n";
    std::uint32_t seed = 5;
    for (int i = 0; i < 60; ++i) {
        text += "c" + std::to_string(i);
        for (int f = 0; f < 14; ++f) {
            seed = seed * 1664525 + 1013904223;
            text += (seed >> 16 & 1U) != 0 ? ",1" : ",0";
        }
        text += '\n';
    }
    const auto start = std::chrono::steady_clock::now();
    const ProgramRun run = run_program({"compare", "cna", "--data", folder.write("f.csv", text), "--con", "0.7",
                                        "--cov", "0.7", "--time-limit", "0.3"});
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
    EXPECT_EQ(run.status, 5) << run.err;
    EXPECT_NE(run.err.find("not every formula is listed"), std::string::npos) << run.err;
}

}  // namespace compare_gaps_test
}  // namespace tarazy
