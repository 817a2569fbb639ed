#include "stats/quantile.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace tarazy {
namespace quantile_test {

// R: quantile(c(1, 2, 4, 8), c(0, .25, .5, .9, 1))
TEST(Quantile, AgreesWithTypeSevenOfR) {
    const std::vector<double> values = {8, 1, 4, 2};
    EXPECT_DOUBLE_EQ(*quantile(values, 0.0), 1);
    EXPECT_DOUBLE_EQ(*quantile(values, 0.25), 1.75);
    EXPECT_DOUBLE_EQ(*quantile(values, 0.5), 3);
    EXPECT_DOUBLE_EQ(*quantile(values, 0.9), 6.8);
    EXPECT_DOUBLE_EQ(*quantile(values, 1.0), 8);
}

TEST(Quantile, OfSortedValuesIsTheSame) {
    const std::vector<double> sorted = {1, 2, 4, 8};
    for (const double p : {0.0, 0.05, 0.5, 0.9, 1.0}) EXPECT_EQ(quantile_of_sorted(sorted, p), *quantile(sorted, p));
}

TEST(Quantile, SeveralAtOnceAreTheSameNumbers) {
    const std::vector<double> values = {8, NAN, 1, 4, 2}, levels = {0.9, 0.25};
    EXPECT_EQ(quantiles(values, levels), (std::vector<double>{*quantile(values, 0.9), *quantile(values, 0.25)}));
    EXPECT_FALSE(quantiles({}, levels).has_value());
}

TEST(Quantile, FewOfManyAreThoseOfTheSortedValues) {
    Random random(7, "values of a test", 0);
    const std::vector<double> levels = {0, 0.05, 0.05, 0.5, 1}, too_many = {0, 0.1, 0.2, 0.3, 0.4, 0.5},
                              descending = {0.9, 0.1};
    for (const std::size_t size : {1U, 2U, 3U, 20U, 1001U}) {
        for (const double step : {0.0, 0.25}) {
            std::vector<double> values;
            for (std::size_t i = 0; i < size; ++i) {
                const double u = random.uniform();
                values.push_back(step > 0 ? std::floor(u / step) : u);
            }
            std::vector<double> sorted = values;
            std::ranges::sort(sorted);
            for (const auto& asked : {levels, too_many, descending}) {
                const auto found = quantiles(values, asked);
                for (std::size_t i = 0; i < asked.size(); ++i)
                    EXPECT_EQ((*found)[i], quantile_of_sorted(sorted, asked[i])) << size << ' ' << asked[i];
            }
        }
    }
}

TEST(Quantile, LeavesMissingValuesOut) {
    EXPECT_DOUBLE_EQ(*quantile(std::vector<double>{NAN, 3, NAN}, 0.1), 3);
    EXPECT_FALSE(quantile(std::vector<double>{NAN}, 0.5).has_value());
    EXPECT_FALSE(quantile({}, 0.5).has_value());
}

}  // namespace quantile_test
}  // namespace tarazy
