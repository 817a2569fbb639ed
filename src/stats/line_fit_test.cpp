#include "stats/line_fit.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy {
namespace line_fit_test {

// Series built like NIST StRD's univariate sets NumAcc1-4, whose mean and deviation are known exactly: a large offset
// with small differences, where textbook formulas lose all digits.
std::vector<double> alternating(double first, double low, double high, int pairs) {
    std::vector<double> values = {first};
    for (int i = 0; i < pairs; ++i) values.insert(values.end(), {low, high});
    return values;
}

TEST(Summary, ThreeNumbersBeyondTenMillion) {
    const std::vector<double> values = {10000001, 10000003, 10000002};
    EXPECT_EQ(*mean(values), 10000002);
    EXPECT_EQ(*standard_deviation(values), 1);
}

TEST(Summary, AThousandAndOneNumbersAroundALargeOffset) {
    struct Case {
        double offset, tolerance;
    };
    for (const Case& c : {Case{1.2, 1e-13}, Case{1000000.2, 1e-9}, Case{10000000.2, 1e-8}}) {
        const auto values = alternating(c.offset, c.offset - 0.1, c.offset + 0.1, 500);
        EXPECT_NEAR(*mean(values), c.offset, c.offset * 1e-15);
        EXPECT_NEAR(*standard_deviation(values), 0.1, c.tolerance);
        // Lag-1 autocorrelation of the alternating part is -1: each value against its successor.
        const std::vector<double> now(values.begin() + 1, values.end() - 1), next(values.begin() + 2, values.end());
        EXPECT_NEAR(*correlation(now, next), -1, 1e-6);
    }
}

TEST(LeastSquaresLine, RecoversALineFarFromTheOrigin) {
    std::vector<double> x, y;
    for (int i = 0; i < 36; ++i) {
        x.push_back(1e6 + i);
        y.push_back(3 + 0.25 * (x.back() - 1e6));
    }
    const auto line = least_squares_line(x, y);
    EXPECT_NEAR(line->slope, 0.25, 1e-13);
    EXPECT_NEAR(line->intercept, 3 - 0.25e6, 1e-7);
}

// Anscombe (1973), first quartet: slope 0.500, intercept 3.00, r = 0.816.
TEST(LeastSquaresLine, AgreesWithAnscombe) {
    const std::vector<double> x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    const std::vector<double> y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    EXPECT_NEAR(least_squares_line(x, y)->slope, 0.500090909090909, 1e-14);
    EXPECT_NEAR(least_squares_line(x, y)->intercept, 3.00009090909091, 1e-13);
    EXPECT_NEAR(*correlation(x, y), 0.81642051634484, 1e-14);
}

TEST(LeastSquaresLine, AConstantHasNoSlopeAndNoCorrelation) {
    const std::vector<double> flat = {2, 2, 2}, y = {1, 2, 3};
    EXPECT_FALSE(least_squares_line(flat, y).has_value());
    EXPECT_FALSE(correlation(flat, y).has_value());
    EXPECT_FALSE(mean({}).has_value());
}

}  // namespace line_fit_test
}  // namespace tarazy
