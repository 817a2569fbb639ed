#include "trace/breaks/segment_cost.hpp"

#include "base/error.hpp"
#include "trace/breaks/partition_cases_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace tarazy {
namespace segment_cost_test {

const std::vector<double> counts = {0, 0, 3, 5, 1, 0};

TEST(SegmentCost, SquaresAroundTheMean) {
    const SegmentCost cost(counts, ChangeStatistic::mean);
    // Segment 3, 5, 1 has mean 3 and squares 0, 4, 4; the costs of a segmentation lack `shared` in all.
    EXPECT_NEAR(cost(0, 2) + cost(2, 5) + cost(5, 6) + cost.shared(), 8, 1e-12);
    EXPECT_NEAR(cost(0, 6), 0, 1e-12);
}

TEST(SegmentCost, SquaresAroundALine) {
    const std::vector<double> y = {1, 3, 5, 8, 6, 4}, time = {2000, 2001, 2002, 2004, 2005, 2006};
    const SegmentCost cost(y, ChangeStatistic::trend, time);
    EXPECT_NEAR(cost(0, 3) + cost(3, 6) + cost.shared(), 0, 1e-12);
    // 1, 3, 5, 8 at -1.75, -0.75, 0.25, 2.25: products 15.25, squares 8.75.
    EXPECT_NEAR(cost(0, 4) + cost(4, 6) + cost.shared(), 26.75 - 15.25 * 15.25 / 8.75, 1e-12);
}

TEST(SegmentCost, NormalLikelihoods) {
    const std::vector<double> y = {1, 3, 2, 2, -4, 8};
    const double log_two_pi = std::log(2 * std::numbers::pi);
    const SegmentCost variance(y, ChangeStatistic::variance), both(y, ChangeStatistic::mean_variance);
    // Around the mean of the series, 2: squares 1, 1, 0, 0, 36, 36.
    EXPECT_NEAR(variance(0, 4), 4 * (log_two_pi + std::log(0.5) + 1), 1e-12);
    EXPECT_NEAR(both(1, 3), 2 * (log_two_pi + std::log(0.25) + 1), 1e-12);
    EXPECT_FALSE(both.at_floor(1, 3));
    // A segment of equal values has the variance of the floor, 1e-8 of 74/6, and no squares.
    EXPECT_TRUE(both.at_floor(2, 4));
    EXPECT_NEAR(both(2, 4), 2 * (log_two_pi + std::log(1e-8 * 74 / 6)), 1e-9);
}

TEST(SegmentCost, Counts) {
    const SegmentCost poisson(counts, ChangeStatistic::poisson);
    EXPECT_NEAR(poisson(2, 5), 2 * 9 * (std::log(3) - std::log(9)), 1e-12);
    EXPECT_EQ(poisson(0, 2), 0);
    const double r = 2.5;
    const SegmentCost negative_binomial(counts, ChangeStatistic::negative_binomial, {}, r);
    // Minus twice the log-likelihood without the gamma functions, a = 3.
    double likelihood = 0;
    for (const double y : {3.0, 5.0, 1.0}) likelihood += r * std::log(r / (r + 3)) + y * std::log(3 / (r + 3));
    EXPECT_NEAR(negative_binomial(2, 5), -2 * likelihood, 1e-12);
    EXPECT_EQ(negative_binomial(0, 2), 0);
}

TEST(SegmentCost, PartsNeverCostMoreThanTheWhole) {
    for (std::uint64_t number = 0; number < 600; ++number) {
        const PartitionCase tried = random_partition_case(number, 12);
        const SegmentCost cost = tried.cost();
        const std::size_t n = tried.y.size();
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = a + 1; b < n; ++b)
                for (std::size_t c = b + 1; c <= n; ++c)
                    ASSERT_LE(cost(a, b) + cost(b, c), cost(a, c) + 1e-11 * (1 + cost.magnitude())) << tried.words();
    }
}

TEST(SegmentCost, NamesAreThoseOfTheCommandLine) {
    for (const std::string& name : change_statistic_names()) EXPECT_EQ(to_string(change_statistic_named(name)), name);
    EXPECT_THROW((void)change_statistic_named("median"), UsageError);
}

TEST(SegmentCost, DispersionIsFoundAcrossChangesOfTheMean) {
    // Negative binomial counts of size 3 as Poisson counts with gamma rates, drawn by inversion.
    Random random(5, "counts", 0);
    std::vector<double> drawn;
    for (int i = 0; i < 3000; ++i) {
        const double mean = i < 1500 ? 4 : 20;
        double rate = 0;
        for (int k = 0; k < 3; ++k) rate -= std::log(random.uniform()) * mean / 3;
        double count = -1, product = 1;
        do {
            ++count;
            product *= random.uniform();
        } while (product > std::exp(-rate));
        drawn.push_back(count);
    }
    const std::optional<double> size = dispersion_size(drawn);
    ASSERT_TRUE(size.has_value());
    EXPECT_NEAR(*size, 3, 1);
    EXPECT_FALSE(dispersion_size(std::vector<double>{2, 2, 3, 2, 2, 3, 2, 2}).has_value());
}

}  // namespace segment_cost_test
}  // namespace tarazy
