#include "table/column_labels.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace column_labels_test {

Column regimes() {
    Column column(std::vector<std::int64_t>{1, 2, 9, Column::missing_integer});
    column.set_labels(std::make_shared<const ColumnLabels>(
        ColumnLabels{"Regime type", {{1.0, "Autocracy"}, {2.0, "Democracy"}, {3.0, "Hybrid"}}}));
    return column;
}

TEST(ColumnLabels, TakeThePlaceOfCodesThatHaveOne) {
    const Column column = labels_for_codes(regimes());
    EXPECT_EQ(column.text(0), "Autocracy");
    EXPECT_EQ(column.text(1), "Democracy");
    EXPECT_EQ(column.text(2), "9");
    EXPECT_TRUE(column.missing(3));
    EXPECT_FALSE(has_value_labels(column));
    EXPECT_EQ(labels_for_codes(Column(std::vector<double>{0.5})).real(0), 0.5);
}

TEST(ColumnLabels, OfTextsToo) {
    Column column(std::vector<std::string>{"A", "D", ""});
    column.set_labels(std::make_shared<const ColumnLabels>(ColumnLabels{"", {{std::string("A"), "Autocracy"}}}));
    EXPECT_EQ(labels_for_codes(column).text(0), "Autocracy");
    EXPECT_EQ(labels_for_codes(column).text(1), "D");
    EXPECT_TRUE(labels_for_codes(column).missing(2));
}

TEST(ColumnLabels, StayWithTheRowsThatAreTaken) {
    Table table;
    table.add("regime", regimes());
    const std::vector<std::size_t> rows = {1, 1};
    EXPECT_EQ(take_rows(table, rows)["regime"].labels(), table["regime"].labels());
}

TEST(ColumnLabels, OfTablesPutTogetherAreJoinedUnlessTheyContradictEachOther) {
    Table upper, lower;
    upper.add("regime", regimes());
    Column column(std::vector<std::int64_t>{4});
    lower.add("regime", column);
    EXPECT_EQ(append_rows(upper, lower)["regime"].labels(), upper["regime"].labels());
    EXPECT_EQ(append_rows(lower, upper)["regime"].labels(), upper["regime"].labels());
    lower.columns[0].set_labels(std::make_shared<const ColumnLabels>(ColumnLabels{"x", {{4.0, "Other"}}}));
    EXPECT_EQ(append_rows(upper, lower)["regime"].labels()->values.size(), 4u);
    EXPECT_EQ(append_rows(upper, lower)["regime"].labels()->title, "Regime type");
    lower.columns[0].set_labels(std::make_shared<const ColumnLabels>(ColumnLabels{"", {{1.0, "Democracy"}}}));
    EXPECT_EQ(append_rows(upper, lower)["regime"].labels(), nullptr);
}

}  // namespace column_labels_test
}  // namespace tarazy
