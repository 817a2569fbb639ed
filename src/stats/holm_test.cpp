#include "stats/holm.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tarazy {
namespace holm_test {

void expect_all_near(const std::vector<double>& found, const std::vector<double>& expected) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-15) << i;
}

TEST(Holm, TheExampleByHand) {
    // Sorted: .005, .01, .03, .04; times 4, 3, 2, 1: .02, .03, .06, .04, and the last may not fall below .06.
    expect_all_near(holm(std::vector<double>{0.01, 0.04, 0.03, 0.005}), {0.03, 0.06, 0.06, 0.02});
}

TEST(Holm, OneTestIsLeftAsItIs) {
    expect_all_near(holm(std::vector<double>{0.2}), {0.2});
    EXPECT_TRUE(holm({}).empty());
}

TEST(Holm, NothingExceedsOneAndEqualsStayEqual) {
    expect_all_near(holm(std::vector<double>{0.5, 0.5, 0.9}), {1, 1, 1});
    expect_all_near(holm(std::vector<double>{0.01, 0.01}), {0.02, 0.02});
}

TEST(Holm, UnknownPValuesStayUnknownAndCountAsNoTest) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> found = holm(std::vector<double>{unknown, 0.02, 0.03});
    EXPECT_TRUE(std::isnan(found[0]));
    EXPECT_NEAR(found[1], 0.04, 1e-15);
    EXPECT_NEAR(found[2], 0.04, 1e-15);
}

}  // namespace holm_test
}  // namespace tarazy
