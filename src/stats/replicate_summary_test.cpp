#include "stats/replicate_summary.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace tarazy::replicate_summary_test {
namespace {

TEST(ReplicateSummary, LeavesOutWhatWasNotDefined) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> values = {1, 2, unknown, 3};
    const ReplicateSummary summary = replicate_summary(values, 0.5);
    EXPECT_EQ(summary.replicates, 3U);
    EXPECT_NEAR(*summary.se, 1, 1e-15);
    EXPECT_NEAR(*summary.lower, 1.5, 1e-15);
    EXPECT_NEAR(*summary.upper, 2.5, 1e-15);
    EXPECT_FALSE(replicate_summary(std::vector<double>{unknown, 1}, 0.95).se);
}

}  // namespace
}  // namespace tarazy::replicate_summary_test
