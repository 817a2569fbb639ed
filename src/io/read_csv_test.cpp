#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tarazy {
namespace read_csv_test {

/// Message of the InputError that reading throws.
std::string fault_of(const std::string& text, const std::string& path = "t.csv") {
    try {
        static_cast<void>(read_csv(text, path));
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

std::string cell(const Table& table, std::size_t row, const char* column) {
    return table[column].display(row);
}

TEST(ReadCsv, ColumnsBecomeIntegerRealOrText) {
    const Table table = read_csv("ccode,share,name\n2,0.5,USA\n365,1,Russia\n", "t.csv");
    EXPECT_EQ(table.rows(), 2u);
    EXPECT_EQ(table["ccode"].type(), ColumnType::integer);
    EXPECT_EQ(table["share"].type(), ColumnType::real);
    EXPECT_EQ(table["name"].type(), ColumnType::text);
    EXPECT_EQ(table["ccode"].integer(1), 365);
    EXPECT_DOUBLE_EQ(table["share"].real(1).value(), 1.0);
    EXPECT_EQ(table["name"].text(1), "Russia");
    EXPECT_TRUE(table.origin.lines.empty());
    EXPECT_EQ(table.origin.path, "t.csv");
}

TEST(ReadCsv, EmptyCellsAreMissingAndNeverZero) {
    const Table table = read_csv("a,b,c\n1,,x\n,2.5,\n", "t.csv");
    EXPECT_FALSE(table["b"].real(0).has_value());
    EXPECT_FALSE(table["a"].integer(1).has_value());
    EXPECT_FALSE(table["c"].text(1).has_value());
}

TEST(ReadCsv, NaIsMissingAmongNumbersAndNamibiaAmongTexts) {
    const Table table = read_csv("iso2,gdp,v\nNA,NA,NA\nKZ,2.5,7\n", "t.csv");
    EXPECT_EQ(table["iso2"].text(0), "NA");
    EXPECT_FALSE(table["gdp"].real(0).has_value());
    EXPECT_EQ(table["v"].type(), ColumnType::integer);
    EXPECT_FALSE(table["v"].integer(0).has_value());
}

TEST(ReadCsv, ATextCellLateInANumericColumnBringsBackTheFirstCellsAsWritten) {
    const Table table = read_csv("a,b\n1,0.50\n+2,1e3\n,NA\nx,1\n1,y\n", "t.csv");
    EXPECT_EQ(cell(table, 0, "b"), "0.50");
    EXPECT_EQ(cell(table, 1, "a"), "+2");
    EXPECT_EQ(cell(table, 1, "b"), "1e3");
    EXPECT_TRUE(table["a"].missing(2));
    EXPECT_EQ(cell(table, 2, "b"), "NA");
    EXPECT_EQ(cell(table, 4, "a"), "1");
    EXPECT_EQ(table["a"].texts().levels, (std::vector<std::string>{"1", "+2", "x"}));
}

TEST(ReadCsv, LeadingZerosStayText) {
    const Table table = read_csv("code,zero,minus\n007,0,-01\n12,0.5,1\n", "t.csv");
    EXPECT_EQ(cell(table, 0, "code"), "007");
    EXPECT_EQ(table["zero"].type(), ColumnType::real);
    EXPECT_EQ(cell(table, 0, "minus"), "-01");
}

TEST(ReadCsv, WholeNumbersBeyond64BitsKeepTheirDigits) {
    const Table table =
        read_csv("id,edge\n18446744073709551617,9223372036854775807\n1,-9223372036854775808\n", "t.csv");
    EXPECT_EQ(cell(table, 0, "id"), "18446744073709551617");
    EXPECT_EQ(cell(table, 1, "edge"), "-9223372036854775808");
}

TEST(ReadCsv, NanAndInfinityMakeAColumnText) {
    const Table table = read_csv("a,b,c\nNaN,inf,1e999\n1,2,3\n", "t.csv");
    for (const char* name : {"a", "b", "c"}) EXPECT_EQ(table[name].type(), ColumnType::text) << name;
}

TEST(ReadCsv, AColumnWithoutAnyValueIsInteger) {
    const Table table = read_csv("a,b\n,NA\n,NA\n", "t.csv");
    EXPECT_EQ(table["a"].type(), ColumnType::integer);
    EXPECT_EQ(table["b"].count_missing(), 2u);
}

TEST(ReadCsv, QuotedFieldsHoldDelimitersQuotesAndLineBreaks) {
    const Table table = read_csv("a,b\n\"x,\"\"y\"\"\",1\n\"two\r\nlines\",\"2\"\nz,3\n", "t.csv");
    EXPECT_EQ(cell(table, 0, "a"), "x,\"y\"");
    EXPECT_EQ(cell(table, 1, "a"), "two\r\nlines");
    EXPECT_EQ(table["b"].type(), ColumnType::integer);
    EXPECT_EQ(table.origin.lines, (std::vector<std::uint32_t>{2, 3, 5}));
    EXPECT_EQ(table.problem(2, "b", "", "").line, 5u);
}

TEST(ReadCsv, QuotesInsideAnUnquotedFieldArePlain) {
    EXPECT_EQ(cell(read_csv("a,b\n5\" gun,1\n", "t.csv"), 0, "a"), "5\" gun");
}

TEST(ReadCsv, LinesEndWithLfCrlfOrCr) {
    for (const char* text : {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "a,b\n1,2\n3,4"}) {
        const Table table = read_csv(text, "t.csv");
        ASSERT_EQ(table.rows(), 2u);
        EXPECT_EQ(table["b"].integer(1), 4);
        EXPECT_TRUE(table.origin.lines.empty());
    }
}

TEST(ReadCsv, ByteOrderMarkAndBlankLinesAreSkipped) {
    const Table table = read_csv("\xEF\xBB\xBF\na,b\n\n1,2\n  \t \n\r\n3,4\n\n", "t.csv");
    ASSERT_EQ(table.rows(), 2u);
    EXPECT_EQ(table.names.front(), "a");
    EXPECT_EQ(table.origin.lines, (std::vector<std::uint32_t>{4, 7}));
}

TEST(ReadCsv, InATableOfOneColumnAQuotedEmptyCellIsARow) {
    const Table table = read_csv("a\n1\n\"\"\n\n3\n", "t.csv");
    EXPECT_EQ(table.rows(), 3u);
    EXPECT_TRUE(table["a"].missing(1));
    EXPECT_EQ(cell(read_csv("a\n\" \"\n", "t.csv"), 0, "a"), " ");
    EXPECT_EQ(read_csv("a\n \n", "t.csv").rows(), 0u);
}

TEST(ReadCsv, HeaderOnlyIsATableWithoutRows) {
    const Table table = read_csv("a,b", "t.csv");
    EXPECT_EQ(table.rows(), 0u);
    EXPECT_EQ(table.columns.size(), 2u);
    EXPECT_THROW(require_rows(table), InputError);
}

TEST(ReadCsv, DelimiterComesFromTheContent) {
    EXPECT_EQ(read_csv("a;b\n1;2,5\n", "t.csv").names.size(), 2u);
    EXPECT_EQ(read_csv("a,b\tc\n1,2\t3\n", "t.tsv").names, (std::vector<std::string>{"a,b", "c"}));
    EXPECT_EQ(read_csv("a,b\tc\td\n1\t2\t3\n", "t.txt").names.size(), 3u);
    EXPECT_EQ(read_csv("\"x;y\",b\n1,2\n", "-").names.size(), 2u);
    EXPECT_EQ(read_csv("a|b\n1|2\n", "t.csv", ReadOptions{.delimiter = '|'}).names.size(), 2u);
}

TEST(ReadCsv, EmptyFileIsNamed) {
    EXPECT_EQ(fault_of(""), "t.csv: the file is empty; give a file with a header line and one row a line");
    EXPECT_EQ(fault_of("\xEF\xBB\xBF\n\n"), fault_of(""));
}

TEST(ReadCsv, AllRowsWithTooFewOrTooManyFieldsAreReported) {
    EXPECT_EQ(fault_of("a,b\n1,2\n1\n1,2\n\n1,2,3\n"),
              "t.csv:3:1: the row has 1 field, the header has 2; complete the row; an unknown value is an empty field\n"
              "t.csv:6:3: the row has 3 fields, the header has 2; put fields that contain the delimiter in quotes");
    std::string text = "a,b\n";
    for (int row = 0; row < 30; ++row) text += "1\n";
    EXPECT_NE(fault_of(text).find("10 more problems (30 in all)"), std::string::npos);
}

TEST(ReadCsv, UnclosedQuoteNamesTheLineWhereItOpened) {
    EXPECT_EQ(fault_of("a,b\n1,2\n3,\"open\n5,6\n"),
              "t.csv:3:2: the quote that opens here is never closed; "
              "close it; a quote that belongs to a quoted text is written twice");
    EXPECT_NE(fault_of("a,\"b\n").find("t.csv:1:2: the quote"), std::string::npos);
}

TEST(ReadCsv, TextAfterTheClosingQuoteIsReportedWithOtherFaults) {
    const std::string fault = fault_of("a,b\n\"x\"y,2\n1\n");
    EXPECT_NE(fault.find("t.csv:2:1: text follows the closing quote"), std::string::npos);
    EXPECT_NE(fault.find("t.csv:3:1: the row has 1 field"), std::string::npos);
}

TEST(ReadCsv, ColumnNamesMustBeThereAndDiffer) {
    EXPECT_EQ(fault_of("a,,a\n1,2,3\n"),
              "t.csv:1:2: the column has no name; name it in the header line, or remove it\n"
              "t.csv:1:3: the column name 'a' stands already at column 1; rename one of the two");
}

TEST(ReadCsv, Utf16IsRead) {
    const std::string text(
        "a\0,\0b\0\n\0"
        "1\0,\0"
        "2\0\n\0",
        16);
    EXPECT_EQ(read_csv("\xFF\xFE" + text, "t.csv")["b"].integer(0), 2);
    EXPECT_TRUE(read_csv("\xFF\xFE" + text, "t.csv").origin.notes.empty());
    EXPECT_EQ(read_csv(text, "t.csv").origin.notes,
              std::vector<std::string>{"it was read as UTF-16; --encoding says otherwise"});
}

TEST(ReadCsv, BytesThatAreNotUtf8AreReportedByLine) {
    EXPECT_EQ(fault_of("a,b\n1,қазақ\n2,\xCF\n3,ok\n4,\xFF\n"),
              "t.csv:3: byte 0xCF is not valid UTF-8; save the file as UTF-8, or name its encoding with --encoding\n"
              "t.csv:5: byte 0xFF is not valid UTF-8; save the file as UTF-8, or name its encoding with --encoding");
}

TEST(ReadCsv, NulBytesAndBinaryFilesAreRefused) {
    EXPECT_NE(fault_of(std::string("a,b\n1,\0\n", 8)).find("t.csv:2: there is a NUL byte"), std::string::npos);
    EXPECT_NE(fault_of(std::string("PK\x03\x04\x14\0\0\0", 8)).find("a zip archive or spreadsheet"), std::string::npos);
}

TEST(ReadCsv, ALegalFieldOfTenMegabytesIsRead) {
    const std::string text(10'000'000, 'x');
    const Table table = read_csv("a,b\n\"" + text + "\",1\n" + text + ",2\n", "t.csv");
    EXPECT_EQ(table["a"].texts().levels.front().size(), text.size());
    EXPECT_EQ(table["b"].integer(1), 2);
}

TEST(ReadCsv, AMillionColumnsAreALimitAndAHundredThousandAreNot) {
    const auto wide = [](std::size_t columns) {
        std::string header = "c0";
        std::string row = "0";
        for (std::size_t column = 1; column < columns; ++column) {
            header += ",c" + std::to_string(column);
            row += "," + std::to_string(column);
        }
        return header + "\n" + row + "\n";
    };
    EXPECT_THROW(static_cast<void>(read_csv(wide(1'000'000), "t.csv")), LimitError);
    EXPECT_EQ(read_csv(wide(100'000), "t.csv").columns.back().integer(0), 99'999);
}

TEST(ReadCsv, UnicodeStaysAsItIs) {
    const Table table = read_csv("ел,name\nҚазақстан,Казахстан\n中国,Ресей\n", "t.csv");
    EXPECT_EQ(cell(table, 0, "ел"), "Қазақстан");
    EXPECT_EQ(cell(table, 1, "ел"), "中国");
}

}  // namespace read_csv_test
}  // namespace tarazy
