#include "network/bridging/bridge_standing.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "network/projection/critical_counts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace tarazy {
namespace bridge_standing_test {

struct Case {
    TwoModeNetwork network;
    Blocs blocs;
};

/// 30 states in 40 institutions; the blocs are s00, s01 and s02 with s03.
Case random_case(std::uint64_t seed) {
    Random random(seed, "bridge standing test", 0);
    Case made;
    made.network.ties = BitMatrix(30, 40);
    for (std::size_t a = 0; a < 30; ++a) made.network.actors.push_back((a < 10 ? "s0" : "s") + std::to_string(a));
    for (std::size_t e = 0; e < 40; ++e) made.network.institutions.push_back((e < 10 ? "i0" : "i") + std::to_string(e));
    for (std::size_t a = 0; a < 30; ++a)
        for (std::size_t e = 0; e < 40; ++e)
            if (random.uniform() < 0.3) made.network.ties.set(a, e);
    made.blocs = {{"A", "B", "C"}, std::vector<std::uint32_t>(30, Blocs::none)};
    made.blocs.bloc[0] = 0;
    made.blocs.bloc[1] = 1;
    made.blocs.bloc[2] = made.blocs.bloc[3] = 2;
    return made;
}

std::vector<BridgeStanding> standings_of(const Case& made, std::vector<std::uint32_t> states,
                                         const BridgeOptions& options) {
    return bridge_standings(made.network, made.blocs, states,
                            InstitutionDraws(made.network.institutions, options.draws, options.seed), options);
}

TEST(BridgeStanding, StatesOfEqualDegreeAreTheNearestWithAllThatAreEquallyNear) {
    const std::vector<std::size_t> memberships = {10, 12, 11, 9, 10, 30, 11};
    const Blocs blocs{{"A", "B"}, {Blocs::none, 0, Blocs::none, Blocs::none, Blocs::none, 1, Blocs::none}};
    EXPECT_EQ(states_of_equal_degree(memberships, blocs, 0, 1), (std::vector<std::uint32_t>{4}));
    EXPECT_EQ(states_of_equal_degree(memberships, blocs, 0, 2), (std::vector<std::uint32_t>{2, 3, 4, 6}));
    EXPECT_EQ(states_of_equal_degree(memberships, blocs, 0, 50).size(), 4U) << "no state of a bloc";
}

TEST(BridgeStanding, LiaisonsJoinWhatIsNotTied) {
    BitMatrix backbone(4, 4);
    const auto tie = [&](std::size_t a, std::size_t b) {
        backbone.set(a, b);
        backbone.set(b, a);
    };
    tie(3, 0);
    tie(3, 1);
    tie(3, 2);
    tie(0, 1);
    const Blocs blocs{{"A", "B", "C"}, {0, 1, 2, Blocs::none}};
    EXPECT_EQ(liaisons_between(backbone, blocs, 3), 2U) << "A and C, B and C; A and B are tied";
    EXPECT_EQ(liaisons_between(backbone, blocs, 0), 0U);
}

TEST(BridgeStanding, LiaisonsAreThoseOfTheWholeBackbone) {
    // A is in the first institutions, B in the next, some states are in all of these and in few others.
    Case made = random_case(4);
    for (std::size_t e = 0; e < 40; ++e) {
        made.network.ties.set(0, e, e < 10);
        made.network.ties.set(1, e, e >= 10 && e < 20);
        for (const std::size_t state : {5U, 20U, 28U}) made.network.ties.set(state, e, e < 20 || e == state);
    }
    BridgeOptions options;
    options.draws = 5;
    const BitMatrix backbone =
        backbone_bits(made.network, critical_counts(made.network, {0.05, BackboneKind::positive}));
    std::size_t found = 0;
    for (const BridgeStanding& standing : standings_of(made, {20, 2, 5, 7, 28}, options)) {
        EXPECT_EQ(standing.liaisons, liaisons_between(backbone, made.blocs, standing.state)) << standing.state;
        found += standing.liaisons;
    }
    EXPECT_GT(found, 0u);
}

TEST(BridgeStanding, InstitutionsAreDrawnWithReplacementAndAlikeInEveryYear) {
    const InstitutionDraws draws({"c", "a", "b", "a"}, 500, 3);
    double a = 0;
    for (std::size_t draw = 0; draw < 500; ++draw) {
        const std::vector<double> all = draws.times(draw, std::vector<std::string>{"a", "b", "c"});
        EXPECT_EQ(std::accumulate(all.begin(), all.end(), 0.0), 3);
        EXPECT_EQ(draws.times(draw, std::vector<std::string>{"b"})[0], all[1]);
        a += all[0];
    }
    EXPECT_NEAR(a / 500, 1, 4 * std::sqrt(2.0 / 3 / 500));
}

TEST(BridgeStanding, TheSameAtAnyNumberOfThreads) {
    const Case made = random_case(1);
    BridgeOptions options{.peers = 5, .draws = 99, .seed = 4, .threads = 1};
    const auto one = standings_of(made, {4, 9}, options);
    options.threads = 3;
    const auto three = standings_of(made, {4, 9}, options);
    for (std::size_t s = 0; s < 2; ++s) {
        EXPECT_EQ(one[s].exceeds, three[s].exceeds);
        EXPECT_EQ(one[s].bridge_draws, three[s].bridge_draws);
        EXPECT_EQ(one[s].bridges_null.expected, three[s].bridges_null.expected);
        EXPECT_EQ(one[s].liaisons_null.p, three[s].liaisons_null.p);
    }
}

TEST(BridgeStanding, WithoutStructureTheNullIsNotRejectedTooOften) {
    std::size_t small = 0, cases = 0;
    for (std::uint64_t seed = 10; seed < 18; ++seed) {
        const Case made = random_case(seed);
        std::vector<std::uint32_t> states(26);
        std::iota(states.begin(), states.end(), 4U);
        for (const BridgeStanding& standing : standings_of(made, states, {.peers = 5, .draws = 99, .seed = seed})) {
            ASSERT_TRUE(standing.bridges_null.p);
            small += *standing.bridges_null.p <= 0.1 ? 1 : 0;
            ++cases;
            EXPECT_LE(standing.bridges.back(), static_cast<double>(3 * standing.institutions));
            for (const double share : standing.exceeds) EXPECT_TRUE(share >= 0 && share <= 1);
        }
    }
    // Within a network the states share the bridges, so that their p are dependent: the bound is wide.
    EXPECT_LT(static_cast<double>(small) / static_cast<double>(cases), 0.18);
    EXPECT_GT(static_cast<double>(small) / static_cast<double>(cases), 0.03);
}

TEST(BridgeStanding, AStateThatIsInEveryBridgingInstitutionAloneExceedsAll) {
    Case made;
    made.network = {{"a", "b", "s", "t", "u"}, {"i1", "i2", "i3", "i4"}, BitMatrix(5, 4)};
    for (const std::size_t e : {0U, 1U}) {
        made.network.ties.set(0, e);
        made.network.ties.set(1, e);
        made.network.ties.set(2, e);
        made.network.ties.set(3, 2 + e);
        made.network.ties.set(4, 2 + e);
    }
    made.blocs = {{"A", "B"}, {0, 1, Blocs::none, Blocs::none, Blocs::none}};
    const auto found = standings_of(made, {2}, {.peers = 2, .draws = 50});
    EXPECT_EQ(found[0].peers, (std::vector<std::uint32_t>{3, 4}));
    EXPECT_EQ(found[0].bridges, (std::vector<double>{2, 2}));
    for (std::size_t d = 0; d < 50; ++d) EXPECT_EQ(found[0].exceeds[d], found[0].bridge_draws[1][d] > 0 ? 1 : 0.5);
}

TEST(BridgeStanding, CanBeStopped) {
    const Case made = random_case(1);
    expect_stoppable([&](const Work& work) {
        (void)standings_of(made, {4}, {.peers = 5, .draws = 2000, .seed = 1, .threads = 2, .work = work});
    });
}

}  // namespace bridge_standing_test
}  // namespace tarazy
