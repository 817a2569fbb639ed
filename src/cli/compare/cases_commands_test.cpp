#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace compare_cases_commands_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

/// ЖАДЫ, or no threat, goes with giving up.
const std::string cases_csv =
    "case,ЖАДЫ,ҚАУІП,Y,year\nҚазақстан,1,1,1,1994\nШвеция,0,0,1,1968\nҮндістан,0,1,0,1998\nЖапония,1,0,1,1968\n";

TEST(CompareCalibrate, SeveralSetsStandBesideTheColumnsThereAre) {
    const Folder folder;
    const std::string file = folder.write("d.csv", "case,gdp,ҚАЛА\nа,400,1\nә,550,0\nб,900,1\n");
    const ProgramRun run = run_program({"compare", "calibrate", "--data", file, "--set", "БАЙ=gdp:linear:400,550,900",
                                        "--set", "LOW=gdp:crisp:500", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "case,gdp,ҚАЛА,БАЙ,LOW\nа,400,1,0,0\nә,550,0,0.5,1\nб,900,1,1,1\n");
    const auto complaint = [&](const std::string& set) {
        const ProgramRun bad = run_program({"compare", "calibrate", "--data", file, "--set", set});
        EXPECT_EQ(bad.status, 2) << set;
        return bad.err;
    };
    EXPECT_NE(complaint("БАЙ").find("is not NAME=VARIABLE:METHOD:ANCHORS"), std::string::npos);
    EXPECT_NE(complaint("БАЙ=gdp:direkt:1,2,3").find("unknown method 'direkt'"), std::string::npos);
    EXPECT_NE(complaint("ҚАЛА=gdp:crisp:500").find("a column 'ҚАЛА' already"), std::string::npos);
    EXPECT_EQ(run_program({"compare", "calibrate", "--data", file}).status, 2);
}

TEST(CompareCna, FindsTheStructureWithoutBeingToldTheEffect) {
    const Folder folder;
    const ProgramRun run = run_program({"compare", "cna", "--data", folder.write("d.csv", cases_csv), "--factors",
                                        "ЖАДЫ,ҚАУІП,Y", "--what", "csf", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "kind,outcome,formula,con,cov,complexity\ncsf,Y,ЖАДЫ + ~ҚАУІП <-> Y,1,1,2\n");
}

TEST(CompareCna, WhatCannotBeReadIsSaid) {
    const Folder folder;
    const std::string file = folder.write("d.csv", cases_csv);
    const auto complaint = [&](std::vector<std::string> more) {
        std::vector<std::string> words = {"compare", "cna", "--data", file, "--factors", "ЖАДЫ,ҚАУІП,Y"};
        words.insert(words.end(), more.begin(), more.end());
        const ProgramRun run = run_program(words);
        EXPECT_EQ(run.status, 2);
        return run.err;
    };
    EXPECT_NE(complaint({"--ordering", "ЖАДЫ < Z"}).find("no factor 'Z'"), std::string::npos);
    EXPECT_NE(complaint({"--outcomes", "ЖАДЫ*Y"}).find("is no single factor"), std::string::npos);
    EXPECT_NE(complaint({"--maxstep", "3,4"}).find("three numbers"), std::string::npos);
}

TEST(CompareExpectations, OneConditionCannotHelpBothWays) {
    const Folder folder;
    const ProgramRun run = run_program({"compare", "minimise", "--data", folder.write("d.csv", cases_csv), "--outcome",
                                        "Y", "--conditions", "ЖАДЫ,ҚАУІП", "--expect", "ЖАДЫ,~ЖАДЫ"});
    EXPECT_EQ(run.status, 2);
    EXPECT_NE(run.err.find("the expectations of ЖАДЫ contradict each other"), std::string::npos) << run.err;
}

TEST(CompareTheory, AreasTypesAndTypicalCases) {
    const Folder folder;
    const std::string file = folder.write("d.csv", cases_csv);
    const auto told = [&](std::vector<std::string> more) {
        std::vector<std::string> words = {"compare",  "theory",       "--data",     file,         "--outcome",
                                          "Y",        "--conditions", "ЖАДЫ,ҚАУІП", "--solution", "ЖАДЫ + ~ҚАУІП",
                                          "--format", "csv"};
        words.insert(words.end(), more.begin(), more.end());
        const ProgramRun run = run_program(words);
        return run.status == 0 ? run.out : run.err;
    };
    const std::string areas = told({"--theory", "ЖАДЫ"});
    EXPECT_NE(areas.find("T*S,ЖАДЫ,1,1,0.666666666666667,Жапония; Қазақстан,"), std::string::npos) << areas;
    EXPECT_NE(areas.find("~T*S,~ЖАДЫ*~ҚАУІП,"), std::string::npos) << areas;
    EXPECT_NE(areas.find("T*~S,0,,,"), std::string::npos) << areas;  // no case can be there: nothing is said of fit
    EXPECT_NE(told({"--what", "types"}).find("Үндістан,0,0,individually irrelevant,\n"), std::string::npos);
    EXPECT_NE(told({"--what", "typical"}).find("ЖАДЫ,ЖАДЫ,Қазақстан,1,1,1,1,1,0"), std::string::npos);
    EXPECT_NE(told({"--what", "pairs"}).find("ЖАДЫ,ЖАДЫ,Жапония,Қазақстан,1,1\n"), std::string::npos);
    EXPECT_NE(told({}).find("--what areas needs --theory"), std::string::npos);
}

TEST(CompareSelect, PairsAndMillsMethods) {
    const Folder folder;
    const std::string file = folder.write("d.csv", cases_csv);
    const std::vector<std::string> words = {"compare", "select",       "--data",     file,       "--outcome",
                                            "Y",       "--conditions", "ЖАДЫ,ҚАУІП", "--format", "csv"};
    const ProgramRun pairs = run_program(words);
    EXPECT_EQ(pairs.status, 0) << pairs.err;
    EXPECT_NE(pairs.out.find("MSDO,Қазақстан,Үндістан,1,1,ЖАДЫ"), std::string::npos) << pairs.out;
    std::vector<std::string> mill = words;
    mill.insert(mill.end(), {"--what", "mill"});
    EXPECT_NE(run_program(mill).out.find("agreement,none"), std::string::npos);
    EXPECT_NE(run_program(mill).out.find("difference,ЖАДЫ: Қазақстан against Үндістан"), std::string::npos);
}

TEST(CompareCluster, GroupsFollowTheCasesThatAreUsed) {
    const Folder folder;
    // The first case is left out for its missing cell; the years of the others must not shift.
    std::string csv = cases_csv;
    csv.replace(csv.find("Қазақстан,1,1"), std::string("Қазақстан,1,1").size(), "Қазақстан,,1");
    const ProgramRun run =
        run_program({"compare", "cluster", "--data", folder.write("d.csv", csv), "--outcome", "Y", "--conditions",
                     "ЖАДЫ,ҚАУІП", "--expression", "~ҚАУІП", "--cluster", "year", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "expression,level,group,n,consistency,coverage,distance\n"
              "~ҚАУІП,pooled,,3,1,1,\n"
              "~ҚАУІП,between,,3,,,0\n"
              "~ҚАУІП,between,1968,2,1,1,\n"
              "~ҚАУІП,between,1998,1,,,\n");
    EXPECT_EQ(run_program({"compare", "cluster", "--data", folder.write("d.csv", csv), "--outcome", "Y", "--conditions",
                           "ЖАДЫ,ҚАУІП", "--expression", "~ҚАУІП"})
                  .status,
              2);
}

}  // namespace compare_cases_commands_test
}  // namespace tarazy
