#include "simulate/sensitivity/resampling.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace tarazy {
namespace resampling_test {

TEST(Resampling, IntervalsByHand) {
    const std::vector<double> replicates = {1, 2, 3, 4, std::nan("")};
    const IndexEstimate estimate = with_interval(2.6, replicates, 0.5);
    EXPECT_EQ(estimate.value, 2.6);
    EXPECT_NEAR(*estimate.conf, 0.674489750196082 * std::sqrt(5.0 / 3), 1e-12);
    EXPECT_DOUBLE_EQ(*estimate.lower, 1.75);
    EXPECT_DOUBLE_EQ(*estimate.upper, 3.25);
    EXPECT_FALSE(estimate.may_be_zero());
    EXPECT_TRUE(with_interval(0, std::vector<double>{-1, 1}, 0.9).may_be_zero());
    EXPECT_FALSE(with_interval(1, std::vector<double>{1}, 0.9).conf);
}

TEST(Resampling, OptionsAreChecked) {
    EXPECT_THROW(check_resampling({.replicates = 1}), UsageError);
    EXPECT_THROW(check_resampling({.level = 95}), UsageError);
    EXPECT_NO_THROW(check_resampling({.replicates = 0}));
}

TEST(Resampling, AConstantOutcomeHasAReason) {
    EXPECT_EQ(no_variance_reason(std::vector<double>{2, 2}),
              "every run has the outcome 2: there is no variance to explain");
    EXPECT_EQ(no_variance_reason(std::vector<double>{2, 3}), "");
    EXPECT_NE(no_variance_reason({}), "");
}

}  // namespace resampling_test
}  // namespace tarazy
