#include "table/table_rows.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace tarazy {
namespace table_rows_test {

using Names = std::vector<std::string>;

auto case_rows() {
    return TableRows(TextColumn{"case"}, RealColumn{"incl"}, IntegerColumn{"n"}, ListColumn{"sources"});
}

TEST(TableRows, CellsStandInTheirColumns) {
    auto rows = case_rows();
    const Names sources = {"Reiss 1995", "a; b"};
    rows.add("KAZ", 0.75, 3, sources);
    rows.add(std::string("UKR"), std::optional<double>(1), std::size_t{4}, Names{});
    const Table table = rows.table();
    EXPECT_EQ(table.names, (Names{"case", "incl", "n", "sources"}));
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table["case"].text(1), "UKR");
    EXPECT_EQ(table["incl"].real(0), 0.75);
    EXPECT_EQ(table["incl"].real(1), 1.0);
    EXPECT_EQ(table["n"].integer(1), 4);
    EXPECT_EQ(table["sources"].list(0), sources);
    EXPECT_TRUE(table["sources"].holds_lists());
}

TEST(TableRows, WhatIsNotKnownIsMissing) {
    auto rows = case_rows();
    rows.add("", std::nullopt, std::nullopt, Names{});
    rows.add("", std::optional<double>(), std::optional<std::uint64_t>(), Names{});
    rows.add("", Column::missing_real, Column::missing_integer, Names{});
    const Table table = rows.table();
    for (const Column& column : table.columns) EXPECT_EQ(column.count_missing(), 3U);
}

TEST(TableRows, ATableWithoutRowsKeepsNamesAndTypes) {
    const Table table = case_rows().table();
    EXPECT_EQ(table.rows(), 0U);
    ASSERT_EQ(table.columns.size(), 4U);
    EXPECT_EQ(table["case"].type(), ColumnType::text);
    EXPECT_EQ(table["incl"].type(), ColumnType::real);
    EXPECT_EQ(table["n"].type(), ColumnType::integer);
    EXPECT_TRUE(table["sources"].holds_lists());
}

TEST(TableRows, AFlagIsOneOrZero) {
    TableRows rows(IntegerColumn{"sampled"});
    rows.add(true);
    rows.add(std::optional(false));
    const Table table = rows.table();
    EXPECT_EQ(table["sampled"].integer(0), 1);
    EXPECT_EQ(table["sampled"].integer(1), 0);
}

TEST(TableRows, ARealNumberIsNoInteger) {
    EXPECT_FALSE((std::is_convertible_v<double, IntegerCell>));
    EXPECT_TRUE((std::is_convertible_v<double, RealCell>));
}

TEST(TableRows, NoRowsAreLeftBehind) {
    TableRows rows(TextColumn{"case"});
    rows.add("KAZ");
    EXPECT_EQ(rows.table().rows(), 1U);
    EXPECT_EQ(rows.table().rows(), 0U);
}

}  // namespace table_rows_test
}  // namespace tarazy
