#include "stats/near_median.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace near_median_test {

double median_by_sorting(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// Samples around a centre that wanders; `levels`: how many values there are, 0 for any.
std::vector<double> sample(Random& random, std::size_t size, double centre, unsigned levels) {
    std::vector<double> values;
    for (std::size_t i = 0; i < size; ++i) {
        const double u = random.uniform();
        values.push_back(centre + (levels == 0 ? u : std::floor(u * levels) / levels));
    }
    return values;
}

TEST(NearMedian, IsTheMedianWhateverTheGuess) {
    Random random(3, "samples of a test", 0);
    constexpr double infinite = std::numeric_limits<double>::infinity();
    for (const std::size_t size : {1U, 2U, 3U, 100U, 101U}) {
        for (const unsigned levels : {0U, 1U, 3U}) {
            NearMedian near, far, lost;
            for (int round = 0; round < 300; ++round) {
                const double centre = std::sin(round * 0.1);
                const std::vector<double> values = sample(random, size, centre, levels);
                const double expected = median_by_sorting(values);
                std::vector<double> a = values, b = values, c = values;
                EXPECT_EQ(near.of(a, centre + 0.5), expected) << size << ' ' << levels << ' ' << round;
                EXPECT_EQ(far.of(b, round % 7 == 0 ? 1e6 : centre), expected) << size << ' ' << levels << ' ' << round;
                EXPECT_EQ(lost.of(c, round % 2 == 0 ? NAN : infinite), expected) << size << ' ' << round;
            }
        }
    }
}

TEST(NearMedian, OfInfiniteValues) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    NearMedian median;
    for (int round = 0; round < 20; ++round) {
        std::vector<double> finite = {3, 1, 2}, with_infinite = {-infinite, 2, infinite},
                            most = {infinite, 0, infinite};
        EXPECT_EQ(median.of(finite, 2), 2);
        EXPECT_EQ(median.of(with_infinite, 2), 2);
        EXPECT_EQ(median.of(most, 2), infinite);
    }
}

TEST(NearMedian, OfAnotherNumberOfValuesThanBefore) {
    NearMedian median;
    for (int round = 0; round < 20; ++round) {
        std::vector<double> few = {5, 4, 6}, more = {1, 9, 5, 5.5, 4.5};
        EXPECT_EQ(median.of(few, 5), 5);
        EXPECT_EQ(median.of(more, 5), 5);
    }
}

TEST(NearMedian, LiesBetweenOnlyWhereItDoes) {
    const NearMedian median;
    const std::vector<double> values = {1, 2, 3, 4, 9}, even = {1, 2, 3, 4};
    EXPECT_TRUE(median.lies_between(2.5, 3.5, values, 3));
    EXPECT_TRUE(median.lies_between(3, 9, values, 4)) << "the bounds are included";
    EXPECT_TRUE(median.lies_between(1, 3, values, 2));
    EXPECT_FALSE(median.lies_between(3.5, 9, values, 4)) << "whatever the guess says";
    EXPECT_FALSE(median.lies_between(1, 2.5, values, 2));
    EXPECT_FALSE(median.lies_between(1, 9, values, 9.5)) << "a guess outside costs nothing";
    EXPECT_FALSE(median.lies_between(1, 9, values, NAN));
    EXPECT_FALSE(median.lies_between(1, 4, even, 2.5));
}

}  // namespace near_median_test
}  // namespace tarazy
