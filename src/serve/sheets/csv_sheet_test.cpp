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
    EXPECT_EQ(with_cells(sheet, {{1, 2, "say \"so\""}}).substr(bytes.size() - 1), "\"say \"\"so\"\"\"");
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
