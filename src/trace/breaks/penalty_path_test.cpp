#include "trace/breaks/penalty_path.hpp"

#include "trace/breaks/break_references_test.hpp"
#include "trace/breaks/partition_cases_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace penalty_path_test {

TEST(PenaltyPath, WhatEachPenaltyGivesAlone) {
    for (std::uint64_t number = 0; number < 300; ++number) {
        PartitionCase tried = random_partition_case(number, 40);
        const SegmentCost cost = tried.cost();
        const std::vector<PathStep> path = penalty_path(cost, tried.options, 0.1, 30);
        ASSERT_FALSE(path.empty());
        EXPECT_EQ(path.front().from, 0.1);
        EXPECT_EQ(path.back().to, 30);
        for (std::size_t i = 0; i < path.size(); ++i) {
            if (i > 0) {
                EXPECT_EQ(path[i].from, path[i - 1].to);
                EXPECT_LT(path[i].partition.changes.size(), path[i - 1].partition.changes.size());
            }
            tried.options.per_change = (path[i].from + path[i].to) / 2;
            EXPECT_EQ(optimal_partition(cost, tried.options).changes.size(), path[i].partition.changes.size())
                << tried.words();
        }
    }
}

TEST(PenaltyPath, TheNileHasOneChangeOverAWideRange) {
    std::vector<double> y = reference_series().at("nile");
    for (double& value : y) value /= 115.3192165166;
    const SegmentCost cost(y, ChangeStatistic::mean);
    const std::vector<PathStep> path = penalty_path(cost, {}, 5, 200);
    ASSERT_GE(path.size(), 2u);
    const PathStep& one = path[path.size() - 2];
    EXPECT_EQ(one.partition.changes, std::vector<std::size_t>{28});
    // Squares without and with the change: (2835156.75 - 1597457.19444444)/115.3192165166^2.
    EXPECT_NEAR(one.to, 93.0707, 1e-3);
    EXPECT_TRUE(path.back().partition.changes.empty());
}

}  // namespace penalty_path_test
}  // namespace tarazy
