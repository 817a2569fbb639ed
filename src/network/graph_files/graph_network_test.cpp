#include "network/graph_files/graph_network.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace graph_network_test {

GraphFile small_graph() {
    GraphFile graph;
    graph.ids = {"b", "a", "c"};
    graph.ties = {{0, 1, false, -2}, {1, 2, false, 1}, {2, 2, false, 1}};
    graph.weighted = true;
    return graph;
}

TEST(GraphNetwork, NodesInByteOrderAndSignsFromWeights) {
    std::vector<std::string> warnings;
    const Network network =
        network_from_graph_file(small_graph(), "g", {.weighted = true, .with_signs = true}, warnings);
    EXPECT_EQ(network.names, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(network.ties, (std::vector<NetworkTie>{{0, 1, 2, -1}, {0, 2, 1, 1}}));
    EXPECT_EQ(warnings.size(), 1U);
}

TEST(GraphNetwork, UndirectedTiesAreTwoArcs) {
    std::vector<std::string> warnings;
    EXPECT_EQ(network_from_graph_file(small_graph(), "g", {.directed = true, .with_signs = true}, warnings).ties.size(),
              4U);
}

TEST(GraphNetwork, WhatCannotBeANetworkIsRefused) {
    std::vector<std::string> warnings;
    GraphFile graph = small_graph();
    EXPECT_THROW((void)network_from_graph_file(graph, "g", {}, warnings), InputError);
    graph.first_mode = 1;
    EXPECT_THROW((void)network_from_graph_file(graph, "g", {.with_signs = true}, warnings), InputError);
    graph = small_graph();
    graph.ties.push_back({0, 1, false, 5});
    EXPECT_THROW((void)network_from_graph_file(graph, "g", {.with_signs = true}, warnings), InputError);
    EXPECT_THROW((void)network_from_graph_file(small_graph(), "g", {.with_signs = true, .most_nodes = 2}, warnings),
                 LimitError);
}

}  // namespace graph_network_test
}  // namespace tarazy
