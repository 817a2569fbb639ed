#include "trace/breaks/mean_partition.hpp"

#include "trace/breaks/partition_cases_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace mean_partition_test {

/// Segments of normal-like noise whose level changes by 1.
std::vector<double> steps(std::size_t n, std::size_t segment) {
    Random random(3, "steps", n);
    std::vector<double> y;
    for (std::size_t i = 0; i < n; ++i) {
        double noise = -6;
        for (int k = 0; k < 12; ++k) noise += random.uniform();
        y.push_back(noise + (i / segment % 2 == 0 ? 0 : 1));
    }
    return y;
}

TEST(MeanPartition, FewCandidatesRemainWhateverTheSegments) {
    const std::size_t n = 10'000;
    for (const std::size_t segment : {std::size_t{100}, n / 5, n}) {
        for (const bool length_term : {false, true}) {
            const std::vector<double> y = steps(n, segment);
            const SegmentCost cost(y, ChangeStatistic::mean);
            const Segmentation found = mean_partition(cost, {.per_change = 30, .length_term = length_term});
            EXPECT_LT(found.evaluations, 60 * n) << segment << length_term;
        }
    }
}

TEST(MeanPartition, LengthTermsAndLeastSegmentsOnLongSeries) {
    const std::vector<double> y = steps(1200, 400);
    const SegmentCost cost(y, ChangeStatistic::mean);
    for (const bool length_term : {false, true}) {
        for (const std::size_t least : {1, 50}) {
            for (const double penalty : {2.0, 25.0}) {
                const SegmentationOptions options{
                    .per_change = penalty, .length_term = length_term, .least_segment = least};
                EXPECT_TRUE(certify_segmentation(cost, options, mean_partition(cost, options)).holds())
                    << length_term << ' ' << least << ' ' << penalty;
            }
        }
    }
}

}  // namespace mean_partition_test
}  // namespace tarazy
