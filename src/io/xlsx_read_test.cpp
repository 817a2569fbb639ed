#include "io/xlsx_read.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/small_workbook_test.hpp"
#include "io/xlsx_write.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace xlsx_read_test {

const std::string header =
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' "
    "t='inlineStr'><is><t>when</t></is></c></row>";
const std::string shared =
    "<si><t>ccode</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh sb='0' "
    "eb='1'><t>x</t></rPh></si><si><t>Қазақстан</t></si>";

Table read(const std::string& rows) {
    return read_xlsx(workbook(header + rows, shared), "t.xlsx");
}

TEST(XlsxRead, CellsOfEveryKind) {
    const Table table = read(
        "<row r='2'><c r='A2'><v>705</v></c><c r='B2' t='s'><v>2</v></c><c r='C2' s='1'><v>44197</v></c></row>"
        "<row r='3'><c r='A3' t='b'><v>1</v></c><c r='B3' t='str'><f>A1</f><v>a_x000D_b</v></c><c r='C3' "
        "t='e'><v>#N/A</v></c></row>");
    EXPECT_EQ(table.names, (std::vector<std::string>{"ccode", "name", "when"}));
    EXPECT_EQ(table["ccode"].integer(0), 705);
    EXPECT_EQ(table["ccode"].integer(1), 1);
    EXPECT_EQ(table["name"].text(0), "Қазақстан");
    EXPECT_EQ(table["name"].text(1), "a\rb");
    EXPECT_EQ(table["when"].integer(0), 44197);
    EXPECT_TRUE(table["when"].missing(1));
    EXPECT_TRUE(table.origin.lines.empty());
    EXPECT_EQ(table.origin.notes.back(), "an error value in C3 (#N/A): read as missing");
}

TEST(XlsxRead, EmptyRowsAreSkippedAndRowNumbersKept) {
    const Table table = read("<row r='2'/><row r='5'><c r='B5' t='s'><v>2</v></c></row>");
    ASSERT_EQ(table.rows(), 1u);
    EXPECT_TRUE(table["ccode"].missing(0));
    EXPECT_EQ(table.origin.lines, (std::vector<std::uint32_t>{5}));
}

TEST(XlsxRead, SheetsAreFoundByNameAndWrongNamesHinted) {
    const std::string bytes = workbook(header, shared);
    for (const char* sheet : {"second", "SECOND", "2"})
        EXPECT_EQ(read_xlsx(bytes, "t.xlsx", {.sheet = sheet}).names, (std::vector<std::string>{"b"})) << sheet;
    EXPECT_THROW(static_cast<void>(read_xlsx(bytes, "t.xlsx", {.sheet = "3"})), InputError);
    EXPECT_THROW(static_cast<void>(read_xlsx(bytes, "t.xlsx", {.sheet = "0"})), InputError);
    EXPECT_EQ(read_xlsx(bytes, "t.xlsx").origin.notes,
              (std::vector<std::string>{"the sheet 'first' was read; --sheet chooses another ('second')"}));
    try {
        static_cast<void>(read_xlsx(bytes, "t.xlsx", {.sheet = "secnd"}));
        FAIL() << "found a sheet that is not there";
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "t.xlsx: there is no sheet 'secnd' (its sheets: 'first', 'second'); did you mean 'second'?");
    }
}

TEST(XlsxRead, SheetsAreFoundInAnyCaseOfAnyScript) {
    auto parts = workbook_parts(header, shared);
    std::string& book = parts["xl/workbook.xml"];
    book.replace(book.find("second"), 6, "Мәліметтер");
    for (const char* sheet : {"Мәліметтер", "мәліметтер", "МӘЛІМЕТТЕР"})
        EXPECT_EQ(read_xlsx(zip_of(parts), "t.xlsx", {.sheet = sheet}).names, (std::vector<std::string>{"b"})) << sheet;
}

TEST(XlsxRead, CellsBesideTheHeaderAreReported) {
    try {
        static_cast<void>(read("<row r='2'><c r='D2'><v>1</v></c></row>"));
        FAIL() << "accepted a cell without a column";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().front().line, 2u);
        EXPECT_EQ(error.problems().front().column, 4u);
    }
}

TEST(XlsxRead, HiddenSheetsAreReadByNameOnly) {
    std::map<std::string, std::string> parts = workbook_parts(header, shared);
    std::string& book = parts["xl/workbook.xml"];
    book.replace(book.find("sheetId='1'"), 11, "sheetId='1' state='hidden'");
    const std::string bytes = zip_of(parts);
    const Table table = read_xlsx(bytes, "t.xlsx");
    EXPECT_EQ(table.names, (std::vector<std::string>{"b"}));
    EXPECT_EQ(table.origin.notes,
              (std::vector<std::string>{"the hidden sheet 'first' was passed over (--sheet NAME reads it)"}));
    EXPECT_EQ(read_xlsx(bytes, "t.xlsx", {.sheet = "1"}).names, table.names);
    EXPECT_EQ(read_xlsx(bytes, "t.xlsx", {.sheet = "first"}).names.size(), 3u);
}

/// A workbook of one sheet whose styles are 1: 14, 2: mmm-yy, 3: h:mm, 4: dd.mm.yyyy h:mm.
std::string dated_workbook(const std::string& rows, const std::string& properties = "") {
    std::map<std::string, std::string> parts = workbook_parts(header + rows, shared);
    with_styles(parts,
                "<numFmts><numFmt numFmtId='170' formatCode='dd\\.mm\\.yyyy\\ h:mm'/></numFmts><cellXfs><xf/><xf "
                "numFmtId='14'/><xf numFmtId='17'/><xf numFmtId='20'/><xf numFmtId='170'/></cellXfs>");
    std::string& book = parts["xl/workbook.xml"];
    book.replace(book.find("<sheets>"), book.find("</sheets>") + 9 - book.find("<sheets>"),
                 properties + "<sheets><sheet name='first' sheetId='1' r:id='r1'/></sheets>");
    return zip_of(parts);
}

TEST(XlsxRead, DatesBecomeIsoTexts) {
    const Table table =
        read_xlsx(dated_workbook("<row r='2'><c r='C2' s='1'><v>33588</v></c></row>"
                                 "<row r='3'><c r='C3' s='2'><v>33573</v></c></row>"
                                 "<row r='4'><c r='C4' s='3'><v>0.354166666666667</v></c></row>"
                                 "<row r='5'><c r='C5' s='4'><v>33588.354166666664</v></c></row>"
                                 "<row r='6'><c r='C6' s='1'><v>-3</v></c></row>"
                                 "<row r='7'><c r='C7' s='1'><f>A1</f><v>61</v></c></row>"
                                 "<row r='8'><c r='C8' s='1' t='d'><v>1991-12-16T00:00:00.000</v></c></row>"
                                 "<row r='9'><c r='C9' s='99'><v>1991</v></c></row>"),
                  "t.xlsx");
    std::vector<std::string> cells;
    for (std::size_t row = 0; row < table.rows(); ++row) cells.push_back(table["when"].display(row));
    EXPECT_EQ(cells, (std::vector<std::string>{"1991-12-16", "1991-12", "08:30:00", "1991-12-16T08:30:00", "serial -3",
                                               "1900-03-01", "1991-12-16", "1991"}));
    EXPECT_EQ(table.origin.notes,
              (std::vector<std::string>{
                  "a number shown as a date that there is not in C6: kept as 'serial ...'",
                  "column when holds Excel dates: read as ISO dates",
                  "column when holds 6 dates and 1 number that no style shows as dates: the numbers are left as they "
                  "are"}));
}

TEST(XlsxRead, DatesOfThe1904System) {
    const Table table = read_xlsx(
        dated_workbook("<row r='2'><c r='C2' s='1'><v>32126</v></c></row>", "<workbookPr date1904='1'/>"), "t.xlsx");
    EXPECT_EQ(table["when"].text(0), "1991-12-16");
    EXPECT_EQ(table.origin.notes,
              (std::vector<std::string>{"column when holds Excel dates (1904 system): read as ISO dates"}));
}

TEST(XlsxRead, FormulasWithoutAResultAndErrorsAreTold) {
    const Table table = read_xlsx(
        dated_workbook("<row r='2'><c r='A2'><v>1</v></c><c r='B2'><f>A2*2</f></c><c r='C2'><f>A2</f><v></v></c></row>"
                       "<row r='3'><c r='A3'><v>2</v></c><c r='B3' t='e'><f>1/0</f><v>#DIV/0!</v></c><c r='C3' "
                       "t='str'><f>\"\"</f><v></v></c></row>"),
        "t.xlsx");
    EXPECT_TRUE(table["name"].missing(0));
    EXPECT_TRUE(table["when"].missing(1));
    EXPECT_EQ(table.origin.notes,
              (std::vector<std::string>{
                  "formulas without a stored result in B2, C2: read as missing; open the workbook in Excel or "
                  "LibreOffice and save it, so that it is calculated",
                  "an error value in B3 (#DIV/0!): read as missing"}));
}

TEST(XlsxRead, MergedCellsAndHiddenRowsOfTheTableAreTold) {
    std::map<std::string, std::string> parts = workbook_parts(
        header + "<row r='2'><c r='A2'><v>1</v></c></row><row r='3' hidden='1'><c r='B3'><v>2</v></c></row>", shared);
    std::string& sheet = parts["xl/worksheets/sheet1.xml"];
    sheet.insert(sheet.find("</worksheet>"),
                 "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A2:A3'/><mergeCell ref='A9:C9'/><mergeCell "
                 "ref='x'/><mergeCell/></mergeCells>");
    const std::vector<std::string> notes = read_xlsx(zip_of(parts), "t.xlsx").origin.notes;
    EXPECT_EQ(notes[1], "1 hidden row was read like the others");
    EXPECT_EQ(notes[2],
              "merged cells in A2:A3: only the first of them holds the value, the others are read as missing");
    EXPECT_EQ(notes.size(), 3u);
}

TEST(XlsxRead, ResultsThatWereNeverCalculatedAreTold) {
    std::map<std::string, std::string> parts =
        workbook_parts(header + "<row r='2'><c r='A2'><f>1+1</f><v>0</v></c></row>", shared);
    std::string& book = parts["xl/workbook.xml"];
    book.replace(book.find("</sheets>"), 9, "</sheets><calcPr fullCalcOnLoad='1'/>");
    const Table table = read_xlsx(zip_of(parts), "t.xlsx");
    EXPECT_NE(table.origin.notes.back().find("the results of 1 formula (A2) were stored by a program"),
              std::string::npos)
        << table.origin.notes.back();
}

TEST(XlsxRead, DamagedSheetsAreInputErrors) {
    for (const char* rows : {"<row r='1'><c r='A1'><v>1</v></c></row>", "<row r='x'/>", "<row r='9999999'/>",
                             "<row r='2'><c r='A2' t='s'><v>99</v></c></row>",
                             "<row r='2'><c r='ZZZZ2'><v>1</v></c></row>", "<row r='2'><c r='A2'><v>1</c></row>"}) {
        EXPECT_THROW(static_cast<void>(read(rows)), InputError) << rows;
    }
    EXPECT_THROW(static_cast<void>(read_xlsx(workbook(""), "t.xlsx")), InputError);
    EXPECT_THROW(static_cast<void>(read_xlsx(zip_of({{"a.txt", "x"}}), "t.xlsx")), InputError);
    EXPECT_THROW(static_cast<void>(read_xlsx("a,b\n1,2\n", "t.xlsx")), InputError);
    EXPECT_THROW(static_cast<void>(read_xlsx("", "t.xlsx")), InputError);
}

TEST(XlsxRead, UnpackingStopsAtTheLimit) {
    std::string rows;
    for (int row = 2; row < 5000; ++row) rows += "<row r='" + std::to_string(row) + "'><c><v>1</v></c></row>";
    EXPECT_THROW(static_cast<void>(read_xlsx(workbook(header + rows, shared), "t.xlsx", {.max_bytes = 50'000})),
                 LimitError);
}

TEST(XlsxRead, DamagedArchivesAreNeverACrash) {
    Table table;
    table.add("name", Column(std::vector<std::string>{"x", "y"}));
    table.add("n", Column(std::vector<double>{1, 2.5}));
    const std::string whole = to_xlsx(table);
    Random random(6, "damage", 0);
    for (int round = 0; round < 1000; ++round) {
        std::string bytes = whole;
        for (std::uint64_t count = 1 + random.below(4); count > 0; --count)
            bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        if (round % 4 == 0) bytes.resize(random.below(bytes.size()));
        try {
            static_cast<void>(read_xlsx(bytes, "t.xlsx"));
        } catch (const InputError&) {
        } catch (const LimitError&) {
        }
    }
}

}  // namespace xlsx_read_test
}  // namespace tarazy
