#include "io/xlsx_write.hpp"

#include "base/error.hpp"
#include "io/random_table_test.hpp"
#include "io/xlsx_read.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace xlsx_write_test {

/// Reading takes blanks around texts away.
std::string without_blanks(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

TEST(XlsxWrite, RandomTablesReadBackTheSame) {
    for (std::uint64_t round = 0; round < 60; ++round) {
        const Table table = random_table(round);
        const Table back = read_xlsx(to_xlsx(table), "t.xlsx");
        ASSERT_EQ(back.names.size(), table.names.size());
        for (std::size_t index = 0; index < table.names.size(); ++index)
            EXPECT_EQ(back.names[index], without_blanks(table.names[index]));
        // A row without any value leaves no trace in a sheet.
        std::size_t row = 0;
        for (std::size_t written = 0; written < table.rows(); ++written) {
            const bool empty = std::ranges::all_of(
                table.columns, [&](const Column& column) { return without_blanks(column.display(written)).empty(); });
            if (empty) continue;
            for (std::size_t index = 0; index < table.columns.size(); ++index) {
                EXPECT_EQ(back.columns[index].display(row), without_blanks(table.columns[index].display(written)));
            }
            ++row;
        }
        EXPECT_EQ(back.rows(), row);
    }
}

TEST(XlsxWrite, FormulasEscapesAndLongNumbersStayTexts) {
    Table table;
    table.add("a_x0041_", Column(std::vector<std::string>{"=1+1", "_x0042_", "\x01\r", "lead"}));
    table.add("id", Column(std::vector<std::int64_t>{(std::int64_t{1} << 53) + 1, 1, -5, Column::missing_integer}));
    expect_same_cells(read_xlsx(to_xlsx(table), "t.xlsx"), table);
}

TEST(XlsxWrite, TheSameTableGivesTheSameBytes) {
    const std::string first = to_xlsx(random_table(3));
    EXPECT_TRUE(first == to_xlsx(random_table(3)));
}

TEST(XlsxWrite, WhatDoesNotFitASheetIsRefused) {
    Table rows;
    rows.add("a", Column(std::vector<std::int64_t>(1'048'576, 1)));
    EXPECT_THROW(static_cast<void>(to_xlsx(rows)), LimitError);
    Table text;
    text.add("a", Column(std::vector<std::string>{std::string(32'768, 'x')}));
    EXPECT_THROW(static_cast<void>(to_xlsx(text)), InputError);
}

}  // namespace xlsx_write_test
}  // namespace tarazy
