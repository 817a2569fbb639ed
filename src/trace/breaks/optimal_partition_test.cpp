#include "trace/breaks/optimal_partition.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "trace/breaks/partition_cases_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace optimal_partition_test {

using Changes = std::vector<std::size_t>;

TEST(OptimalPartition, OneStepIsFoundAndItsCostIsZero) {
    const std::vector<double> y = {0, 0, 0, 0, 3, 3, 3};
    const SegmentCost cost(y, ChangeStatistic::mean);
    const Segmentation found = optimal_partition(cost, {.per_change = 2});
    EXPECT_EQ(found.changes, Changes{4});
    EXPECT_NEAR(found.cost, 0, 1e-12);
    EXPECT_NEAR(found.objective, 2, 1e-12);
    EXPECT_TRUE(optimal_partition(cost, {.per_change = 16}).changes.empty());
}

TEST(OptimalPartition, TiesTakeTheFewestChangesThenTheEarliest) {
    const std::vector<double> y = {0, 1, 2};
    const SegmentCost cost(y, ChangeStatistic::mean);
    // Squares: none 2, one change 0.5 wherever it is, two 0.
    EXPECT_EQ(optimal_partition(cost, {.per_change = 0.4}).changes, (Changes{1, 2}));
    EXPECT_EQ(optimal_partition(cost, {.per_change = 0.5}).changes, Changes{1});
    EXPECT_EQ(optimal_partition(cost, {.per_change = 1}).changes, Changes{1});
    EXPECT_EQ(optimal_partition(cost, {.per_change = 1.5}).changes, Changes{});
}

TEST(OptimalPartition, AlternatingPeaksWithLeastSegmentsOfTwo) {
    // The signal of a defect known in another program (ruptures, pull request 383).
    const std::vector<double> y = {0, 1, 0, 0, 1};
    const SegmentCost cost(y, ChangeStatistic::mean);
    for (const double penalty : {0.0, 0.1, 0.3, 0.5}) {
        const SegmentationOptions options{.per_change = penalty, .least_segment = 2};
        EXPECT_TRUE(certify_segmentation(cost, options, optimal_partition(cost, options)).holds()) << penalty;
    }
}

TEST(OptimalPartition, TheFullProgrammeIsTheBestOfAllSegmentations) {
    for (std::uint64_t number = 0; number < 1200; ++number) {
        const PartitionCase tried = random_partition_case(number, 10);
        const Segmentation best = tried_partition(tried), full = full_partition(tried.cost(), tried.options);
        EXPECT_NEAR(full.objective, best.objective, 1e-9 * (1 + std::abs(best.objective))) << tried.words();
        EXPECT_EQ(full.changes, best.changes) << tried.words();
    }
}

TEST(OptimalPartition, PruningNeverChangesTheResult) {
    for (std::uint64_t number = 0; number < 20'000; ++number) {
        const PartitionCase tried = random_partition_case(number, 40);
        const SegmentCost cost = tried.cost();
        const Segmentation pruned = optimal_partition(cost, tried.options), full = full_partition(cost, tried.options);
        ASSERT_EQ(pruned.changes, full.changes) << tried.words();
        ASSERT_EQ(pruned.objective, full.objective) << tried.words();
    }
}

TEST(OptimalPartition, LongerSeriesTooAndPruningSavesWork) {
    std::uint64_t pruned_work = 0, full_work = 0;
    for (std::uint64_t number = 0; number < 60; ++number) {
        PartitionCase tried = random_partition_case(number + 50'000, 600);
        tried.options.per_change *= 3;
        const SegmentCost cost = tried.cost();
        const Segmentation pruned = optimal_partition(cost, tried.options), full = full_partition(cost, tried.options);
        ASSERT_EQ(pruned.changes, full.changes) << tried.words();
        pruned_work += pruned.evaluations;
        full_work += full.evaluations;
    }
    EXPECT_LT(pruned_work, full_work / 3);
}

TEST(OptimalPartition, LargeOffsetsCostNoDigits) {
    std::vector<double> y, moved;
    Random random(1, "offset", 0);
    for (int i = 0; i < 200; ++i) {
        y.push_back(std::floor(8 * random.uniform()) + (i < 90 ? 0 : 6));
        moved.push_back(y.back() + 1e9);
    }
    const SegmentationOptions options{.per_change = 150};
    const Segmentation near = optimal_partition(SegmentCost(y, ChangeStatistic::mean), options);
    const Segmentation far = optimal_partition(SegmentCost(moved, ChangeStatistic::mean), options);
    EXPECT_EQ(near.changes, Changes{90});
    EXPECT_EQ(far.changes, near.changes);
    EXPECT_NEAR(far.objective, near.objective, 1e-6);
}

TEST(OptimalPartition, CertifyingIsRefusedForLongSeries) {
    const std::vector<double> y(longest_certified + 1, 1);
    const SegmentCost cost(y, ChangeStatistic::mean);
    EXPECT_THROW((void)certify_segmentation(cost, {.per_change = 1}, Segmentation{}), LimitError);
}

TEST(OptimalPartition, IsStoppable) {
    std::vector<double> y;
    for (int i = 0; i < 3000; ++i) y.push_back(std::sin(i) + (i > 900 ? 1 : 0));
    for (const ChangeStatistic statistic : {ChangeStatistic::mean, ChangeStatistic::mean_variance}) {
        const SegmentCost cost(y, statistic);
        expect_stoppable([&](const Work& work) {
            (void)optimal_partition(cost, {.per_change = 50, .least_segment = 2, .work = work});
        });
    }
}

}  // namespace optimal_partition_test
}  // namespace tarazy
