#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace tarazy {
namespace compare_robustness_commands_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string nuclear = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/nuclear_reversal_";

std::vector<std::string> robustness(const std::string& what, std::vector<std::string> more,
                                    const std::string& conditions = "ALLY,PRESS,REGIME,OPEN,THREAT") {
    std::vector<std::string> arguments = {
        "compare",  "robustness", "--data", nuclear + "cases.csv", "--outcome", "RENOUNCE", "--conditions",
        conditions, "--incl-cut", "0.8",    "--pri-cut",           "0.5",       "--what",   what};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

const std::vector<std::string> with_cells = {"--cells", nuclear + "cells.csv"};

std::vector<std::string> joined(std::vector<std::string> list, const std::vector<std::string>& more) {
    list.insert(list.end(), more.begin(), more.end());
    return list;
}

TEST(CompareRobustness, SweepIsTheSameAtAnyNumberOfThreads) {
    std::set<std::string> outputs;
    for (const char* threads : {"1", "2", "5"}) {
        const ProgramRun run = run_program(
            robustness("sweep", joined(with_cells, {"--points", "300", "--incl-grid", "0.75,0.85", "--claim",
                                                    "term contains OPEN in every model", "--threads", threads})));
        EXPECT_EQ(run.status, 0) << run.err;
        EXPECT_NE(run.err.find("300 points drawn with replacement"), std::string::npos) << run.err;
        outputs.insert(run.out);
    }
    ASSERT_EQ(outputs.size(), 1U);
    EXPECT_TRUE(outputs.begin()->starts_with(
        "what,solution,text,points,share,as_coded,prime_implicant,every_model\nclaim,conservative,term contains OPEN"));
    const ProgramRun other =
        run_program(robustness("sweep", joined(with_cells, {"--points", "300", "--incl-grid", "0.75,0.85", "--claim",
                                                            "term contains OPEN in every model", "--seed", "2"})));
    EXPECT_NE(*outputs.begin(), other.out);
}

TEST(CompareRobustness, ASmallGridIsSweptWhole) {
    const ProgramRun run = run_program(
        robustness("sweep", {"--incl-grid", "0.8,0.75,0.9", "--n-grid", "2", "--solution", "parsimonious"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("the whole grid of 6 points"), std::string::npos) << run.err;
    EXPECT_NE(run.out.find("claim,parsimonious,models stay,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("model,parsimonious,ALLY*OPEN + ~THREAT,"), std::string::npos) << run.out;
}

TEST(CompareRobustness, SweepTriesCalibrationsOfMeasuredColumns) {
    const ProgramRun run =
        run_program(robustness("sweep", {"--calibration", "OPEN=decision_year:direct:1960,1980,2000", "--calibration",
                                         "OPEN=decision_year:crisp:1960,1980,2000", "--solution", "parsimonious"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("the whole grid of 3 points"), std::string::npos) << run.err;
    for (const char* wrong : {"OPEN", "OPEN=decision_year:1,2,3", "OPEN=decision_year:direct:1,2",
                              "NORM=decision_year:direct:1,2,3", "OPEN=decision_year:sharp:1,2,3"}) {
        EXPECT_EQ(run_program(robustness("sweep", {"--calibration", wrong})).status, 2) << wrong;
    }
}

TEST(CompareRobustness, DriversPutTheCodingsThatMoveAStatementFirst) {
    const ProgramRun run = run_program(
        robustness("drivers", joined(with_cells, {"--points", "500", "--solution", "parsimonious", "--list", "2",
                                                  "--claim", "REGIME + OPEN + ~THREAT is necessary at 0.9"})));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(
        run.out.starts_with("claim,solution,choice,as_coded,other,share_as_coded,share_other,difference\n"
                            "REGIME + OPEN + ~THREAT is necessary at 0.9,,YUG THREAT,0.33,0,"))
        << run.out;
    EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 3);
}

TEST(CompareRobustness, FragilityNamesTheCellsThatOverturnAStatement) {
    const ProgramRun run =
        run_program(robustness("fragility", joined(with_cells, {"--claim", "~THREAT is a term of every model"})));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("~THREAT is a term of every model,parsimonious,1,2,1,DZA,OPEN,0.33,0.67,low,2,2260"),
              std::string::npos)
        << run.out;
    EXPECT_NE(run.err.find("2 sets of 2 of 49 cells overturn it; 2260 recodings tried"), std::string::npos) << run.err;
    const ProgramRun none = run_program(
        robustness("fragility", joined(with_cells, {"--claim", "OPEN is necessary at 0.5", "--max-sets", "100"})));
    EXPECT_EQ(none.status, 0) << none.err;
    EXPECT_NE(none.err.find("none of up to 1 of 49 cells overturns it"), std::string::npos) << none.err;
}

TEST(CompareRobustness, CrossoverMovesOverMeasuredValues) {
    const std::vector<std::string> measured = {"--set",    "LATE",  "--variable", "decision_year",
                                               "--method", "crisp", "--anchors",  "1960,1980.5,2000"};
    const ProgramRun run = run_program(robustness("crossover", measured, "LATE,ALLY,PRESS"));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("solution,above,value,below,above_end,below_end\nparsimonious,"));
    EXPECT_EQ(run_program(robustness("crossover", {}, "LATE,ALLY,PRESS")).status, 2);
    EXPECT_EQ(run_program(robustness("crossover", {"--variable", "OPEN", "--anchors", "0.9,0.5,0.6"})).status, 2);
}

TEST(CompareRobustness, FitRanksTheCaseRatio) {
    const ProgramRun run =
        run_program(robustness("fit", {"--initial", "~THREAT + ALLY*OPEN", "--tests", "~THREAT,~THREAT + OPEN"}));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find(",RCR_rank\n"), std::string::npos) << run.out;
    EXPECT_TRUE(run.out.ends_with(",4\n")) << run.out;
}

TEST(CompareRobustness, WrongInputsAreNamed) {
    const Folder folder;
    EXPECT_EQ(run_program(robustness("fragility", {})).status, 2);
    const ProgramRun statement = run_program(robustness("sweep", {"--claim", "OPEN matters"}));
    EXPECT_EQ(statement.status, 2);
    EXPECT_NE(statement.err.find("claim 'OPEN matters' is not understood; say 'models stay'"), std::string::npos);
    EXPECT_EQ(run_program(robustness("sweep", {"--incl-grid", "1.2"})).status, 2);
    EXPECT_EQ(run_program(robustness("sweep", {"--n-grid", "1.5"})).status, 2);
    EXPECT_EQ(run_program(robustness("ranges", {"--solution", "all"})).status, 2);
    const std::string cells =
        folder.write("cells.csv", "case,variable,value,confidence\nKAZ,ALLY,1,low\nKAZ,OPEN,2,?\n");
    const ProgramRun wrong = run_program(robustness("sweep", {"--cells", cells}));
    EXPECT_EQ(wrong.status, 3);
    EXPECT_NE(wrong.err.find(cells + ":2:3: '1' is not the value of ALLY in the table of cases, '0.67', of 'KAZ'"),
              std::string::npos)
        << wrong.err;
    EXPECT_NE(wrong.err.find(cells + ":3:3: '2' is no value of OPEN"), std::string::npos) << wrong.err;
    const ProgramRun limit =
        run_program(robustness("sweep", joined(with_cells, {"--points", "50", "--max-models", "1"})));
    EXPECT_EQ(limit.status, 5) << limit.err;
}

TEST(CompareMissing, BoundShowsWhatTheExtremesChange) {
    const Folder folder;
    const std::string file = folder.write("d.csv", "case,A,B,Y\np,1,1,1\nq,1,0,1\nr,0,1,0\ns,,0,0\n");
    const std::vector<std::string> rest = {"--data",       file,  "--outcome", "Y",
                                           "--conditions", "A,B", "--missing", "bound"};
    const ProgramRun table = run_program(joined({"compare", "truth-table"}, rest));
    EXPECT_EQ(table.status, 0) << table.err;
    EXPECT_EQ(table.out,
              "row,A,B,OUT,n,incl,PRI,cases,deviant_cases,OUT_lowest,OUT_highest\n"
              "1,0,0,?,0,,,,,0,?\n"
              "2,0,1,0,1,0,0,r,,0,0\n"
              "3,1,0,1,1,1,1,q,,1,0\n"
              "4,1,1,1,1,1,1,p,,1,1\n");
    EXPECT_NE(table.err.find("1 missing cells: at their lowest or highest, 2 of 4 rows are coded differently"),
              std::string::npos)
        << table.err;
    const ProgramRun models = run_program(joined({"compare", "minimise", "--solution", "parsimonious"}, rest));
    EXPECT_EQ(models.status, 0) << models.err;
    const auto bound = nlohmann::json::parse(models.out)["result"]["missing_bound"];
    EXPECT_EQ(bound["cells"], nlohmann::json::parse(R"([{"case": "s", "column": "A"}])"));
    EXPECT_EQ(bound["parsimonious"]["lowest"]["models"], nlohmann::json::parse(R"([["A"]])"));
    EXPECT_EQ(bound["parsimonious"]["lowest"]["changes"], false);
    EXPECT_EQ(bound["parsimonious"]["highest"]["models"], nlohmann::json::parse(R"([["A*B"]])"));
    EXPECT_EQ(bound["parsimonious"]["changes"], true);
    EXPECT_EQ(run_program(joined({"compare", "truth-table", "--observed"}, rest)).status, 2);
}

}  // namespace compare_robustness_commands_test
}  // namespace tarazy
