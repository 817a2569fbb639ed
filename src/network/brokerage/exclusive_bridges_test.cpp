#include "network/brokerage/exclusive_bridges.hpp"

#include "base/random.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace exclusive_bridges_test {

TEST(ExclusiveBridges, AnInstitutionHandsOutOneBridge) {
    // X joins east and west by KAZ and UZB; Y by KAZ alone; Z holds no member of the west.
    const TwoModeNetwork network =
        read_incidence(read_csv("row,X,Y,Z\nCHN,0,1,0\nFRA,1,1,0\nKAZ,1,1,1\nRUS,1,1,1\nUZB,1,0,1\n", "i.csv"));
    const Blocs blocs = read_blocs(read_csv("node,bloc\nRUS,east\nFRA,west\n", "b.csv"), network.actors);
    const ExclusiveBridges bridges = exclusive_bridges(network, blocs);
    ASSERT_EQ(bridges.columns, 2U);
    const auto weight = [&](std::size_t state) { return bridges.weights[state * 2]; };
    EXPECT_DOUBLE_EQ(weight(0), 0.5);        // CHN: half of Y
    EXPECT_DOUBLE_EQ(weight(1), 0);          // a member of a bloc
    EXPECT_DOUBLE_EQ(weight(2), 0.5 + 0.5);  // KAZ: half of X, half of Y
    EXPECT_DOUBLE_EQ(weight(4), 0.5);
    EXPECT_EQ(bridges.institutions[2 * 2], 2U);
    EXPECT_EQ(bridges.institutions[2 * 2 + 1], 2U);
    const auto named = bridge_institutions(network, blocs, 2);
    ASSERT_EQ(named.size(), 2U);
    EXPECT_EQ(network.institutions[named[0].institution], "X");
    EXPECT_EQ(named[0].holders, 2U);
    EXPECT_EQ(named[0].in_one, (std::vector<std::uint32_t>{3}));
    EXPECT_EQ(named[0].in_other, (std::vector<std::uint32_t>{1}));
}

/// Sums over the definition, and the sum of all weights is the number of institutions that join and have a holder.
TEST(ExclusiveBridges, AgreesWithTheDefinitionOnRandomNetworks) {
    for (std::uint64_t round = 0; round < 20; ++round) {
        Random random(7, "bridges", round);
        TwoModeNetwork network;
        for (int i = 0; i < 12; ++i) network.actors.push_back("s" + std::to_string(100 + i));
        for (int e = 0; e < 70; ++e) network.institutions.push_back("e" + std::to_string(100 + e));
        network.ties = BitMatrix(12, 70);
        for (std::size_t i = 0; i < 12; ++i)
            for (std::size_t e = 0; e < 70; ++e) network.ties.set(i, e, random.below(4) == 0);
        Blocs blocs{{"a", "b", "c"}, {}};
        for (int i = 0; i < 12; ++i) {
            const auto drawn = static_cast<std::uint32_t>(random.below(5));
            blocs.bloc.push_back(drawn < 3 ? drawn : Blocs::none);
        }
        BridgeCounter counter(blocs, 70);
        std::vector<double> weights(12 * 4);
        counter.count(network.ties, weights);
        counter.count(network.ties, weights);  // nothing is left from before
        const ExclusiveBridges bridges = exclusive_bridges(network, blocs);
        EXPECT_EQ(bridges.weights, weights);
        const auto pairs = blocs.pairs();
        for (std::uint32_t i = 0; i < 12; ++i) {
            std::vector<double> sums(4);
            for (const BridgeInstitution& bridge : bridge_institutions(network, blocs, i)) {
                const auto pair = std::ranges::find(pairs, std::pair(bridge.one, bridge.other)) - pairs.begin();
                sums[static_cast<std::size_t>(pair)] += 1.0 / bridge.holders;
                sums[3] += 1.0 / bridge.holders;
            }
            for (std::size_t column = 0; column < 4; ++column)
                EXPECT_NEAR(weights[i * 4 + column], sums[column], 1e-12);
            std::vector<double> alone(4);
            counter.count(network.ties, std::vector<std::uint32_t>{i}, alone);
            EXPECT_TRUE(std::ranges::equal(alone, std::span(weights).subspan(i * 4, 4)));
        }
    }
}

TEST(ExclusiveBridges, NobodyBridgesWhereNoInstitutionJoins) {
    const TwoModeNetwork network = two_mode_network({{"a", "X"}, {"b", "Y"}}, {"c"}, {});
    const Blocs blocs{{"one", "two"}, {0, 1, Blocs::none}};
    const ExclusiveBridges bridges = exclusive_bridges(network, blocs);
    EXPECT_EQ(std::accumulate(bridges.weights.begin(), bridges.weights.end(), 0.0), 0);
    EXPECT_TRUE(bridge_institutions(network, blocs, 2).empty());
}

}  // namespace exclusive_bridges_test
}  // namespace tarazy
