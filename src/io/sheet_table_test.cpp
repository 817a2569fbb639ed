#include "io/sheet_table.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace sheet_table_test {

/// Rows by number, each with its cells from column A on; an empty text is no cell.
using Rows = std::map<std::size_t, std::vector<std::string>>;

Table table_of_rows(const Rows& rows, std::size_t header_row = 0) {
    SheetTable sheet("t.xlsx", header_row, false);
    for (const auto& [number, texts] : rows) {
        std::vector<SheetCell> cells;
        for (std::size_t column = 0; column < texts.size(); ++column) {
            if (texts[column].empty()) continue;
            const bool number_cell = parse_real(texts[column]).has_value();
            cells.push_back({column, number_cell ? SheetCell::Kind::number : SheetCell::Kind::text, texts[column]});
        }
        if (!cells.empty()) sheet.add_row(number, std::move(cells));
    }
    return sheet.table();
}

std::string failure(const Rows& rows, std::size_t header_row = 0) {
    try {
        static_cast<void>(table_of_rows(rows, header_row));
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

using Names = std::vector<std::string>;

const Rows titled = {{1, {"Table 1. Exports"}}, {3, {"state", "year", "value"}},
                     {4, {"KAZ", "2001", "1"}}, {5, {"RUS", "2001", "4"}},
                     {7, {"Source: own"}},      {8, {"Accessed in May"}}};

TEST(SheetTable, TitlesAboveAndNotesBelowArePassedOver) {
    const Table table = table_of_rows(titled);
    EXPECT_EQ(table.names, (Names{"state", "year", "value"}));
    EXPECT_EQ(table.rows(), 2u);
    EXPECT_EQ(table["value"].integer(1), 4);
    EXPECT_EQ(table["state"].texts().levels, (Names{"KAZ", "RUS"}));
    EXPECT_EQ(table.origin.lines, (std::vector<std::uint32_t>{4, 5}));
    EXPECT_EQ(table.origin.title, Names{"Table 1. Exports"});
    EXPECT_EQ(table.origin.notes,
              (Names{"row 1 above the table ('Table 1. Exports') passed over: row 3 names the columns (--header-row "
                     "chooses another)",
                     "rows 7 to 8 below the table ('Source: own') passed over"}));
}

TEST(SheetTable, TheHeaderRowCanBeGiven) {
    EXPECT_EQ(table_of_rows(titled, 3).rows(), 2u);
    EXPECT_EQ(table_of_rows(titled, 4).names, (Names{"KAZ", "2001", "1"}));
    EXPECT_NE(failure(titled, 2).find("t.xlsx:2: the row that should name the columns is empty"), std::string::npos);
    EXPECT_NE(failure(titled, 9).find("t.xlsx:9: the sheet has no row of this number"), std::string::npos);
    EXPECT_NE(failure(titled, 1).find("cell outside the columns of the header (row 1)"), std::string::npos);
}

TEST(SheetTable, RowsWithoutValuesAreNoNotes) {
    const Table table = table_of_rows({{1, {"state", "value"}}, {2, {"KAZ", "1"}}, {3, {"RUS"}}, {5, {"UZB"}}});
    EXPECT_EQ(table.rows(), 3u);  // RUS has no value either, so UZB is a state like others
    EXPECT_EQ(table.origin.notes, (Names{"the empty row 4 passed over"}));
    EXPECT_EQ(table_of_rows({{1, {"state", "value"}}, {2, {"KAZ", "1"}}, {3, {"RUS"}}}).rows(), 2u);
    EXPECT_EQ(table_of_rows({{1, {"state"}}, {2, {"KAZ"}}, {4, {"RUS"}}}).rows(), 2u);
    EXPECT_EQ(table_of_rows({{1, {"state", "value"}}, {3, {"Narnia"}}}).rows(), 1u);
}

TEST(SheetTable, EmptyColumnsAndRowsArePassedOver) {
    const Table table = table_of_rows({{1, {"", "A", "", "B"}}, {2, {"", "1", "", "2"}}, {5, {"", "3", "", ""}}});
    EXPECT_EQ(table.names, (Names{"A", "B"}));
    EXPECT_EQ(table.rows(), 2u);
    EXPECT_EQ(table.origin.notes,
              (Names{"2 empty rows (the first is row 3) passed over", "1 empty column passed over"}));
}

TEST(SheetTable, AFirstColumnWithoutANameHoldsRowNames) {
    const Table cases = table_of_rows({{1, {"", "A", "B"}}, {2, {"AUS", "1", "0"}}, {3, {"NOR", "0", "1"}}});
    EXPECT_EQ(cases.names, (Names{"case", "A", "B"}));
    EXPECT_EQ(cases["case"].text(1), "NOR");
    const Table counted = table_of_rows({{1, {"", "A"}}, {2, {"0", "5"}}, {3, {"1", "6"}}});
    EXPECT_EQ(counted.names, (Names{"A"}));
    EXPECT_EQ(table_of_rows({{1, {"", "case"}}, {2, {"AUS", "1"}}}).names, (Names{"row_name", "case"}));
    EXPECT_NE(failure({{1, {"A", "", "B"}}, {2, {"1", "2", "3"}}}).find("t.xlsx:2:2: there is a cell outside"),
              std::string::npos);
}

TEST(SheetTable, YearsMayNameColumnsBelowATitle) {
    const Table table = table_of_rows({{1, {"Data Source", "WDI"}},
                                       {3, {"Updated", "2024-01-01"}},
                                       {5, {"Country", "Code", "1960", "1961", "1962"}},
                                       {6, {"Kazakhstan", "KAZ", "1", "2", "3"}}});
    EXPECT_EQ(table.names, (Names{"Country", "Code", "1960", "1961", "1962"}));
    EXPECT_EQ(table["1961"].integer(0), 2);
    EXPECT_NE(failure({{1, {"state"}}, {2, {"KAZ", "7"}}, {3, {"RUS", "8"}}}).find("there is a cell outside"),
              std::string::npos);
}

TEST(SheetTable, ATextThatManyCellsShareIsReadOnce) {
    const std::string label = "Kazakhstan";
    SheetTable sheet("t.xlsx", 0, false);
    sheet.add_row(1, {{0, SheetCell::Kind::text, "state"}, {1, SheetCell::Kind::text, "value"}});
    for (std::size_t row = 2; row < 100; ++row)
        sheet.add_row(row, {{0, SheetCell::Kind::text, {}, &label}, {1, SheetCell::Kind::number, "1"}});
    const Table table = sheet.table();
    EXPECT_EQ(table["state"].texts().levels, Names{"Kazakhstan"});
    EXPECT_EQ(table["state"].text(97), "Kazakhstan");
}

TEST(SheetTable, WhatAFewBytesSwellToIsLimited) {
    SheetTable wide("t.xlsx", 0, false, {}, 1 << 20);  // rows with one cell far to the right
    wide.add_row(1, {{0, SheetCell::Kind::text, "a"}, {16'383, SheetCell::Kind::text, "b"}});
    const auto fill = [&] {
        for (std::size_t row = 2; row < 100; ++row) wide.add_row(row, {{16'383, SheetCell::Kind::number, "1"}});
        static_cast<void>(wide.table());
    };
    EXPECT_THROW(fill(), LimitError);
    const std::string long_text(1 << 19, 'x');  // one long text in many columns
    SheetTable copies("t.xlsx", 1, false, {}, 1 << 20);
    const auto name = [&] {
        copies.add_row(1, {{0, SheetCell::Kind::text, {}, &long_text},
                           {1, SheetCell::Kind::text, {}, &long_text},
                           {2, SheetCell::Kind::text, {}, &long_text}});
    };
    EXPECT_THROW(name(), LimitError);
}

TEST(SheetTable, SheetsWithoutATableAreRefused) {
    EXPECT_NE(failure({}).find("the sheet is empty"), std::string::npos);
    EXPECT_NE(failure({{1, {"A", "A"}}, {2, {"1", "2"}}}).find("stands already at column 1"), std::string::npos);
}

}  // namespace sheet_table_test
}  // namespace tarazy
