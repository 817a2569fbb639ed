#include "align/balance/composition.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace tarazy {
namespace composition_test {

using Parts = std::vector<double>;

void expect_near(std::span<const double> ours, std::span<const double> expected, double tolerance) {
    ASSERT_EQ(ours.size(), expected.size());
    for (std::size_t i = 0; i < ours.size(); ++i) EXPECT_NEAR(ours[i], expected[i], tolerance) << i;
}

Parts random_composition(std::size_t poles, std::uint64_t replicate) {
    Random random(7, "compositions of a test", replicate);
    Parts parts;
    for (std::size_t p = 0; p < poles; ++p) parts.push_back(-std::log(random.uniform()));
    return *closure(parts);
}

TEST(Closure, DividesByTheSumAndKnowsNoCompositionWithAnUnknownPart) {
    EXPECT_EQ(closure(Parts{1, 1, 2}), (Parts{0.25, 0.25, 0.5}));
    EXPECT_EQ(closure(Parts{0, 3}), (Parts{0, 1}));
    EXPECT_FALSE(closure(Parts{0, 0}));
    EXPECT_FALSE(closure(Parts{1, -1}));
    EXPECT_FALSE(closure(Parts{1, std::numeric_limits<double>::quiet_NaN()}));
    EXPECT_FALSE(closure(Parts{1, std::numeric_limits<double>::infinity()}));
    EXPECT_FALSE(closure(Parts{}));
}

TEST(ReplaceZeros, TakesFromTheOtherPartsInProportion) {
    // 0.65 of a limit of 0.1 is 0.065; the rest is multiplied by 0.935.
    const auto replaced = replace_zeros(Parts{0.75, 0.25, 0}, Parts{0.1, 0.1, 0.1});
    ASSERT_TRUE(replaced);
    expect_near(*replaced, Parts{0.75 * 0.935, 0.25 * 0.935, 0.065}, 1e-15);
    EXPECT_NEAR((*replaced)[0] / (*replaced)[1], 3, 1e-15);
    EXPECT_EQ(replace_zeros(Parts{0.5, 0.5}, Parts{0, 0}), (Parts{0.5, 0.5}));
}

// First row of the example of Martin-Fernandez et al. (2003), as the R package nexus shows it in its manual:
// replace_zero(value = 0.02, delta = 2/3).
TEST(ReplaceZeros, AgreesWithTheRPackageNexusOnThePublishedExample) {
    const auto replaced = replace_zeros(Parts{0, 0.1250, 0.1237, 0.7253, 0.0260}, Parts(5, 0.02), 2.0 / 3);
    ASSERT_TRUE(replaced);
    expect_near(*replaced, Parts{0.01333333, 0.1233333, 0.1220507, 0.7156293, 0.02565333}, 5e-8);
}

TEST(ReplaceZeros, AZeroWithoutALimitIsNotReplaced) {
    EXPECT_FALSE(replace_zeros(Parts{1, 0}, Parts{0.1, 0}));
    EXPECT_FALSE(replace_zeros(Parts{1, 0}, Parts{0.1, 1.6}));
    EXPECT_FALSE(replace_zeros(Parts{1, 0}, Parts{0.1, std::numeric_limits<double>::quiet_NaN()}));
}

TEST(Evenness, IsOneForEqualSharesAndZeroForOnePole) {
    EXPECT_NEAR(evenness(Parts{1.0 / 3, 1.0 / 3, 1.0 / 3}), 1, 1e-15);
    EXPECT_EQ(evenness(Parts{0, 1, 0}), 0);
    EXPECT_NEAR(evenness(Parts{0.5, 0.25, 0.25}), 1.5 * std::log(2) / std::log(3), 1e-15);
    EXPECT_NEAR(entropy(Parts{0.5, 0.5}), std::log(2), 1e-15);
}

TEST(Evenness, AnIrrelevantPoleLowersItButLeavesTheRatiosOfTheOthers) {
    const Parts three = *closure(Parts{2, 1, 1});
    const Parts four = *closure(Parts{2, 1, 1, 1e-12});
    EXPECT_NEAR(evenness(four), evenness(three) * std::log(3) / std::log(4), 1e-9);
    EXPECT_NEAR(ilr(four)[0], ilr(three)[0], 1e-15);
    EXPECT_NEAR(ilr(four)[1], ilr(three)[1], 1e-15);
}

TEST(Ilr, AgreesWithTheFormulaForThreePoles) {
    const Parts w = {0.5, 0.3, 0.2};
    expect_near(ilr(w),
                Parts{std::log(0.5 / 0.3) / std::sqrt(2.0), std::sqrt(2.0 / 3) * std::log(std::sqrt(0.15) / 0.2)},
                1e-15);
}

TEST(Ilr, RoundTripGivesTheCompositionAgain) {
    for (std::size_t poles = 2; poles <= 7; ++poles) {
        for (std::uint64_t i = 0; i < 20; ++i) {
            const Parts w = random_composition(poles, i);
            expect_near(ilr_inverse(ilr(w)), w, 1e-12);
        }
    }
    expect_near(ilr(ilr_inverse(Parts{0.7, -1.3, 2})), Parts{0.7, -1.3, 2}, 1e-12);
}

TEST(Ilr, KeepsTheAitchisonDistanceWhateverTheOrderOfThePoles) {
    const Parts a = random_composition(3, 1), b = random_composition(3, 2);
    const auto distance = [](const Parts& x, const Parts& y) {
        const Parts u = ilr(x), v = ilr(y);
        return std::hypot(u[0] - v[0], u[1] - v[1]);
    };
    EXPECT_NEAR(distance(a, b), distance({a[2], a[0], a[1]}, {b[2], b[0], b[1]}), 1e-12);
}

TEST(AitchisonCentre, OfACompositionAndItsInverseIsNeutral) {
    const Parts w = random_composition(4, 3);
    Parts both = w;
    Parts inverse;
    for (const double part : w) inverse.push_back(1 / part);
    const Parts closed = *closure(inverse);
    both.insert(both.end(), closed.begin(), closed.end());
    expect_near(aitchison_centre(both, 4, Parts{1, 1}), Parts(4, 0.25), 1e-14);
}

TEST(AitchisonCentre, WeightsCountByTheirRatiosAndZeroRemoves) {
    const Parts two = {0.8, 0.2, 0.2, 0.8};
    // Geometric means 0.8^(3/4) 0.2^(1/4) and the other way round: ratio 4^(1/2).
    expect_near(aitchison_centre(two, 2, Parts{3, 1}), Parts{2.0 / 3, 1.0 / 3}, 1e-15);
    expect_near(aitchison_centre(two, 2, Parts{0.3, 0.1}), Parts{2.0 / 3, 1.0 / 3}, 1e-15);
    expect_near(aitchison_centre(two, 2, Parts{0, 5}), Parts{0.2, 0.8}, 1e-15);
    expect_near(aitchison_centre(Parts{0.8, 0.2, 0, 1}, 2, Parts{1, 0}), Parts{0.8, 0.2}, 1e-15);
}

TEST(HedgeDecomposition, EqualDomainsHaveNothingBetweenThem) {
    const Parts twice = {0.5, 0.3, 0.2, 0.5, 0.3, 0.2};
    const HedgeDecomposition same = hedge_decomposition(twice, 3, Parts{1, 4});
    EXPECT_NEAR(same.between, 0, 1e-15);
    const HedgeDecomposition one = hedge_decomposition(std::span(twice).first(3), 3, Parts{2});
    EXPECT_EQ(one.within, one.total);
    EXPECT_EQ(one.within, evenness(std::span(twice).first(3)));
}

TEST(HedgeDecomposition, OppositeDependenceLiesWhollyBetweenTheDomains) {
    const HedgeDecomposition opposite = hedge_decomposition(Parts{1, 0, 0, 1}, 2, Parts{1, 1});
    EXPECT_NEAR(opposite.total, 1, 1e-15);
    EXPECT_EQ(opposite.within, 0);
    EXPECT_NEAR(opposite.between, 1, 1e-15);
    // Two domains in which another pole holds six tenths: H(.4,.4,.2) - H(.6,.2,.2), over log 3.
    const HedgeDecomposition split = hedge_decomposition(Parts{0.6, 0.2, 0.2, 0.2, 0.6, 0.2}, 3, Parts{1, 1});
    EXPECT_NEAR(split.between, evenness(Parts{0.4, 0.4, 0.2}) - evenness(Parts{0.6, 0.2, 0.2}), 1e-15);
    const HedgeDecomposition removed = hedge_decomposition(Parts{0.6, 0.2, 0.2, 0.2, 0.6, 0.2}, 3, Parts{1, 0});
    EXPECT_EQ(removed.between, 0);
}

TEST(HedgeDecomposition, StaysBetweenZeroAndOneWithNothingLost) {
    for (std::uint64_t i = 0; i < 50; ++i) {
        Parts all;
        for (std::uint64_t m = 0; m < 4; ++m) {
            const Parts w = random_composition(3, 10 * i + m);
            all.insert(all.end(), w.begin(), w.end());
        }
        const HedgeDecomposition h = hedge_decomposition(all, 3, Parts{1, 2, 3, 4});
        EXPECT_GE(h.between, 0);
        EXPECT_LE(h.total, 1 + 1e-15);
        EXPECT_NEAR(h.total, h.within + h.between, 1e-15);
    }
}

}  // namespace composition_test
}  // namespace tarazy
