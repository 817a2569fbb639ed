#include "trace/breaks/partition_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace partition_table_test {

TEST(PartitionTable, TheEarlierOfTwoEqualCandidatesIsTaken) {
    const std::vector<double> y = {0, 1, 2};
    const SegmentCost cost(y, ChangeStatistic::mean);
    const SegmentationOptions options{.per_change = 1};
    PartitionTable table(cost, options);
    EXPECT_TRUE(table.reachable(0));
    EXPECT_FALSE(table.reachable(1));
    table.settle(1, std::vector<std::uint32_t>{0}, std::vector<double>{0.5});
    table.settle(2, std::vector<std::uint32_t>{0}, std::vector<double>{1});
    EXPECT_EQ(table.with_change(2), 2);
    // 2 and 1 both make one change; the rounding error of the second is no reason to take it.
    table.settle(3, std::vector<std::uint32_t>{2, 1}, std::vector<double>{0.25, 0.25 + 1e-13});
    EXPECT_EQ(table.partition(cost, options, 0).changes, std::vector<std::size_t>{1});
}

TEST(PartitionTable, LengthTermsAreLogarithms) {
    const std::vector<double> y = {0, 1, 2};
    const SegmentCost cost(y, ChangeStatistic::mean);
    const PartitionTable without(cost, {.per_change = 1}), with(cost, {.per_change = 1, .length_term = true});
    EXPECT_EQ(without.length_term(3), 0);
    EXPECT_DOUBLE_EQ(with.length_term(3), std::log(3.0));
}

}  // namespace partition_table_test
}  // namespace tarazy
