// Stata and SPSS files and workbooks through the program: dates, labels, names, titles.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::testing_program {
namespace data_statistical_files_test {

const std::string samples = TARAZY_SOURCE_DIR "/src/io/testdata/";

void expect_says(const std::string& text, const std::string& part) {
    EXPECT_NE(text.find(part), std::string::npos) << "lacks: " << part << "\nin: " << text;
}

TEST(StatisticalFiles, StataDaysAreReadAsDays) {
    const ProgramRun dates = run_program({"trace", "dates", samples + "events.dta"});
    EXPECT_EQ(dates.status, 0);
    for (const char* day : {"1968-07-01", "1975-08-01", "1986-12-17"})
        expect_says(dates.out, std::string(day) + ",1," + day + "," + day + ",point");
    expect_says(dates.err, "events.dta: column edtf (%td) holds Stata dates: read as ISO dates\n");
    const ProgramRun converted = run_program({"data", "convert", samples + "events.dta", "-", "--columns", "edtf"});
    EXPECT_EQ(converted.out, "edtf\n1968-07-01\n1975-08-01\n1986-12-17\n");
}

TEST(StatisticalFiles, ExcelDatesAreReadAsDays) {
    const ProgramRun chronology = run_program({"trace", "chronology", samples + "old_events.xlsx"});
    EXPECT_EQ(chronology.status, 0) << chronology.err;
    for (const char* event : {"e1,1917-12-13,1917-12-13,1917-12-13,point", "e2,1917-11-07,1917-11-07,1917-11-07,point",
                              "e3,1925-01-01,1925-01-01,1925-01-01,point"})
        expect_says(chronology.out, event);
    expect_says(chronology.err, "column edtf holds Excel dates: read as ISO dates");
    EXPECT_EQ(run_program({"data", "convert", samples + "events1900.xlsx", "-", "--columns", "id,edtf"}).out,
              "id,edtf\ne1,1991-12-16\ne2,1991-12-16\n");
}

TEST(StatisticalFiles, IsoDatesStayTextsInEveryFormatAndBack) {
    const Folder folder;
    for (const char* name : {"t.dta", "t.sav", "t.xlsx", "t.csv"}) {
        ASSERT_EQ(run_program({"data", "convert", samples + "events.dta", folder / name, "--columns", "edtf"}).status,
                  0);
        EXPECT_EQ(run_program({"data", "convert", folder / name, "-"}).out,
                  "edtf\n1968-07-01\n1975-08-01\n1986-12-17\n");
    }
}

TEST(StatisticalFiles, LabelsGoFromSpssToStataAndBack) {
    const Folder folder;
    ASSERT_EQ(run_program({"data", "convert", samples + "regime.sav", folder / "a.dta"}).err.find("warning"),
              std::string::npos);
    ASSERT_EQ(run_program({"data", "convert", folder / "a.dta", folder / "b.sav"}).status, 0);
    for (const std::string& file : {samples + "regime.sav", folder / "a.dta", folder / "b.sav"}) {
        const ProgramRun codes = run_program({"data", "convert", file, "-", "--columns", "regime"});
        EXPECT_EQ(codes.out, "regime\n1\n2\n") << file;
        expect_says(codes.err, "warning: -: the value labels of column regime are not kept in CSV");
        const ProgramRun words = run_program({"data", "convert", file, "-", "--columns", "regime", "--labels"});
        EXPECT_EQ(words.out, "regime\nAutocracy\nDemocracy\n") << file;
        EXPECT_EQ(words.err, "");
    }
}

TEST(StatisticalFiles, NamesThatSpssCannotTellApartAreRefused) {
    const Folder folder;
    const std::string file = folder.write("case.csv", "State,state\nKAZ,1\n");
    const ProgramRun run = run_program({"data", "convert", file, folder / "case.sav"});
    EXPECT_EQ(run.status, 3);
    expect_says(run.err, "case.csv:1:2: the column names 'State' (column 1) and 'state' differ in case only");
    EXPECT_EQ(folder.entries(), 1u);
    EXPECT_EQ(run_program({"data", "convert", file, folder / "case.dta"}).status, 0);
}

TEST(StatisticalFiles, TitlesOfWorkbooksArePassedOver) {
    const ProgramRun run = run_program({"data", "convert", samples + "title_above.xlsx", "-"});
    EXPECT_EQ(run.out, "state,year,value\nKAZ,2001,1\nRUS,2001,4\n");
    expect_says(run.err, "row 1 above the table ('Table 1. Exports') passed over: row 3 names the columns");
    expect_says(run.err, "row 7 below the table ('Source: own') passed over");
    EXPECT_EQ(run_program({"data", "convert", samples + "title_above.xlsx", "-", "-q"}).err, "");
}

}  // namespace data_statistical_files_test
}  // namespace tarazy::testing_program
