#include "table/keys.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace keys_test {

Table votes() {
    Table table;
    table.origin.path = "votes.csv";
    table.add("rcid", Column(std::vector<std::int64_t>{3, 3, 4, 3, 3}));
    table.add("ccode", Column(std::vector<std::int64_t>{2, 365, 2, 2, 2}));
    return table;
}

TEST(Keys, ARepeatedKeyNamesBothLines) {
    try {
        require_unique(votes(), {"rcid", "ccode"});
        FAIL() << "accepted a repeated key";
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "votes.csv:5:1: rcid 3, ccode 2 stands already on line 2; keep one of the two rows\n"
                     "votes.csv:6:1: rcid 3, ccode 2 stands already on line 2; keep one of the two rows");
    }
}

TEST(Keys, LinesOfTheOriginAreUsed) {
    Table table = votes();
    table.origin.lines = {2, 4, 6, 8, 10};
    try {
        require_unique(table, {"rcid", "ccode"});
        FAIL() << "accepted a repeated key";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().front().line, 8u);
        EXPECT_NE(error.problems().front().what.find("line 2"), std::string::npos);
    }
}

TEST(Keys, DifferentKeysPass) {
    Table table = votes();
    const std::vector<std::size_t> rows = {0, 1, 2};
    EXPECT_NO_THROW(require_unique(take_rows(table, rows), {"rcid", "ccode"}));
    EXPECT_NO_THROW(require_unique(take_rows(table, {}), {"rcid"}));
}

TEST(Keys, UnknownCellsRepeatNothing) {
    Table table;
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    table.add("state", Column(std::vector<std::string>{"", "", "KAZ", "KAZ"}));
    table.add("x", Column(std::vector<double>{1, 1, unknown, unknown}));
    EXPECT_TRUE(repeated_keys(table, std::vector<std::string>{"state"}).size() == 1);
    EXPECT_TRUE(repeated_keys(table, std::vector<std::string>{"state", "x"}).empty());
}

TEST(Keys, BothZerosAreOneNumber) {
    Table table;
    table.add("x", Column(std::vector<double>{0.0, -0.0}));
    EXPECT_EQ(repeated_keys(table, std::vector<std::string>{"x"}).size(), 1u);
}

TEST(Keys, ALackingKeyColumnSuggestsTheNearestName) {
    EXPECT_THROW(require_unique(votes(), {"rcid", "code"}), InputError);
}

TEST(Keys, ManyRegularKeysAreToldApart) {
    std::vector<std::int64_t> a;
    std::vector<std::int64_t> b;
    for (std::int64_t row = 0; row < 200'000; ++row) {
        a.push_back(row / 200);
        b.push_back((row % 200) << 20);
    }
    Table table;
    table.add("a", Column(std::move(a)));
    table.add("b", Column(std::move(b)));
    EXPECT_TRUE(repeated_keys(table, std::vector<std::string>{"a", "b"}).empty());
}

TEST(Keys, RowsThatRepeatAnEarlierOneInEveryCellAreFoundAndTold) {
    Table table;
    table.add("state", Column(std::vector<std::string>{"KAZ", "RUS", "KAZ", "KAZ", "RUS"}));
    table.add("start",
              Column(std::vector<std::int64_t>{1992, Column::missing_integer, 1992, 1993, Column::missing_integer}));
    const std::vector<RepeatedKey> repeated = repeated_rows(table);
    ASSERT_EQ(repeated.size(), 2u) << "cells that are missing in both rows are the same here";
    EXPECT_EQ(repeated[1].row, 4u);
    EXPECT_EQ(repeated[1].first_row, 1u);
    EXPECT_EQ(
        repeated_rows_note(table, "the memberships"),
        "the memberships have rows that repeat an earlier one (its line in brackets) and count once: 4 (2), 6 (3)");
    EXPECT_EQ(repeated_rows_note(votes(), "the votes"),
              "the votes have rows that repeat an earlier one (its line in brackets) and count once: 5 (2), 6 (2)");
    const std::vector<std::size_t> two = {0, 1};
    EXPECT_EQ(repeated_rows_note(take_rows(table, two), "the memberships"), "");
}

}  // namespace keys_test
}  // namespace tarazy
