#include "network/brokerage/broker_measures.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace broker_measures_test {

const std::string testdata = TARAZY_SOURCE_DIR "/src/network/testdata/";

NodeGroups one_group(std::size_t nodes) {
    return {{"all"}, std::vector<std::uint32_t>(nodes, 0)};
}

void expect_everett_valente(const std::string& name) {
    std::vector<std::string> warnings;
    const Table nodes = read_table(testdata + name + "_nodelist.csv");
    const Network network = read_network(read_table(testdata + name + "_edges.csv"), &nodes, {}, warnings);
    const auto measures = broker_measures(network, one_group(network.size()));
    const Table reference = read_table(testdata + name + "_ev_brokerage.csv");
    ASSERT_EQ(reference.rows(), network.size());
    for (std::size_t row = 0; row < reference.rows(); ++row) {
        const BrokerMeasures& one = measures[*network.find(text_in(reference, "node", row))];
        EXPECT_EQ(one.degree, *number_in(reference, "degree", row));
        const double b = *number_in(reference, "betweenness", row), ev = *number_in(reference, "ev_brokerage", row);
        EXPECT_NEAR(one.betweenness, b, 1e-9 * (1 + b));
        EXPECT_NEAR(one.everett_valente, ev, 1e-9 * (1 + ev)) << text_in(reference, "node", row);
    }
}

TEST(BrokerMeasures, EverettValenteAsTheReference) {
    expect_everett_valente("karate");
    expect_everett_valente("florentine_marriage");
}

Network path_of_five(bool directed) {
    Network network{{"a", "b", "c", "d", "e"}, directed, false, false, {}};
    for (std::uint32_t i = 0; i < 4; ++i) network.ties.push_back({i, i + 1, 1, 1});
    return network;
}

TEST(BrokerMeasures, EverettValenteWithDirectionsByHand) {
    const auto measures = broker_measures(path_of_five(true), one_group(5));
    EXPECT_EQ(measures[2].betweenness, 4);  // a, b to d, e
    EXPECT_DOUBLE_EQ(measures[2].everett_valente, ((4 + 2) / 1.0 + (4 + 2) / 1.0) / 2);
    EXPECT_DOUBLE_EQ(measures[1].everett_valente, ((3 + 1) + (3 + 3)) / 2.0);
    EXPECT_EQ(measures[0].everett_valente, 0);
}

TEST(BrokerMeasures, BetweennessAcrossGroupsByHand) {
    // a and b against d and e; c stands between all four pairs and belongs to a.
    const NodeGroups groups{{"one", "two"}, {0, 0, 0, 1, 1}};
    const auto measures = broker_measures(path_of_five(false), groups);
    EXPECT_DOUBLE_EQ(measures[2].cross_group, 4);
    EXPECT_DOUBLE_EQ(*measures[2].cross_group_norm, 1);
    EXPECT_DOUBLE_EQ(measures[1].cross_group, 2);  // a to d and e
    EXPECT_DOUBLE_EQ(*measures[1].cross_group_norm, 2 / 4.0);
    EXPECT_DOUBLE_EQ(measures[1].betweenness, 3);
    EXPECT_DOUBLE_EQ(*measures[2].participation, 0.5);
    EXPECT_DOUBLE_EQ(*measures[2].participation_norm, 1);
    EXPECT_DOUBLE_EQ(*measures[0].participation, 0);
}

TEST(BrokerMeasures, ParticipationTakesWeights) {
    const Network network{{"a", "b", "c"}, false, true, false, {{0, 1, 3, 1}, {0, 2, 1, 1}}};
    const auto measures = broker_measures(network, {{"x", "y", "z"}, {0, 1, 2}});
    EXPECT_DOUBLE_EQ(*measures[0].participation, 1 - (9 + 1) / 16.0);
    EXPECT_DOUBLE_EQ(*measures[0].participation_norm, 0.375 / (2 / 3.0));
}

TEST(BrokerMeasures, IsolatesAndOneGroupHaveWhatIsDefined) {
    const Network network{{"a", "b"}, false, false, false, {}};
    for (const BrokerMeasures& one : broker_measures(network, one_group(2))) {
        EXPECT_EQ(one.betweenness, 0);
        EXPECT_EQ(one.everett_valente, 0);
        EXPECT_FALSE(one.participation || one.participation_norm || one.cross_group_norm);
    }
    EXPECT_TRUE(broker_measures({}, {}).empty());
    const auto measures = broker_measures(path_of_five(false), one_group(5));
    EXPECT_TRUE(measures[1].participation);
    EXPECT_FALSE(measures[1].participation_norm);
}

/// Pairs by all shortest paths, counted by matrix powers.
TEST(BrokerMeasures, AgreeWithTheDefinitionOnRandomNetworks) {
    for (std::uint64_t round = 0; round < 12; ++round) {
        Random random(6, "measures", round);
        const std::uint32_t n = 4 + static_cast<std::uint32_t>(random.below(8));
        Network network;
        network.directed = round % 2 == 0;
        NodeGroups groups{{"a", "b", "c"}, {}};
        for (std::uint32_t i = 0; i < n; ++i) {
            network.names.push_back("n" + std::to_string(100 + i));
            groups.group.push_back(static_cast<std::uint32_t>(random.below(3)));
        }
        for (std::uint32_t i = 0; i < n; ++i)
            for (std::uint32_t j = network.directed ? 0 : i + 1; j < n; ++j)
                if (i != j && random.below(10) < 3) network.ties.push_back({i, j, 1, 1});
        const BitMatrix ties = adjacency_bits(network);
        // walks[l][i][j] counts walks of length l; the first l that is not zero gives the shortest paths.
        std::vector<std::vector<double>> walks(n, std::vector<double>(n * n));
        for (std::uint32_t i = 0; i < n; ++i) walks[0][i * n + i] = 1;
        for (std::uint32_t l = 1; l < n; ++l)
            for (std::uint32_t i = 0; i < n; ++i)
                for (std::uint32_t k = 0; k < n; ++k)
                    for (std::uint32_t j = 0; j < n; ++j)
                        walks[l][i * n + j] += ties(k, j) ? walks[l - 1][i * n + k] : 0;
        const auto distance = [&](std::uint32_t i, std::uint32_t j) {
            for (std::uint32_t l = 0; l < n; ++l)
                if (walks[l][i * n + j] > 0) return static_cast<int>(l);
            return -1;
        };
        const auto measures = broker_measures(network, groups);
        for (std::uint32_t v = 0; v < n; ++v) {
            double all = 0, cross = 0, pairs = 0;
            for (std::uint32_t s = 0; s < n; ++s) {
                for (std::uint32_t t = network.directed ? 0 : s + 1; t < n; ++t) {
                    if (s == t || s == v || t == v) continue;
                    const bool differ = groups.group[s] != groups.group[t];
                    pairs += differ ? 1 : 0;
                    const int st = distance(s, t), sv = distance(s, v), vt = distance(v, t);
                    if (st < 0 || sv < 0 || vt < 0 || sv + vt != st) continue;
                    const double share = walks[static_cast<std::size_t>(sv)][s * n + v] *
                                         walks[static_cast<std::size_t>(vt)][v * n + t] /
                                         walks[static_cast<std::size_t>(st)][s * n + t];
                    all += share;
                    cross += differ ? share : 0;
                }
            }
            EXPECT_NEAR(measures[v].betweenness, all, 1e-9);
            EXPECT_NEAR(measures[v].cross_group, cross, 1e-9);
            ASSERT_EQ(measures[v].cross_group_norm.has_value(), pairs > 0);
            if (pairs > 0) {
                EXPECT_NEAR(*measures[v].cross_group_norm, cross / pairs, 1e-9);
            }
        }
    }
}

TEST(BrokerMeasures, TheSameBytesAtAnyNumberOfThreadsAndCanBeStopped) {
    std::vector<std::string> warnings;
    const Network network = read_network(read_table(testdata + "karate_edges.csv"), nullptr, {}, warnings);
    const auto one = broker_measures(network, one_group(network.size()), 1);
    const auto two = broker_measures(network, one_group(network.size()), 2);
    for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i].betweenness, two[i].betweenness);
    expect_stoppable([&](const Work& work) { (void)broker_measures(network, one_group(network.size()), 2, work); });
}

}  // namespace broker_measures_test
}  // namespace tarazy
