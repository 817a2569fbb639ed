#include "network/brokerage/rewiring.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace rewiring_test {

Network ring(std::uint32_t nodes, bool directed) {
    Network network;
    network.directed = directed;
    for (std::uint32_t i = 0; i < nodes; ++i) network.names.push_back("n" + std::to_string(100 + i));
    for (std::uint32_t i = 0; i + 1 < nodes; ++i) network.ties.push_back({i, i + 1, 1, 1});
    network.ties.push_back(directed ? NetworkTie{nodes - 1, 0, 1, 1} : NetworkTie{0, nodes - 1, 1, 1});
    for (std::uint32_t i = 2; i + 1 < nodes; i += 2) network.ties.push_back({0, i, 1, 1});
    return network;
}

TEST(Rewiring, EveryNodeKeepsItsTies) {
    for (const bool directed : {false, true}) {
        const Network network = ring(15, directed);
        Rewiring rewiring(network);
        const BitMatrix before = rewiring.ties();
        Random random(4, "rewiring", directed);
        rewiring.tries(500, random);
        EXPECT_NE(rewiring.ties(), before);
        const BitMatrix turned = transposed(rewiring.ties()), turned_before = transposed(before);
        for (std::size_t node = 0; node < 15; ++node) {
            EXPECT_EQ(count_bits(rewiring.ties().row(node)), count_bits(before.row(node)));
            EXPECT_EQ(count_bits(turned.row(node)), count_bits(turned_before.row(node)));
            EXPECT_FALSE(rewiring.ties()(node, node));
        }
        if (!directed) {
            EXPECT_EQ(turned, rewiring.ties());
        }
        rewiring.reset();
        EXPECT_EQ(rewiring.ties(), before);
    }
}

/// Degrees 1,1,2,2,2: seven networks on five named nodes have them; the chain visits each equally often.
TEST(Rewiring, VisitsAllNetworksOfTheseDegreesEquallyOften) {
    Network network;
    network.names = {"a", "b", "c", "d", "e"};
    network.ties = {{0, 2, 1, 1}, {1, 4, 1, 1}, {2, 3, 1, 1}, {3, 4, 1, 1}};
    std::map<std::vector<std::uint64_t>, std::size_t> visits;
    constexpr std::size_t draws = 7000;
    Rewiring rewiring(network);
    for (std::size_t draw = 0; draw < draws; ++draw) {
        Random random(4, "visits", draw);
        rewiring.reset();
        rewiring.tries(60, random);
        std::vector<std::uint64_t> rows;
        for (std::size_t node = 0; node < 5; ++node) rows.push_back(rewiring.ties().row(node)[0]);
        ++visits[rows];
    }
    ASSERT_EQ(visits.size(), 7U);
    double chi_square = 0;
    for (const auto& [rows, count] : visits) {
        const double difference = static_cast<double>(count) - draws / 7.0;
        chi_square += difference * difference / (draws / 7.0);
    }
    EXPECT_LT(chi_square, 22.5) << "six degrees of freedom, one in a thousand";
}

TEST(Rewiring, ANetworkThatAllowsNoSwitchStays) {
    Network star;
    star.names = {"a", "b", "c", "d"};
    star.ties = {{0, 1, 1, 1}, {0, 2, 1, 1}, {0, 3, 1, 1}};
    Rewiring rewiring(star);
    const BitMatrix before = rewiring.ties();
    Random random(1, "star", 0);
    rewiring.tries(1000, random);
    EXPECT_EQ(rewiring.ties(), before);
    Network empty;
    empty.names = {"a", "b"};
    Rewiring nothing(empty);
    nothing.tries(10, random);
    EXPECT_EQ(nothing.size(), 0U);
}

}  // namespace rewiring_test
}  // namespace tarazy
