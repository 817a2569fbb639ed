#include "io/xlsx_read.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/small_workbook_test.hpp"
#include "io/xlsx_write.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

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
}

TEST(XlsxRead, EmptyRowsAreSkippedAndRowNumbersKept) {
    const Table table = read("<row r='2'/><row r='5'><c r='B5' t='s'><v>2</v></c></row>");
    ASSERT_EQ(table.rows(), 1u);
    EXPECT_TRUE(table["ccode"].missing(0));
    EXPECT_EQ(table.origin.lines, (std::vector<std::uint32_t>{5}));
}

TEST(XlsxRead, SheetsAreFoundByNameAndWrongNamesHinted) {
    const std::string bytes = workbook(header, shared);
    EXPECT_EQ(read_xlsx(bytes, "t.xlsx", {.sheet = "second"}).names, (std::vector<std::string>{"b"}));
    try {
        static_cast<void>(read_xlsx(bytes, "t.xlsx", {.sheet = "secnd"}));
        FAIL() << "found a sheet that is not there";
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(), "t.xlsx: there is no sheet 'secnd'; did you mean 'second'?");
    }
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

}  // namespace
}  // namespace tarazy
