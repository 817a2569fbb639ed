#include "network/projection/critical_counts.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "network/projection/curveball.hpp"
#include "network/projection/projection.hpp"
#include "network/projection/projection_example_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace critical_counts_test {

using testing_projection::random_affiliations;
using testing_projection::southern_women;

/// Ties of the backbone as the p-values say.
SignedBackbone backbone_by_p(const TwoModeNetwork& network, const BackboneLevel& level, const BitMatrix& closed = {}) {
    ProjectionOptions options;
    options.level = level;
    options.cannot_join = closed;
    SignedBackbone backbone{BitMatrix(network.actors.size(), network.actors.size()),
                            BitMatrix(network.actors.size(), network.actors.size())};
    for (const PairProjection& pair : projection(network, options).pairs) {
        if (pair.backbone == 0) continue;
        BitMatrix& ties = pair.backbone > 0 ? backbone.positive : backbone.negative;
        ties.set(pair.a, pair.b);
        ties.set(pair.b, pair.a);
    }
    return backbone;
}

void expect_same(const SignedBackbone& one, const SignedBackbone& other) {
    EXPECT_EQ(one.positive, other.positive);
    EXPECT_EQ(one.negative, other.negative);
}

TEST(CriticalCounts, GiveTheBackboneOfThePValues) {
    for (const double alpha : {.001, .05, .3}) {
        for (const BackboneKind kind : {BackboneKind::signed_ties, BackboneKind::positive}) {
            const BackboneLevel level{alpha, kind};
            for (const TwoModeNetwork& network : {southern_women(), random_affiliations(60, 100, .25)})
                expect_same(signed_backbone(network.ties, critical_counts(network, level)),
                            backbone_by_p(network, level));
        }
    }
}

// The key of the degree-preserving null: one table for every draw.
TEST(CriticalCounts, ServeEveryNetworkWithTheSameMargins) {
    const TwoModeNetwork observed = random_affiliations(50, 90, .3);
    const CriticalCounts critical = critical_counts(observed);
    CurveballDraws how;
    how.draws = 4;
    how.threads = 1;
    curveball_draws(observed.ties, {}, how, [&](std::size_t, const BitMatrix& ties) {
        TwoModeNetwork drawn = observed;
        drawn.ties = ties;
        const SignedBackbone backbone = signed_backbone(ties, critical);
        expect_same(backbone, backbone_by_p(drawn, {}));
        EXPECT_EQ(backbone_bits(ties, critical), backbone.positive);
    });
}

TEST(CriticalCounts, ServeStructuralZerosToo) {
    const TwoModeNetwork network = random_affiliations(40, 60, .3);
    BitMatrix closed(40, 60);
    for (std::size_t actor = 0; actor < 15; ++actor) {
        for (std::size_t institution = 40; institution < 60; ++institution)
            closed.set(actor, institution, !network.ties(actor, institution));
    }
    expect_same(signed_backbone(network.ties, critical_counts(network, {}, closed)),
                backbone_by_p(network, {}, closed));
}

TEST(CriticalCounts, TheSameAtAnyNumberOfThreads) {
    const TwoModeNetwork network = random_affiliations(50, 90, .3);
    const CriticalCounts one = critical_counts(network, {}, {}, 1), two = critical_counts(network, {}, {}, 2);
    EXPECT_EQ(one.strong, two.strong);
    EXPECT_EQ(one.below_is_weak, two.below_is_weak);
}

TEST(CriticalCounts, LevelsThatAreNone) {
    for (const double alpha : {0.0, 1.0, -0.1, std::numeric_limits<double>::quiet_NaN()})
        EXPECT_THROW((void)critical_counts(southern_women(), {alpha, BackboneKind::positive}), UsageError);
}

TEST(CriticalCounts, NobodyAndOneActor) {
    EXPECT_EQ(backbone_bits(TwoModeNetwork{}, critical_counts(TwoModeNetwork{})).rows(), 0u);
    const TwoModeNetwork one = two_mode_network({{"a", "X"}});
    EXPECT_EQ(count_bits(backbone_bits(one, critical_counts(one)).row(0)), 0u);
}

TEST(CriticalCounts, AreStopped) {
    const TwoModeNetwork network = random_affiliations(60, 100, .3);
    expect_stoppable([&](const Work& work) { (void)critical_counts(network, {}, {}, 2, work); });
}

}  // namespace critical_counts_test
}  // namespace tarazy
