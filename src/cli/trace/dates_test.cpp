#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace trace_dates_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

TEST(TraceDates, BoundsKindAndReasonStandBesideTheDate) {
    const Folder folder;
    const std::string file =
        folder.write("dates.csv", "edtf\n1991-12-16/..\n1900-02-29\n\"{1991,1993}\"\n-0043\n1994-11?\n");
    const ProgramRun run = run_program({"trace", "dates", file});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "edtf,valid,earliest,latest,kind,reason,position,uncertain,approximate\n"
              "1991-12-16/..,1,1991-12-16,open,span,,,0,0\n"
              "1900-02-29,0,,,,there is no day 29 in month 02 of year 1900,9,,\n"
              "\"{1991,1993}\",1,1991-01-01,1993-12-31,span,,,0,0\n"
              "-0043,1,-000043-01-01,-000043-12-31,uncertain,,,0,0\n"
              "1994-11?,1,1994-11-01,1994-11-30,uncertain,,,1,0\n");
    EXPECT_NE(run.err.find("1 of 5 dates cannot be read"), std::string::npos) << run.err;
}

TEST(TraceDates, ColumnsOfBareYearsKeepTheirZeros) {
    const Folder folder;
    EXPECT_NE(
        run_program({"trace", "dates", folder.write("a.csv", "edtf\n1991\n0043\n")}).out.find("0043,1,0043-01-01"),
        std::string::npos);
    EXPECT_NE(
        run_program({"trace", "dates", folder.write("b.csv", "edtf\n1991\n-0043\n")}).out.find("-0043,1,-000043-01-01"),
        std::string::npos);
    EXPECT_NE(run_program({"trace", "dates", folder.write("c.csv", "edtf\n1991\n20240\n")}).out.find("20240,0,"),
              std::string::npos);
}

TEST(TraceDates, EveryRowOfTheReferenceTableThroughTheProgram) {
    const ProgramRun run =
        run_program({"trace", "dates", TARAZY_SOURCE_DIR "/src/base/testdata/edtf.csv", "--format", "json", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto rows = nlohmann::json::parse(run.out)["result"];
    ASSERT_EQ(rows.size(), 40u);
    EXPECT_EQ(rows[0]["earliest"], "1949-08-29");
}

TEST(TraceDates, AMissingColumnSuggestsTheNearest) {
    const Folder folder;
    const ProgramRun run = run_program({"trace", "dates", folder.write("dates.csv", "edft\n1991\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("did you mean 'edft'?"), std::string::npos) << run.err;
}

TEST(TraceDates, ATableWithoutRowsIsNoSilentSuccess) {
    const Folder folder;
    const ProgramRun run = run_program({"trace", "dates", folder.write("dates.csv", "edtf\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.err.find("dates.csv:1: the table has no date; give a row for each"), std::string::npos) << run.err;
}

}  // namespace trace_dates_test
}  // namespace tarazy
