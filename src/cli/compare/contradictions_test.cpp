#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace compare_contradictions_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string fuzzy_cases =
    "case,A,B,C,Y\n"
    "p,0.8,0.9,0.7,0.9\n"
    "q,0.9,0.2,0.6,0.55\n"
    "r,0.6,0.3,0.9,0.5\n"
    "s,0.2,0.1,0.3,0.1\n"
    "t,0.3,0.8,0.2,0.2\n";

std::vector<std::string> contradictions(const std::string& file, std::vector<std::string> more) {
    std::vector<std::string> arguments = {"compare", "contradictions", "--data", file,         "--outcome",
                                          "Y",       "--conditions",   "A,B,C",  "--incl-cut", "0.75"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

TEST(CompareContradictions, AreListedAndTheirExpressionMakesThemGo) {
    const Folder folder;
    const std::string file = folder.write("t.csv", fuzzy_cases);
    const ProgramRun run = run_program(contradictions(file, {"--format", "csv"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("kind,row,expression,rows,n,incl,PRI,incl_negated,PRI_negated,cases\n")) << run.out;
    const nlohmann::json result =
        nlohmann::json::parse(run_program(contradictions(file, {"--format", "json"})).out)["result"];
    // The row A*~B*C lies in the outcome and in its absence: each case is in both by one half.
    ASSERT_EQ(result["simultaneous"].size(), 1U) << result;
    EXPECT_EQ(result["simultaneous"][0]["expression"], "A*~B*C");
    EXPECT_EQ(result["simultaneous"][0]["cases"], (nlohmann::json{"q", "r"}));
    EXPECT_EQ(result["n_assumed_for_both"].get<std::size_t>(), result["assumed_for_both"].size());
    const std::string exclude = result["exclude"].get<std::string>();
    EXPECT_NE(run.err.find("--exclude '" + exclude + "'"), std::string::npos) << run.err;
    // Once excluded, neither analysis covers them: nothing is assumed for both any more.
    const nlohmann::json after = nlohmann::json::parse(
        run_program(contradictions(file, {"--format", "json", "--exclude", exclude})).out)["result"];
    EXPECT_EQ(after["n_assumed_for_both"], 0);
}

TEST(CompareContradictions, OfWideTablesAreTermsWithTheNumberOfTheirRows) {
    const Folder folder;
    std::string text = "case", list;
    for (int c = 1; c <= 30; ++c) {
        list += (c > 1 ? ",X" : "X") + std::to_string(c);
        text += ",X" + std::to_string(c);
    }
    text += ",Y\na";
    for (int c = 1; c <= 30; ++c) text += ",1";
    text += ",1\nb";
    for (int c = 1; c <= 30; ++c) text += ",0";
    text += ",0\n";
    const ProgramRun run = run_program({"compare", "contradictions", "--data", folder.write("w.csv", text), "--outcome",
                                        "Y", "--conditions", list, "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    // Y is explained by any one condition, ~Y by the absence of any: Xi*~Xj are a quarter of 2^30 each.
    EXPECT_NE(run.out.find("assumption,,X1*~X2,268435456,0,"), std::string::npos) << run.out.substr(0, 400);
    EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 1 + 30 * 29);
    EXPECT_NE(run.err.find("1073741822 rows assumed for the outcome and for its absence"), std::string::npos)
        << run.err;
}

TEST(CompareContradictions, IntermediateOnesNeedExpectationsOfBoth) {
    const Folder folder;
    const std::string file = folder.write("t.csv", fuzzy_cases);
    EXPECT_EQ(run_program(contradictions(file, {"--solution", "intermediate", "--expect", "A"})).status, 2);
    EXPECT_EQ(
        run_program(contradictions(file, {"--solution", "intermediate", "--expect", "A", "--expect-negated", "~A"}))
            .status,
        0);
}

}  // namespace compare_contradictions_test
}  // namespace tarazy
