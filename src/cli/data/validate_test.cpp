#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy::testing_program {
namespace data_validate_test {

const std::string votes = "rcid,ccode,vote\n1,2,1\n1,365,3\n2,2,8\n1,2,2\n,2,x\n";

TEST(DataValidate, AllProblemsComeAtOnceWithTheirPlaces) {
    const Folder folder;
    const std::string file = folder.write("votes.csv", votes);
    const ProgramRun run =
        run_program({"data", "validate", file, "--key", "rcid,ccode", "--in", "vote=1,2,3", "--integer", "vote"});
    EXPECT_EQ(run.status, 3);
    EXPECT_EQ(run.out, "");
    for (const char* place : {":4:3: vote is '8'", ":5:1: rcid 1, ccode 2 stands already on line 2",
                              ":6:1: rcid is missing", ":6:3: vote is 'x'"}) {
        EXPECT_NE(run.err.find(file + place), std::string::npos) << place << '\n' << run.err;
    }
}

TEST(DataValidate, AFaultlessTableIsSaidToBeSo) {
    const Folder folder;
    const ProgramRun run =
        run_program({"data", "validate", folder.write("votes.csv", "rcid,ccode,vote\n1,2,1\n1,365,3\n"), "--key",
                     "rcid,ccode", "--number", "vote", "--required", "vote", "--range", "vote=1:3"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "no problems in 2 rows\n");
}

TEST(DataValidate, TheFullListIsAResultForThoseWhoAsk) {
    const Folder folder;
    const std::string file = folder.write("votes.csv", votes);
    const ProgramRun csv = run_program({"data", "validate", file, "--integer", "vote", "--format", "csv"});
    EXPECT_EQ(csv.status, 3);
    EXPECT_EQ(csv.out.substr(0, csv.out.find('\n')), "line,column,problem,remedy");
    const ProgramRun json = run_program({"data", "validate", file, "--integer", "vote", "--format", "json"});
    EXPECT_EQ(nlohmann::json::parse(json.out)["result"]["problems"][0]["line"], 6);
}

TEST(DataValidate, RulesThatCannotBeUnderstoodAreUsageErrors) {
    const Folder folder;
    const std::string file = folder.write("votes.csv", votes);
    for (const char* range : {"vote", "vote=1", "vote=a:b", "=1:2"}) {
        EXPECT_EQ(run_program({"data", "validate", file, "--range", range}).status, 2) << range;
    }
    EXPECT_EQ(run_program({"data", "validate", file, "--required", "vtoe"}).status, 3);
}

}  // namespace data_validate_test
}  // namespace tarazy::testing_program
