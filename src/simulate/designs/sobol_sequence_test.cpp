#include "simulate/designs/sobol_sequence.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <set>

namespace tarazy {
namespace sobol_sequence_test {

TEST(SobolSequence, GivesThePointsOfScipy) {
    const std::string path = TARAZY_SHARED_DIR "/reference/simulate/salib/sobol_points_d10_n256.csv";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    const Table table = read_table(path);
    ASSERT_EQ(table.rows(), 256u);
    const std::vector<double> points = sobol_points(256, 10, Scramble::none, 1);
    for (std::size_t row = 0; row < 256; ++row)
        for (std::size_t d = 0; d < 10; ++d)
            ASSERT_NEAR(points[row * 10 + d], *table.columns[d].real(row), 1e-15) << row << ' ' << d;
}

TEST(SobolSequence, FirstPointsByHand) {
    EXPECT_EQ(sobol_points(4, 2, Scramble::none, 1), (std::vector<double>{0, 0, .5, .5, .75, .25, .25, .75}));
}

/// The first 2^m points of each dimension lie one in each of 2^m equal cells: the net of the sequence, which Owen's
/// scramble keeps.
void expect_one_in_each_cell(Scramble scramble, std::size_t dimensions) {
    const std::size_t count = 256;
    const std::vector<double> points = sobol_points(count, dimensions, scramble, 7);
    std::vector<std::size_t> filled(dimensions);
    std::vector<bool> cells(dimensions * count);
    for (std::size_t at = 0; at < points.size(); ++at) {
        const std::size_t cell = at % dimensions * count + static_cast<std::size_t>(points[at] * 256);
        filled[at % dimensions] += cells[cell] ? 0 : 1;
        cells[cell] = true;
    }
    EXPECT_EQ(filled, std::vector<std::size_t>(dimensions, count));
}

TEST(SobolSequence, EveryDimensionIsANet) {
    expect_one_in_each_cell(Scramble::none, SobolSequence::most_dimensions);
}

TEST(OwenScramble, KeepsTheNet) {
    expect_one_in_each_cell(Scramble::owen, 40);
    // In two dimensions too: 16 x 16 cells hold one of the first 256 points each, for the first two dimensions.
    const std::vector<double> points = sobol_points(256, 2, Scramble::owen, 11);
    std::set<std::pair<long, long>> cells;
    for (std::size_t row = 0; row < 256; ++row)
        cells.emplace(std::lround(std::floor(points[2 * row] * 16)), std::lround(std::floor(points[2 * row + 1] * 16)));
    EXPECT_EQ(cells.size(), 256u);
}

TEST(OwenScramble, IsUniformOverSeedsAndDiffersByDimension) {
    double sum = 0, square = 0;
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        const double u = static_cast<double>(owen_scrambled(std::uint64_t{5} << 60, seed, 3) >> 11) * 0x1.0p-53;
        sum += u;
        square += u * u;
    }
    EXPECT_NEAR(sum / 4000, 0.5, 4 * std::sqrt(1.0 / 12 / 4000));
    EXPECT_NEAR(square / 4000, 1.0 / 3, 0.02);
    EXPECT_NE(owen_scrambled(0, 1, 0), owen_scrambled(0, 1, 1));
    EXPECT_EQ(owen_scrambled(0, 1, 0), owen_scrambled(0, 1, 0));
}

TEST(OwenScramble, PointsThatShareAPrefixGoOnSharingIt) {
    const std::uint64_t a = 0x123456789abcdef0, b = 0x123456789fffffff;  // 37 bits in common
    const std::uint64_t x = owen_scrambled(a, 5, 2), y = owen_scrambled(b, 5, 2);
    EXPECT_EQ(x >> 27, y >> 27);
    EXPECT_NE(x >> 26, y >> 26);
}

TEST(OwenScramble, TheErrorOfAMeanFallsFasterThanOfRandomPoints) {
    // The mean of (x-1/2)(y-1/2) + x over 1024 points: standard error at random 0.0094; scrambled nets have about
    // n^-3/2.
    double worst = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const std::vector<double> points = sobol_points(1024, 2, Scramble::owen, seed);
        double mean = 0;
        for (std::size_t i = 0; i < 1024; ++i)
            mean += ((points[2 * i] - .5) * (points[2 * i + 1] - .5) + points[2 * i]) / 1024;
        worst = std::max(worst, std::abs(mean - 0.5));
    }
    EXPECT_LT(worst, 3e-4);
}

TEST(SobolSequence, LimitsAreTold) {
    EXPECT_THROW((void)sobol_points(2, SobolSequence::most_dimensions + 1, Scramble::none, 1), LimitError);
    EXPECT_THROW((void)sobol_points(std::size_t{1} << 32, 1, Scramble::none, 1), LimitError);
}

TEST(SobolSequence, PowersOfTwo) {
    EXPECT_TRUE(is_power_of_two(1));
    EXPECT_TRUE(is_power_of_two(1024));
    EXPECT_FALSE(is_power_of_two(0));
    EXPECT_FALSE(is_power_of_two(1000));
}

}  // namespace sobol_sequence_test
}  // namespace tarazy
