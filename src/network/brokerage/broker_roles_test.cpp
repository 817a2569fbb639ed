#include "network/brokerage/broker_roles.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <map>

namespace tarazy {
namespace broker_roles_test {

const std::array<std::string, broker_roles> reference_names = {"coordinator_wI", "itinerant_wO", "representative_bIO",
                                                               "gatekeeper_bOI", "liaison_bO",   "total_t"};

struct Reference {
    Network network;
    NodeGroups groups;
    Table rows;   ///< a node each
    Table whole;  ///< a role each
};

/// Nodes and groups are those of the reference file.
Reference read_reference(const Table& edges, const std::string& file, bool directed) {
    Reference reference;
    reference.rows = read_table(file);
    reference.whole = read_table(file.substr(0, file.size() - std::string(".csv").size()) + "_global.csv");
    Table list;
    list.add("node", reference.rows["node"]);
    list.add("group", reference.rows["group"]);
    std::vector<std::string> warnings;
    reference.network = read_network(edges, &list, {.directed = directed}, warnings);
    reference.groups = read_groups(list, reference.network.names);
    return reference;
}

/// The whole network: raw counts and expectations are the sums over nodes. (The peer's network-level sd is not that of
/// the null it states, so that it is not compared.)
void expect_whole_network(const Reference& reference) {
    const Table& whole = reference.whole;
    ASSERT_EQ(whole.rows(), broker_roles);
    const auto counts = broker_role_counts(reference.network, reference.groups);
    const std::size_t arcs = reference.network.ties.size() * (reference.network.directed ? 1 : 2);
    const auto expectations =
        role_expectations(group_sizes(reference.groups.group, reference.groups.names.size()), arcs);
    for (std::size_t role = 0; role < broker_roles; ++role) {
        ASSERT_TRUE(reference_names[role].ends_with("_" + text_in(whole, "role", role)));
        double raw = 0, expected = 0;
        for (std::size_t node = 0; node < reference.network.size(); ++node) {
            raw += static_cast<double>(counts[node * broker_roles + role]);
            expected += expectations[reference.groups.group[node]].expected[role];
        }
        EXPECT_EQ(raw, *number_in(whole, "raw", role));
        EXPECT_NEAR(expected, *number_in(whole, "exp", role), 1e-9 * (1 + expected));
    }
}

/// Counts exactly, expectation and sd to 1e-9; z follows.
void expect_reference(const Reference& reference) {
    const auto counts = broker_role_counts(reference.network, reference.groups);
    const std::size_t arcs = reference.network.ties.size() * (reference.network.directed ? 1 : 2);
    const auto expectations =
        role_expectations(group_sizes(reference.groups.group, reference.groups.names.size()), arcs);
    std::size_t compared = 0;
    for (std::size_t row = 0; row < reference.rows.rows(); ++row) {
        const std::size_t node = *reference.network.find(text_in(reference.rows, "node", row));
        for (std::size_t role = 0; role < broker_roles; ++role) {
            const auto of = [&](const char* what) {
                return number_in(reference.rows, what + reference_names[role], row);
            };
            EXPECT_EQ(counts[node * broker_roles + role], *of("raw_")) << row << reference_names[role];
            const RoleExpectation& own = expectations[reference.groups.group[node]];
            EXPECT_NEAR(own.expected[role], *of("exp_"), 1e-9 * (1 + *of("exp_")));
            EXPECT_NEAR(own.sd[role], *of("sd_"), 1e-9 * (1 + *of("sd_")));
            ++compared;
        }
    }
    EXPECT_EQ(compared, reference.network.size() * broker_roles);
    expect_whole_network(reference);
}

const std::string testdata = TARAZY_SOURCE_DIR "/src/network/testdata/";
const std::string references = TARAZY_SHARED_DIR "/reference/network/";

TEST(BrokerRoles, KarateAsSna) {
    expect_reference(
        read_reference(read_table(testdata + "karate_edges.csv"), testdata + "karate_club_brokerage.csv", false));
}

TEST(BrokerRoles, ColemanWithDirectionsAsSna) {
    expect_reference(
        read_reference(read_table(testdata + "coleman_fall_edges.csv"), testdata + "coleman_fall_brokerage.csv", true));
}

/// The graphs are made from the file of pairs: a tie where `tied` says so.
Table tied_pairs(const Table& pairs, const std::function<bool(std::size_t)>& tied) {
    std::vector<std::string> from, to;
    for (std::size_t row = 0; row < pairs.rows(); ++row) {
        if (!tied(row)) continue;
        from.push_back(text_in(pairs, "a", row));
        to.push_back(text_in(pairs, "b", row));
    }
    Table edges;
    edges.add("from", Column(from));
    edges.add("to", Column(to));
    return edges;
}

TEST(BrokerRoles, InstitutionsOfThirtyStatesAsSna) {
    if (!std::filesystem::exists(references + "igo2014_eurasia30_projection.csv")) GTEST_SKIP() << "no " << references;
    const Table pairs = read_table(references + "igo2014_eurasia30_projection.csv");
    std::vector<double> counts;
    for (std::size_t row = 0; row < pairs.rows(); ++row) counts.push_back(*number_in(pairs, "count", row));
    std::vector<double> sorted = counts;
    std::ranges::sort(sorted);
    const double median = (sorted[(sorted.size() - 1) / 2] + sorted[sorted.size() / 2]) / 2;
    expect_reference(read_reference(tied_pairs(pairs, [&](std::size_t row) { return counts[row] > median; }),
                                    references + "igo2014_eurasia30_dichot_median_brokerage.csv", false));
    expect_reference(read_reference(
        tied_pairs(pairs, [&](std::size_t row) { return *number_in(pairs, "sdsm_exact_upper", row) < 0.05; }),
        references + "igo2014_eurasia30_sdsm05_brokerage.csv", false));
}

Network random_network(std::size_t nodes, std::uint64_t percent, bool directed, Random& random) {
    Network network;
    network.directed = directed;
    for (std::size_t i = 0; i < nodes; ++i) network.names.push_back("n" + std::to_string(1000 + i));
    for (std::uint32_t from = 0; from < nodes; ++from)
        for (std::uint32_t to = directed ? 0 : from + 1; to < nodes; ++to)
            if (from != to && random.below(100) < percent) network.ties.push_back({from, to, 1, 1});
    return network;
}

/// Every triad by three loops.
std::vector<std::uint32_t> naive_counts(const Network& network, const NodeGroups& groups) {
    const BitMatrix ties = adjacency_bits(network);
    const std::size_t n = network.size();
    std::vector<std::uint32_t> counts(n * broker_roles);
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t v = 0; v < n; ++v) {
            for (std::size_t b = 0; b < n; ++b) {
                if (a == b || !ties(a, v) || !ties(v, b) || ties(a, b)) continue;
                const auto ga = groups.group[a], gv = groups.group[v], gb = groups.group[b];
                std::size_t role = 4;
                if (ga == gv)
                    role = gb == gv ? 0 : 2;
                else if (gb == gv)
                    role = 3;
                else if (ga == gb)
                    role = 1;
                ++counts[v * broker_roles + role];
                ++counts[v * broker_roles + 5];
            }
        }
    }
    return counts;
}

TEST(BrokerRoles, AgreeWithThreeLoopsOnRandomNetworks) {
    for (std::uint64_t round = 0; round < 24; ++round) {
        Random random(3, "roles", round);
        const std::size_t nodes = 1 + random.below(round < 20 ? 14 : 80);
        const Network network = random_network(nodes, 10 + random.below(80), round % 2 == 0, random);
        NodeGroups groups{{"a", "b", "c", "d"}, {}};
        for (std::size_t i = 0; i < nodes; ++i)
            groups.group.push_back(static_cast<std::uint32_t>(random.below(1 + round % 4)));
        EXPECT_EQ(broker_role_counts(network, groups), naive_counts(network, groups)) << round;
    }
}

TEST(BrokerRoles, UndirectedTriadsCountInBothDirections) {
    Random random(3, "roles, undirected", 0);
    const Network network = random_network(20, 30, false, random);
    NodeGroups groups{{"a", "b"}, {}};
    for (std::size_t i = 0; i < 20; ++i) groups.group.push_back(i % 2);
    const auto counts = broker_role_counts(network, groups);
    for (std::size_t node = 0; node < 20; ++node) {
        const auto* count = counts.data() + node * broker_roles;
        EXPECT_EQ(count[0] % 2, 0U);
        EXPECT_EQ(count[2], count[3]) << "who represents one way keeps the gate the other way";
        EXPECT_EQ(count[0] + count[1] + count[2] + count[3] + count[4], count[5]);
    }
}

TEST(BrokerRoles, NobodyBrokersInACompleteNetworkOrWithoutTies) {
    Random random(1, "roles", 0);
    const NodeGroups one{{"all"}, std::vector<std::uint32_t>(9, 0)};
    for (const std::uint64_t percent : {0U, 100U}) {
        const auto counts = broker_role_counts(random_network(9, percent, true, random), one);
        for (const auto count : counts) EXPECT_EQ(count, 0U);
    }
    // With one group all is coordination.
    const auto counts = broker_role_counts(random_network(9, 40, true, random), one);
    for (std::size_t node = 0; node < 9; ++node)
        EXPECT_EQ(counts[node * broker_roles], counts[node * broker_roles + 5]);
}

/// The closed form against draws of its own null.
TEST(BrokerRoles, ClosedFormIsMeanAndSdOfRandomNetworks) {
    // Density .3 in place of the observed one: 11 nodes have 110 arcs, 33 of them there on average.
    const NodeGroups groups{{"a", "b", "c"}, {0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2}};
    const auto expectations = role_expectations(group_sizes(groups.group, 3), 33);
    constexpr std::size_t draws = 4000;
    std::vector<double> sums(11 * broker_roles), squares(sums.size());
    for (std::size_t draw = 0; draw < draws; ++draw) {
        Random random(8, "Bernoulli networks", draw);
        const auto counts = broker_role_counts(random_network(11, 30, true, random), groups);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] += counts[i];
            squares[i] += static_cast<double>(counts[i]) * counts[i];
        }
    }
    for (const std::size_t node : {0U, 5U, 10U}) {
        const RoleExpectation& own = expectations[groups.group[node]];
        for (std::size_t role = 0; role < broker_roles; ++role) {
            const double mean = sums[node * broker_roles + role] / draws;
            const double sd = std::sqrt(squares[node * broker_roles + role] / draws - mean * mean);
            EXPECT_NEAR(mean, own.expected[role], 5 * own.sd[role] / std::sqrt(draws) + 1e-12);
            EXPECT_NEAR(sd, own.sd[role], 0.1 * own.sd[role] + 1e-12) << node << ' ' << role;
        }
    }
}

TEST(BrokerRoles, TooManyNodesAreRefused) {
    Network network;
    network.names.resize(most_broker_nodes + 1);
    EXPECT_THROW((void)broker_role_counts(network, {{"a"}, std::vector<std::uint32_t>(network.size())}), LimitError);
}

}  // namespace broker_roles_test
}  // namespace tarazy
