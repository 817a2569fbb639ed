#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::testing_program {
namespace data_convert_test {

const std::string states = "ccode,name,share\n2,USA,0.5\n705,Қазақстан,\n365,=x,2\n";

TEST(DataConvert, ThereAndBackIsTheSameInEveryFormat) {
    const Folder folder;
    const std::string from = folder.write("states.csv", states);
    for (const char* name : {"t.tsv", "t.csv.gz", "t.csv.xz", "t.dta", "t.sav", "t.xlsx"}) {
        EXPECT_EQ(run_program({"data", "convert", from, folder / name}).status, 0) << name;
        EXPECT_EQ(run_program({"data", "convert", folder / name, "-"}).out, states) << name;
    }
}

TEST(DataConvert, ColumnsCanBeChosenAndFormulasGuarded) {
    const Folder folder;
    const ProgramRun run = run_program(
        {"data", "convert", folder.write("states.csv", states), "-", "--columns", "name,ccode", "--spreadsheet-safe"});
    EXPECT_EQ(run.out, "name,ccode\nUSA,2\nҚазақстан,705\n'=x,365\n");
}

TEST(DataConvert, UnknownFormatsAndColumnsLeaveNothingBehind) {
    const Folder folder;
    const std::string from = folder.write("states.csv", states);
    EXPECT_EQ(run_program({"data", "convert", from, folder / "states.doc"}).status, 2);
    EXPECT_EQ(run_program({"data", "convert", from, folder / "t.csv", "--columns", "nme"}).status, 3);
    EXPECT_EQ(run_program({"data", "convert", from, folder / "no/t.csv"}).status, 4);
    EXPECT_EQ(folder.entries(), 1u);
}

}  // namespace data_convert_test
}  // namespace tarazy::testing_program
