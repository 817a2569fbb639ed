#include "report/table_columns.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tarazy {
namespace table_columns_test {

std::string meaning(const char* method, const char* table, const char* column) {
    const auto found = table_column_meaning(method, table, column);
    return found ? found->meaning + " [" + found->unit + "]" : "";
}

TEST(TableColumns, OneNameInTwoTables) {
    EXPECT_EQ(meaning("simulate.ensemble", "boxes", "density"),
              "part of the runs in the box that miss the threshold [share]");
    EXPECT_EQ(meaning("network.bridge", "cards", "density"), "") << "said for all methods at once";
    EXPECT_EQ(meaning("trace.changepoints", "each", "change_after"),
              "probability of a change after this observation [probability]");
    EXPECT_EQ(meaning("trace.changepoints", "changes", "change_after"), "last observation of the old level [time]");
}

TEST(TableColumns, ColumnsWithPolesInTheirNames) {
    EXPECT_EQ(meaning("network.knockout", "", "share_RUS_change"),
              "change against the network as it is of: share of the pole RUS in the institutions that the state shares "
              "with all poles [share]");
    EXPECT_EQ(meaning("network.knockout", "", "difference_CHN_RUS"),
              "share of the first pole less that of the second, divided by their sum [-1 to 1]");
    EXPECT_EQ(meaning("network.functions", "", "share_RUS"), "");
}

TEST(TableColumns, SetsOfAComparison) {
    EXPECT_TRUE(set_column_meaning("compare.minimise", "truth_table").has_value());
    EXPECT_FALSE(set_column_meaning("compare.minimise", "xy").has_value());
    EXPECT_FALSE(set_column_meaning("trace.graph", "memberships").has_value());
}

}  // namespace table_columns_test
}  // namespace tarazy
