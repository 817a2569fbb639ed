#include "serve/sheets/csv_sheet.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

namespace tarazy::csv_sheet_test {
namespace {

TEST(CsvSheet, OneCellChangesAndNoOtherByte) {
    const std::string bytes =
        "\xEF\xBB\xBF"
        "a;b ;c\r\n1; \"x;\"\"y\" ;3\r\n\r\n4;;6";
    const CsvSheet sheet = read_csv_sheet(bytes, "f.csv");
    EXPECT_EQ(sheet.delimiter, ';');
    EXPECT_EQ(sheet.names, (std::vector<std::string>{"a", "b", "c"}));
    ASSERT_EQ(sheet.rows.size(), 2u);
    EXPECT_EQ(sheet.text(0, "b"), "x;\"y");
    EXPECT_EQ(sheet.text(1, "b"), "");
    EXPECT_EQ(sheet.text(1, "none"), "");
    EXPECT_EQ(with_cells(sheet, {{1, 1, "new"}, {0, 0, "қ;"}}),
              "\xEF\xBB\xBF"
              "a;b ;c\r\n\"қ;\"; \"x;\"\"y\" ;3\r\n\r\n4;new;6");
    EXPECT_EQ(with_cells(sheet, {}), bytes);
    EXPECT_EQ(with_cells(sheet, {{0, 1, "x;\"y"}}), bytes) << "the blanks around a cell that stays";
    EXPECT_EQ(with_cells(sheet, {{1, 2, "say \"so\""}}).substr(bytes.size() - 1), "\"say \"\"so\"\"\"");
}

/// ` "3` is a text with a quote only as long as no later quote closes it.
TEST(CsvSheet, AChangeThatWouldChangeOtherCellsIsRefused) {
    const CsvSheet sheet = read_csv_sheet("a;b ;c\r\n1; \"3\r\n1; \"x;[\"\"y\" ;\ny\" ;6", "f.csv");
    ASSERT_EQ(sheet.rows.size(), 3u);
    ASSERT_EQ(sheet.text(0, "b"), "\"3");
    EXPECT_THROW((void)with_cells(sheet, {{1, 1, "x"}}), InputError);
}

TEST(CsvSheet, ARowOfOneCellThatBecomesEmptyStays) {
    const CsvSheet sheet = read_csv_sheet("text\none\ntwo\n", "f.csv");
    const std::string changed = with_cells(sheet, {{0, 0, ""}});
    EXPECT_EQ(changed, "text\n\"\"\ntwo\n");
    EXPECT_EQ(read_csv_sheet(changed, "f.csv").rows.size(), 2u);
}

TEST(CsvSheet, EveryCellOfAStudyWrittenAsItIsIsTheSameFile) {
    for (const char* name : {"nuclear_reversal_cells.csv", "nuclear_reversal_cases.csv", "likelihoods.csv"}) {
        const std::string path = std::string(TARAZY_SOURCE_DIR "/studies/kazakhstan/data/") + name;
        const std::string bytes = read_file(path);
        const CsvSheet sheet = read_csv_sheet(bytes, path);
        std::vector<CellText> all;
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                all.push_back({row, column, sheet.rows[row][column].text});
        EXPECT_EQ(with_cells(sheet, all), bytes) << name;
    }
}

TEST(CsvSheet, WhatIsNoTableIsRefused) {
    EXPECT_THROW((void)read_csv_sheet("", "f.csv"), InputError);
    EXPECT_THROW((void)read_csv_sheet("a,b\n\xFF,1\n", "f.csv"), InputError);
    EXPECT_THROW((void)read_csv_sheet("a,b\n\"x,1\n", "f.csv"), InputError);
}

}  // namespace
}  // namespace tarazy::csv_sheet_test
