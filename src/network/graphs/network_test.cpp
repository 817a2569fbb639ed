#include "network/graphs/network.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace network_test {

Network network_of(const std::string& csv, const NetworkReading& reading = {}, const std::string& nodes = "") {
    std::vector<std::string> warnings;
    const Table list = nodes.empty() ? Table() : read_csv(nodes, "nodes.csv");
    return read_network(read_csv(csv, "edges.csv"), nodes.empty() ? nullptr : &list, reading, warnings);
}

std::string refusal(const std::string& csv, const NetworkReading& reading = {}, const std::string& nodes = "") {
    try {
        (void)network_of(csv, reading, nodes);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Network, NodesStandInByteOrderAndIsolatesAreNodes) {
    const Network network = network_of("from,to\nc,a\na,b\n", {}, "node\nd\nc\nb\na\n");
    EXPECT_EQ(network.names, (std::vector<std::string>{"a", "b", "c", "d"}));
    EXPECT_EQ(network.ties, (std::vector<NetworkTie>{{0, 1, 1, 1}, {0, 2, 1, 1}}));
    EXPECT_EQ(*network.find("c"), 2U);
    EXPECT_FALSE(network.find("e"));
}

TEST(Network, RepeatedTiesCountOnceAndAreTold) {
    std::vector<std::string> warnings;
    const Network network = read_network(read_csv("from,to\na,b\nb,a\n", "e.csv"), nullptr, {}, warnings);
    EXPECT_EQ(network.ties.size(), 1U);
    EXPECT_EQ(warnings, (std::vector<std::string>{"1 tie stands more than once and was counted once"}));
    EXPECT_EQ(network_of("from,to\na,b\nb,a\n", {.directed = true}).ties.size(), 2U);
}

TEST(Network, WhatIsNoTieIsRefusedWithItsPlace) {
    EXPECT_NE(refusal("from,to\na,a\n").find("edges.csv:2:2: the tie leads from 'a' to itself"), std::string::npos);
    EXPECT_NE(refusal("from,to,weight\na,b,-9\n", {.weighted = true}).find("edges.csv:2:3: the weight is -9"),
              std::string::npos);
    EXPECT_NE(refusal("from,to,sign\na,b,2\n", {.with_signs = true}).find("edges.csv:2:3: the sign is '2'"),
              std::string::npos);
    EXPECT_NE(refusal("from,to\na,b\n,b\n").find("edges.csv:3:1: the tie has no node here"), std::string::npos);
    EXPECT_NE(refusal("from,to\na,bb\n", {}, "node\na\nb\n").find("'bb' is not in the list of nodes"),
              std::string::npos);
    EXPECT_NE(
        refusal("from,to,weight\na,b,1\nb,a,2\n", {.weighted = true})
            .find("edges.csv:3:3: the tie between 'a' and 'b' stands already on line 2 with another value: here weight "
                  "2, there 1; keep one row a tie; weights of parallel ties are added up by `tarazy data reshape "
                  "--sum --value weight`"),
        std::string::npos);
    EXPECT_NE(
        refusal("from,to,sign\na,b,1\na,b,-1\n", {.with_signs = true})
            .find("edges.csv:3:3: the tie between 'a' and 'b' stands already on line 2 with another value: here sign "
                  "-1, there 1; keep one row a tie"),
        std::string::npos);
    EXPECT_NE(refusal("from,to\na,b\n", {}, "node\na\nb\na\n").find("nodes.csv:4:1: 'a' stands already on line 2"),
              std::string::npos);
}

TEST(Network, NegativeTiesAreLeftOutAndToldWhereSignsAreNotRead) {
    std::vector<std::string> warnings;
    const Network network = read_network(read_csv("from,to,sign\na,b,1\na,c,-1\n", "e.csv"), nullptr, {}, warnings);
    EXPECT_EQ(network.ties, (std::vector<NetworkTie>{{0, 1, 1, 1}}));
    EXPECT_EQ(network.size(), 3U) << "c is an isolate now";
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_NE(warnings[0].find("1 tie has a negative sign"), std::string::npos) << warnings[0];
}

TEST(Network, WhatHoldsNothingOrNoNumberIsRefused) {
    EXPECT_NE(refusal("from,to\n").find("there is no tie and no node"), std::string::npos);
    EXPECT_NE(refusal("from,to,weight\na,b,1e308\n", {.weighted = true}).find("edges.csv:2:3: the weight is"),
              std::string::npos);
    const std::vector<std::string> nodes = {"a", "b"};
    EXPECT_THROW((void)read_groups(read_csv("node,group\na,-9\nb,x\n", "g.csv"), nodes), InputError);
}

TEST(Network, TooManyNodesAreALimit) {
    EXPECT_THROW((void)network_of("from,to\na,b\nc,d\n", {.most_nodes = 3}), LimitError);
}

TEST(Network, MatricesHoldUndirectedTiesBothWays) {
    const Network network =
        network_of("from,to,weight,sign\na,b,2,-1\nb,c,3,1\n", {.weighted = true, .with_signs = true});
    const BitMatrix bits = adjacency_bits(network);
    EXPECT_TRUE(bits(0, 1) && bits(1, 0) && bits(1, 2) && !bits(0, 2));
    EXPECT_EQ(adjacency_weights(network), (std::vector<double>{0, -2, 0, -2, 0, 3, 0, 3, 0}));
}

TEST(Network, GroupsAreOfEveryNode) {
    const std::vector<std::string> nodes = {"a", "b", "c"};
    const NodeGroups groups = read_groups(read_csv("node,group\nc,x\na,y\nb,x\n", "g.csv"), nodes);
    EXPECT_EQ(groups.names, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(groups.group, (std::vector<std::uint32_t>{1, 0, 0}));
    EXPECT_THROW((void)read_groups(read_csv("node,group\nc,x\na,y\n", "g.csv"), nodes), InputError);
    EXPECT_THROW((void)read_groups(read_csv("node,group\nc,x\na,y\nb,x\nd,x\n", "g.csv"), nodes), InputError);
}

}  // namespace network_test
}  // namespace tarazy
