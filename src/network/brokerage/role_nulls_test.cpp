#include "network/brokerage/role_nulls.hpp"

#include "base/work_test.hpp"
#include "network/brokerage/exclusive_bridges.hpp"
#include "network/projection/curveball.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace role_nulls_test {

TwoModeNetwork random_memberships(std::size_t actors, std::size_t institutions, std::uint64_t percent) {
    Random random(11, "memberships of a test", actors);
    TwoModeNetwork network;
    for (std::size_t i = 0; i < actors; ++i) network.actors.push_back("s" + std::to_string(1000 + i));
    for (std::size_t e = 0; e < institutions; ++e) network.institutions.push_back("e" + std::to_string(1000 + e));
    network.ties = BitMatrix(actors, institutions);
    for (std::size_t i = 0; i < actors; ++i)
        for (std::size_t e = 0; e < institutions; ++e)
            network.ties.set(i, e, random.below(100) < percent * (1 + e % 3) / 2);
    return network;
}

NodeGroups groups_in_turn(std::size_t nodes, std::uint32_t groups) {
    NodeGroups result;
    for (std::uint32_t group = 0; group < groups; ++group) result.names.push_back(std::string(1, char('a' + group)));
    for (std::size_t node = 0; node < nodes; ++node) result.group.push_back(static_cast<std::uint32_t>(node % groups));
    return result;
}

Network random_ties(std::size_t nodes, std::uint64_t percent) {
    Random random(12, "ties of a test", nodes);
    Network network;
    for (std::size_t i = 0; i < nodes; ++i) network.names.push_back("n" + std::to_string(1000 + i));
    for (std::uint32_t from = 0; from < nodes; ++from)
        for (std::uint32_t to = from + 1; to < nodes; ++to)
            if (random.below(100) < percent) network.ties.push_back({from, to, 1, 1});
    return network;
}

void expect_same(const NullDraws& one, const NullDraws& two) {
    ASSERT_EQ(one.standings.size(), two.standings.size());
    for (std::size_t i = 0; i < one.standings.size(); ++i) {
        EXPECT_EQ(one.standings[i].expected, two.standings[i].expected);
        EXPECT_EQ(one.standings[i].sd, two.standings[i].sd);
        EXPECT_EQ(one.standings[i].p, two.standings[i].p);
    }
    EXPECT_EQ(one.kept, two.kept);
}

/// Labels: with all dealings of a small network the mean is known. Node v's total never changes.
TEST(RoleNulls, LabelsLeaveTheTotalAndShareItOutBySizesOfGroups) {
    const Network network = random_ties(16, 35);
    const NodeGroups groups = groups_in_turn(16, 2);  // eight and eight
    const auto counts = broker_role_counts(network, groups);
    const NullDraws null = role_label_null(adjacency_bits(network), groups, counts, {.draws = 4000});
    for (std::size_t node = 0; node < 16; ++node) {
        const NullStanding* of = null.standings.data() + node * broker_roles;
        EXPECT_NEAR(of[5].expected, counts[node * broker_roles + 5], 1e-9);
        EXPECT_FALSE(of[5].z) << "the total is fixed";
        // a, b both of the broker's group: 7/15 * 6/14.
        const double total = counts[node * broker_roles + 5];
        EXPECT_NEAR(of[0].expected, total * 7 * 6 / (15.0 * 14), 5 * of[0].sd / std::sqrt(4000.0) + 1e-9);
        EXPECT_NEAR(of[4].expected, 0, 1e-12) << "two groups have no liaison";
    }
}

TEST(RoleNulls, OneGroupHasNothingToDeal) {
    const Network network = random_ties(10, 40);
    const NodeGroups groups = groups_in_turn(10, 1);
    const auto counts = broker_role_counts(network, groups);
    for (const NullStanding& one : role_label_null(adjacency_bits(network), groups, counts, {.draws = 50}).standings)
        EXPECT_FALSE(one.z || one.p);
}

TEST(RoleNulls, RewiringKeepsTheBrokerWithOneTieAtNothing) {
    Network network = random_ties(20, 30);
    network.names.push_back("z");
    network.ties.push_back({19, 20, 1, 1});
    const NodeGroups groups = groups_in_turn(21, 3);
    const auto counts = broker_role_counts(network, groups);
    NullOptions options{.draws = 120, .threads = 1};
    const NullDraws one = role_rewiring_null(network, groups, counts, 10, options);
    EXPECT_EQ(one.standings[20 * broker_roles + 5].expected, 0);
    EXPECT_FALSE(one.standings[20 * broker_roles + 5].p);
    EXPECT_GT(one.standings[5].sd, 0);
    options.threads = 2;
    expect_same(one, role_rewiring_null(network, groups, counts, 10, options));
}

TEST(RoleNulls, MarginDrawsAreCurveballThenTheSameBackbone) {
    const TwoModeNetwork network = random_memberships(24, 70, 30);
    const NodeGroups groups = groups_in_turn(24, 3);
    const CriticalCounts critical = critical_counts(network, {0.05, BackboneKind::positive});
    std::vector<std::uint32_t> counts(24 * broker_roles);
    count_broker_roles(backbone_bits(network, critical), groups.group, group_bits(groups.group, 3), counts);
    std::vector<std::size_t> every(counts.size());
    for (std::size_t i = 0; i < every.size(); ++i) every[i] = i;
    NullOptions options{.draws = 40, .seed = 9, .threads = 2, .keep = every};
    const NullDraws null = role_margin_null(network, critical, groups, counts, {}, options);
    std::vector<double> expected(null.kept.size());
    curveball_draws(network.ties, {}, {.draws = 40, .seed = 9}, [&](std::size_t number, const BitMatrix& ties) {
        std::vector<std::uint32_t> drawn(counts.size());
        TwoModeNetwork other = network;
        other.ties = ties;
        // The backbone of the draw, its critical counts computed anew.
        count_broker_roles(backbone_bits(other, critical_counts(other, {0.05, BackboneKind::positive})), groups.group,
                           group_bits(groups.group, 3), drawn);
        std::ranges::copy(drawn, expected.begin() + static_cast<std::ptrdiff_t>(number * drawn.size()));
    });
    EXPECT_EQ(null.kept, expected);
}

TEST(RoleNulls, BridgesUnderTheSameDraws) {
    const TwoModeNetwork network = random_memberships(24, 70, 12);
    Blocs blocs{{"east", "west"}, std::vector<std::uint32_t>(24, Blocs::none)};
    blocs.bloc[0] = blocs.bloc[1] = 0;
    blocs.bloc[2] = blocs.bloc[3] = 1;
    const auto observed = exclusive_bridges(network, blocs).weights;
    NullOptions options{.draws = 60, .threads = 1, .keep = {2 * 10}};
    const NullDraws one = bridge_margin_null(network, blocs, observed, {}, options);
    options.threads = 2;
    expect_same(one, bridge_margin_null(network, blocs, observed, {}, options));
    EXPECT_FALSE(one.standings[0].p) << "a member of a bloc never bridges it";
    EXPECT_GT(one.standings[2 * 10].sd, 0);
    double mean = 0;
    for (const double kept : one.kept) mean += kept / 60;
    EXPECT_NEAR(mean, one.standings[2 * 10].expected, 1e-9);
}

TEST(RoleNulls, CanBeStopped) {
    const Network network = random_ties(16, 35);
    const NodeGroups groups = groups_in_turn(16, 2);
    const auto counts = broker_role_counts(network, groups);
    expect_stoppable([&](const Work& work) {
        (void)role_label_null(adjacency_bits(network), groups, counts, {.draws = 200, .threads = 2, .work = work});
    });
    const TwoModeNetwork memberships = random_memberships(16, 30, 30);
    const CriticalCounts critical = critical_counts(memberships);
    expect_stoppable([&](const Work& work) {
        (void)role_margin_null(memberships, critical, groups, counts, {}, {.draws = 200, .work = work});
    });
}

}  // namespace role_nulls_test
}  // namespace tarazy
