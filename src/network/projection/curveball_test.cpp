#include "network/projection/curveball.hpp"

#include "base/work_test.hpp"
#include "network/projection/projection_example_test.hpp"
#include "stats/gamma.hpp"

#include <gtest/gtest.h>

#include <map>
#include <numeric>

namespace tarazy {
namespace curveball_test {

using testing_projection::random_affiliations;

std::vector<std::size_t> margins_of(const BitMatrix& ties) {
    std::vector<std::size_t> margins;
    for (std::size_t row = 0; row < ties.rows(); ++row) margins.push_back(count_bits(ties.row(row)));
    const BitMatrix turned = transposed(ties);
    for (std::size_t row = 0; row < turned.rows(); ++row) margins.push_back(count_bits(turned.row(row)));
    return margins;
}

std::uint32_t number_of(const BitMatrix& ties) {
    std::uint32_t number = 0;
    for (std::size_t row = 0; row < ties.rows(); ++row) {
        for (std::size_t column = 0; column < ties.columns(); ++column)
            number = 2 * number + (ties(row, column) ? 1 : 0);
    }
    return number;
}

BitMatrix matrix_numbered(std::size_t rows, std::size_t columns, std::uint32_t number) {
    BitMatrix ties(rows, columns);
    for (std::size_t cell = rows * columns; cell-- > 0; number /= 2)
        ties.set(cell / columns, cell % columns, number % 2 == 1);
    return ties;
}

/// All matrices with the margins and without the closed cells.
std::map<std::uint32_t, std::size_t> all_like(const BitMatrix& ties, const BitMatrix& closed) {
    std::map<std::uint32_t, std::size_t> like;
    const auto margins = margins_of(ties);
    for (std::uint32_t number = 0; number < 1U << (ties.rows() * ties.columns()); ++number) {
        const BitMatrix other = matrix_numbered(ties.rows(), ties.columns(), number);
        bool fits = margins_of(other) == margins;
        for (std::size_t row = 0; fits && row < closed.rows(); ++row)
            fits = count_shared_bits(other.row(row), closed.row(row)) == 0;
        if (fits) like[number] = 0;
    }
    return like;
}

/// p of the hypothesis that draws are uniform over all matrices with the margins.
double uniformity(const BitMatrix& ties, const BitMatrix& closed, std::size_t draws) {
    auto times = all_like(ties, closed);
    CurveballDraws how;
    how.draws = draws;
    how.trades = 40;
    how.threads = 1;
    curveball_draws(ties, closed, how, [&](std::size_t, const BitMatrix& drawn) {
        const auto found = times.find(number_of(drawn));
        ASSERT_NE(found, times.end()) << "a matrix with other margins, or with a tie that cannot be";
        ++found->second;
    });
    const double expected = static_cast<double>(draws) / static_cast<double>(times.size());
    double chi_square = 0;
    for (const auto& [number, count] : times) {
        const double gap = static_cast<double>(count) - expected;
        chi_square += gap * gap / expected;
    }
    EXPECT_GT(times.size(), 10u);
    return chi_square_upper(chi_square, static_cast<double>(times.size() - 1));
}

TEST(Curveball, DrawsAreUniformOverAllMatricesWithTheMargins) {
    // 4 x 4, margins 2,2,2,1 and 3,2,1,1; uneven, so that a chain without pauses would not be uniform.
    const BitMatrix ties = matrix_numbered(4, 4, 0b1100'1010'1001'0100);
    EXPECT_GT(uniformity(ties, {}, 20'000), 1e-3);
}

TEST(Curveball, DrawsAreUniformWithStructuralZerosThatLetItThrough) {
    const BitMatrix ties = matrix_numbered(4, 4, 0b1100'1010'1001'0100);
    BitMatrix closed(4, 4);
    closed.set(3, 3);
    closed.set(0, 2);
    EXPECT_GT(uniformity(ties, closed, 20'000), 1e-3);
}

TEST(Curveball, MarginsStayAndTiesMove) {
    const TwoModeNetwork network = random_affiliations(70, 130, .3);
    const auto margins = margins_of(network.ties);
    CurveballDraws how;
    how.draws = 5;
    std::vector<std::size_t> moved(how.draws);
    curveball_draws(network.ties, {}, how, [&](std::size_t number, const BitMatrix& drawn) {
        EXPECT_EQ(margins_of(drawn), margins);
        for (std::size_t row = 0; row < drawn.rows(); ++row)
            moved[number] += count_bits(drawn.row(row)) - count_shared_bits(drawn.row(row), network.ties.row(row));
    });
    for (const std::size_t count : moved) EXPECT_GT(count, 1000u) << "of some 2,700 ties";
}

TEST(Curveball, TheSameNumbersGiveTheSameNetworkOnEveryMachine) {
    // Of a processor with pdep and of one without: 200 columns are more than three words, 9 rows see every pair.
    BitMatrix ties = random_affiliations(9, 200, .3).ties;
    Random random(1, "one network", 0);
    curveball_trades(ties, {}, 100, random);
    std::uint64_t digest = 0;
    for (std::size_t row = 0; row < ties.rows(); ++row)
        for (const std::uint64_t word : ties.row(row)) digest = digest * 1'000'003 + word;
    EXPECT_EQ(digest, 10874696259429006815u);
}

TEST(Curveball, TheSameAtAnyNumberOfThreads) {
    const TwoModeNetwork network = random_affiliations(40, 90, .2);
    const auto drawn_with = [&](unsigned threads, std::uint64_t seed) {
        CurveballDraws how;
        how.draws = 20;
        how.threads = threads;
        how.seed = seed;
        std::vector<BitMatrix> drawn(how.draws);
        curveball_draws(network.ties, {}, how,
                        [&](std::size_t number, const BitMatrix& ties) { drawn[number] = ties; });
        return drawn;
    };
    EXPECT_EQ(drawn_with(1, 5), drawn_with(2, 5));
    EXPECT_NE(drawn_with(1, 5), drawn_with(1, 6));
    EXPECT_NE(drawn_with(1, 5)[0], drawn_with(1, 5)[1]);
}

TEST(Curveball, NothingToTrade) {
    for (const BitMatrix& ties : {BitMatrix(0, 0), BitMatrix(1, 4), matrix_numbered(3, 3, 0b111'110'100)}) {
        BitMatrix drawn = ties;
        Random random(1, "curveball", 0);
        curveball_trades(drawn, {}, 100, random);
        EXPECT_EQ(drawn, ties);
    }
}

TEST(Curveball, IsStopped) {
    const TwoModeNetwork network = random_affiliations(40, 90, .2);
    expect_stoppable([&](const Work& work) {
        CurveballDraws how;
        how.draws = 200;
        how.work = work;
        curveball_draws(network.ties, {}, how, [](std::size_t, const BitMatrix&) {});
    });
}

}  // namespace curveball_test
}  // namespace tarazy
