// Cases from use (README.md beside): files as spreadsheets, statistical programs and people write them.

#include "cli/cases_from_use/case_program_test.hpp"
#include "io/small_workbook_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace cases_of_reading_test {

using namespace testing_cases;

TEST(CasesOfReading, AnsiEscapes) {
    const Folder folder;
    const std::string toml = case_file("ansi-escapes/ansi.toml");
    std::vector<ProgramRun> runs;
    runs.push_back(run_to(0, {"data", "inspect", case_file("ansi-escapes/ansi.csv"), "--format", "table"}));
    expect_in(runs.back().out, "\\x1B]0;owned\\x07\\x1B[31mred\\x1B[2J");
    runs.push_back(run_to(0, {"data", "inspect", case_file("ansi-escapes/hdr.csv"), "--format", "table"}));
    expect_in(runs.back().out, "\\x1B[31mcol");
    expect_in(runs.back().out, "x\\u009B31m");
    runs.push_back(run_to(3, {"align", "similarity", "--votes", case_file("ansi-escapes/v.csv")}));
    expect_in(runs.back().err, "'\\x1B[2Jx'");
    runs.push_back(run_to(3, {"study", "check", toml}));
    expect_in(runs.back().err, "'a\\x1B[31m'");
    runs.push_back(run_to(4, {"data", "inspect", folder / "no\x1b[2Jfile.csv"}));
    expect_in(runs.back().err, "no\\x1B[2Jfile.csv");
    for (const ProgramRun& run : runs) {
        for (const char* obeyed : {"\x1b", "\x07", "\xC2\x9B"}) expect_not_in(run.out + run.err, obeyed);
    }
}

TEST(CasesOfReading, DecimalComma) {
    const ProgramRun run =
        run_to(0, {"compare", "truth-table", "--data", case_file("decimal_comma/excel_ru.csv"), "--outcome", "surv",
                   "--conditions", "dev,urb", "--incl-cut", "0.8", "--observed", "--format", "csv"});
    expect_in(run.out, "\n1,0,0,0,1,0.188679245283019,0,EST,");
    expect_in(run.out, "\n3,1,0,0,1,0.272727272727273,");
    expect_in(run.out, "\n4,1,1,1,2,0.957831325301205,");
    expect_in(run.out, ",BEL; CZE,");
    expect_in(run.err, "excel_ru.csv: commas were read as decimal points in dev, urb, surv\n");
}

TEST(CasesOfReading, ExcelDates) {
    const ProgramRun chronology = run_to(0, {"trace", "chronology", sample_file("old_events.xlsx")});
    for (const char* event : {"e1,1917-12-13,", "e2,1917-11-07,", "e3,1925-01-01,"}) expect_in(chronology.out, event);
    const ProgramRun since_1900 = run_to(0, {"data", "convert", sample_file("events1900.xlsx"), "-"});
    expect_in(since_1900.out, "\ne1,1991-12-16,");
    const Folder folder;
    std::map<std::string, std::string> parts = workbook_parts(
        "<row r='1'><c r='A1' t='str'><v>edtf</v></c></row><row r='2'><c r='A2' s='1'><v>32126</v></c></row>");
    std::string& book = parts["xl/workbook.xml"];
    book.insert(book.find("<sheets>"), "<workbookPr date1904='1'/>");
    with_styles(parts, "<cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='14' applyNumberFormat='1'/></cellXfs>");
    const std::string since_1904 = folder.write("events1904.xlsx", zip_of(parts));
    EXPECT_EQ(run_to(0, {"data", "convert", since_1904, "-"}).out, "edtf\n1991-12-16\n");
}

TEST(CasesOfReading, FileShapes) {
    const auto truth_table = [](const std::string& name) {
        return run_to(0, {"compare", "truth-table", "--data", case_file("file_shapes/" + name), "--outcome", "Y",
                          "--conditions", "A,B", "--observed", "--format", "csv"});
    };
    const std::string wanted =
        "row,A,B,OUT,n,incl,PRI,cases,deviant_cases\n2,0,1,0,1,0,0,CZ,\n3,1,0,0,1,0,0,AU,\n4,1,1,1,1,1,1,BE,\n";
    const ProgramRun from_r = truth_table("r_write_csv.csv");
    EXPECT_EQ(from_r.out, wanted);
    expect_in(from_r.err, "its first column has no name");
    const ProgramRun trailing = truth_table("excel_trailing.csv");
    EXPECT_EQ(trailing.out, wanted);
    expect_in(trailing.err, "1 empty row was passed over");
    EXPECT_EQ(truth_table("spaces.csv").out, wanted);
    const ProgramRun unnamed = truth_table("no_case.csv");
    EXPECT_EQ(unnamed.out,
              "row,A,B,OUT,n,incl,PRI,cases,deviant_cases\n2,0,1,0,1,0,0,3,\n3,1,0,0,1,0,0,1,\n4,1,1,1,1,1,1,2,\n");
    expect_in(unnamed.err, "the cases are called 1 to 3 (--case names another column)");
}

TEST(CasesOfReading, NamibiaOnly) {
    const ProgramRun run = run_to(0, {"data", "states", "--file", case_file("namibia-only/namibia.csv"), "--column",
                                      "iso2", "--year-column", "year", "--to", "cow", "--format", "csv"});
    EXPECT_EQ(run.out, "iso2,year,cow\nNA,2001,565\nNA,2002,565\n");
    expect_in(run.err, "NA is Namibia in 2 rows");
}

TEST(CasesOfReading, OutputEnding) {
    const Folder folder;
    const auto table = [&](const std::string& command, const std::string& name) {
        run_to(0, {"compare", command, "--data", case_file("output_ending/t.csv"), "--outcome", "Y", "--conditions",
                   "A,B,C", "-o", folder / name});
        return bytes_of(folder / name);
    };
    EXPECT_TRUE(table("truth-table", "tt.xlsx").starts_with("PK"));
    expect_in(run_to(0, {"data", "convert", folder / "tt.xlsx", "-"}).out, "row,A,B,C,OUT,n,incl,PRI,cases");
    EXPECT_TRUE(table("truth-table", "tt.tsv").starts_with("row\tA\tB\tC\tOUT\t"));
    EXPECT_TRUE(table("truth-table", "tt.json").starts_with("{\n"));
    EXPECT_TRUE(table("minimise", "s.csv").starts_with("solution,model,term,"));
    EXPECT_TRUE(table("minimise", "s.xlsx").starts_with("PK"));
}

TEST(CasesOfReading, OwnOutputUtf8) {
    const Folder folder;
    run_to(0, {"trace", "dates", case_file("own-output-utf8/d.csv"), "-o", folder / "out.csv"});
    expect_in(bytes_of(folder / "out.csv"), "'–' does not belong to it");
    expect_in(run_to(0, {"data", "inspect", folder / "out.csv", "--format", "csv"}).out, "\nreason,text,0,1,");
}

TEST(CasesOfReading, RRowNames) {
    const std::string file = case_file("r-row-names/rwrite.csv");
    const ProgramRun run = run_to(0, {"data", "convert", file, "-"});
    EXPECT_EQ(run.out, "rcid,session,ccode,vote\n1,1,2,1\n2,1,365,3\n");
    expect_in(run.err, "its first column has no name and only counts the rows: it was passed over");
    expect_in(run_to(0, {"align", "similarity", "--votes", file}).err, "it was passed over");
}

TEST(CasesOfReading, SavCaseNames) {
    const Folder folder;
    const ProgramRun run = run_to(3, {"data", "convert", case_file("sav-case-names/case.csv"), folder / "case.sav"});
    expect_in(run.err, "'State'");
    expect_in(run.err, "'state'");
    EXPECT_EQ(folder.entries(), 0u);
}

TEST(CasesOfReading, SavLabelsLost) {
    const Folder folder;
    const std::string sav = sample_file("regime.sav");
    EXPECT_EQ(run_to(0, {"data", "convert", sav, folder / "a.dta", "-q"}).err, "");
    EXPECT_EQ(run_to(0, {"data", "convert", folder / "a.dta", folder / "b.sav", "-q"}).err, "");
    EXPECT_EQ(run_to(0, {"data", "convert", folder / "b.sav", "-", "--columns", "regime", "--labels"}).out,
              "regime\nAutocracy\nDemocracy\n");
    for (const char* name : {"r.csv", "r.xlsx"})
        expect_in(run_to(0, {"data", "convert", sav, folder / name}).err,
                  "the value labels of column regime are not kept");
}

TEST(CasesOfReading, SemicolonCommaHeader) {
    for (const char* name : {"ru_export.csv", "ru_export.txt"}) {
        const ProgramRun run =
            run_to(0, {"data", "convert", case_file("semicolon-comma-header/" + std::string(name)), "-"});
        EXPECT_EQ(run.out, "Страна,Год,\"Экспорт, млн долл.\"\nКазахстан,2001,8.6\nКазахстан,2002,9.7\n");
    }
}

TEST(CasesOfReading, SpreadsheetSafe) {
    const Folder folder;
    const auto guarded = [&](const std::string& name) {
        const std::string file = case_file("spreadsheet-safe/" + name), output = folder / name;
        run_to(0, {"data", "convert", file, output, "--spreadsheet-safe"});
        return bytes_of(output);
    };
    const std::string cells = guarded("fs.csv");
    for (const char* cell : {"KAZ,'=1+1\n", "UZB,'\t=cmd|", "RUS,\"'\n=1+2\"", "CHN,'@SUM(A1)\n", "USA,'-2+3\n",
                             "FRA,' =1+1\n", "GBR,\"'=HYPERLINK(", "JPN,'\uFF1D1+1\n"})
        expect_in(cells, cell);
    const std::string others = guarded("fs2.csv");
    for (const char* cell : {"KAZ,\"'\r=1+1\"", "UZB,'\uFEFF=1+1", "RUS,'\u200B=1"}) expect_in(others, cell);
    ASSERT_EQ(run_program({"study", "new", folder / "s"}).status, 0);
    expect_in(run_to(2, {"study", "run", folder / "s", "--spreadsheet-safe"}).err, "--spreadsheet-safe is for a table");
    expect_in(run_to(2, {"report", "figures", folder / "s", "--spreadsheet-safe"}).err,
              "--spreadsheet-safe is for a table");
}

TEST(CasesOfReading, StataDates) {
    const ProgramRun dates = run_to(0, {"trace", "dates", sample_file("events.dta")});
    for (const char* day : {"1968-07-01,1,1968-07-01,", "1975-08-01,1,1975-08-01,", "1986-12-17,1,1986-12-17,"})
        expect_in(dates.out, day);
    EXPECT_EQ(run_to(0, {"data", "convert", sample_file("events.dta"), "-", "--columns", "edtf"}).out,
              "edtf\n1968-07-01\n1975-08-01\n1986-12-17\n");
}

TEST(CasesOfReading, StateNames) {
    const ProgramRun run = run_to(0, {"data", "states", "--file", case_file("state-names/names.csv"), "--column",
                                      "name", "--year-column", "year", "--to", "cow", "--format", "csv"});
    std::string numbers;
    for (std::size_t end = run.out.find('\n'); end + 1 < run.out.size();) {
        end = run.out.find('\n', end + 1);
        const std::size_t begin = run.out.rfind(',', end) + 1;
        numbers += run.out.substr(begin, end - begin) + ',';
    }
    EXPECT_EQ(numbers, "816,732,630,490,651,679,101,420,840,346,370,359,");
    EXPECT_EQ(run.err, "");
}

TEST(CasesOfReading, StatesHintsSlow) {
    const Folder folder;
    std::string csv = "x\n";
    for (int i = 0; i < 20'000; ++i) csv += 't' + std::to_string(i) + '\n';
    const std::string file = folder.write("un.csv", csv);
    const ProgramRun run = run_to(0, {"data", "states", "--file", file, "--column", "x", "--to", "iso3"});
    expect_in(run.err, "warning: 20000 texts of 'x' without a state, left empty in 20000 rows: 't0'");
    expect_in(run.err, "'t19' and 19980 more");
    expect_not_in(run.err, "'t20'");
}

TEST(CasesOfReading, TitleRow) {
    const std::string file = sample_file("title_above.xlsx");
    const ProgramRun run = run_to(0, {"data", "convert", file, "-"});
    EXPECT_EQ(run.out, "state,year,value\nKAZ,2001,1\nRUS,2001,4\n");
    expect_in(run.err, "row 1 above the table ('Table 1. Exports') passed over: row 3 names the columns");
    EXPECT_EQ(run_to(0, {"data", "convert", file, "-", "--header-row", "3"}).out, run.out);
}

}  // namespace cases_of_reading_test
}  // namespace tarazy
