#include "io/unnamed_columns.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace unnamed_columns_test {

Table with(std::vector<std::string> names, std::vector<Column> columns) {
    Table table;
    table.origin.path = "t.csv";
    for (std::size_t i = 0; i < names.size(); ++i) table.add(names[i], std::move(columns[i]));
    return table;
}
Column numbers(std::vector<std::int64_t> cells) {
    return Column(std::move(cells));
}
Column texts(std::vector<std::string> cells) {
    return Column(std::span<const std::string>(cells));
}
constexpr std::int64_t none = Column::missing_integer;

TEST(UnnamedColumns, AColumnThatCountsTheRowsIsPassedOver) {
    for (const std::int64_t first : {0, 1}) {
        Table table = with({"", "x"}, {numbers({first, first + 1}), numbers({5, 6})});
        settle_unnamed_columns(table, 1);
        EXPECT_EQ(table.names, std::vector<std::string>{"x"});
        EXPECT_EQ(table.origin.notes.size(), 1u);
        EXPECT_EQ(table.problem(0, "x", "", "").column, 2u) << "fields are counted as in the file";
    }
}

TEST(UnnamedColumns, NamesOfCasesAreKept) {
    Table table = with({"", "x"}, {texts({"AU", "BE"}), numbers({5, 6})});
    settle_unnamed_columns(table, 1);
    EXPECT_EQ(table.names, (std::vector<std::string>{"case", "x"}));
    EXPECT_EQ(table.origin.notes, std::vector<std::string>{"its first column has no name: it is called 'case'"});
    Table other = with({"", "case"}, {texts({"AU", "BE"}), numbers({5, 6})});
    settle_unnamed_columns(other, 1);
    EXPECT_EQ(other.names, (std::vector<std::string>{"row_name", "case"}));
    // Numbers that are more than a count: the row names of a filtered table, or codes of states.
    Table codes = with({"", "x"}, {numbers({2, 20}), numbers({5, 6})});
    settle_unnamed_columns(codes, 1);
    EXPECT_EQ(codes.names.front(), "case");
}

TEST(UnnamedColumns, WhatTheFirstColumnIs) {
    const std::vector<std::string> names = {"A", "B"}, with_case = {"", "case"};
    for (const auto& count : {std::vector<std::int64_t>{1, 2, 3}, {0, 1, 2}})
        EXPECT_FALSE(row_names(numbers(count), names).name.has_value());
    for (const auto& other : {std::vector<std::int64_t>{1, 3, 4}, {1, none}, {2, 3}})
        EXPECT_EQ(row_names(numbers(other), names).name, "case");
    EXPECT_EQ(row_names(texts({"AUS", "NOR"}), with_case).name, "row_name");
    EXPECT_EQ(row_names(texts({"AUS"}), with_case).note, "its first column has no name: it is called 'row_name'");
}

TEST(UnnamedColumns, EmptyOnesArePassedOverAndOthersAreAProblem) {
    Table table = with({"a", "", "b"}, {numbers({1}), numbers({none}), numbers({2})});
    settle_unnamed_columns(table, 1);
    EXPECT_EQ(table.names, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(table.origin.notes, std::vector<std::string>{"an empty column without a name (field 2) was passed over"});
    Table bad = with({"a", "", ""}, {numbers({1}), numbers({3}), numbers({2})});
    try {
        settle_unnamed_columns(bad, 4);
        FAIL() << "accepted";
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "t.csv:4:2: the column has no name; name it in the header line, or remove it\n"
                     "t.csv:4:3: the column has no name; name it in the header line, or remove it");
    }
}

}  // namespace unnamed_columns_test
}  // namespace tarazy
