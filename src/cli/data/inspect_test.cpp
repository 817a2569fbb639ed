#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy::testing_program {
namespace data_inspect_test {

const std::string states = "ccode,name,share\n2,USA,0.5\n705,Қазақстан,\n365,,2\n";

TEST(DataInspect, TellsWhatEachColumnHolds) {
    const Folder folder;
    const ProgramRun run = run_program({"data", "inspect", folder.write("states.csv", states), "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "column,type,missing,distinct,minimum,maximum,example\n"
              "ccode,integer,0,3,2,705,2\nname,text,1,2,USA,Қазақстан,USA\nshare,real,1,2,0.5,2,0.5\n");
    EXPECT_NE(run.err.find("3 rows, 3 columns, SHA-256 "), std::string::npos);
}

TEST(DataInspect, JsonKeepsNumbersAsNumbers) {
    const Folder folder;
    const ProgramRun run = run_program({"data", "inspect", folder.write("states.csv", states), "--format", "json"});
    const auto json = nlohmann::json::parse(run.out);
    EXPECT_EQ(json["result"]["rows"], 3);
    EXPECT_EQ(json["result"]["columns"][0]["maximum"], 705);
    EXPECT_EQ(json["result"]["columns"][1]["maximum"], "Қазақстан");
    EXPECT_EQ(json["tarazy"]["inputs"][0]["rows"], 3);
}

TEST(DataInspect, AMissingFileIsAFileErrorAndAnEmptyOneAnInputError) {
    const Folder folder;
    EXPECT_EQ(run_program({"data", "inspect", folder / "none.csv"}).status, 4);
    EXPECT_EQ(run_program({"data", "inspect", folder.write("empty.csv", "")}).status, 3);
    EXPECT_EQ(run_program({"data", "inspect", folder / ""}).status, 4);
}

}  // namespace data_inspect_test
}  // namespace tarazy::testing_program
