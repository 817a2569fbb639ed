#include "network/measures/node_measures.hpp"

#include "network/measures/measure_cases_test.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>

namespace tarazy {
namespace node_measures_test {

using measure_cases::data;
using measure_cases::expect_reference;
using measure_cases::network_file;
using measure_cases::network_text;
using measure_cases::projection_file;
using measure_cases::random_network;

Table measured(Network network) {
    return node_measures_table(node_measures(std::move(network)));
}

TEST(NodeMeasures, ThoseOfIgraphForPublishedNetworks) {
    EXPECT_EQ(expect_reference(measured(network_file("karate")), data + "karate_node_measures.csv"), 9u);
    EXPECT_EQ(expect_reference(measured(network_file("karate_weighted", {.weighted = true})),
                               data + "karate_weighted_node_measures.csv"),
              10u);
    EXPECT_EQ(
        expect_reference(measured(network_file("florentine_marriage")), data + "florentine_marriage_node_measures.csv"),
        9u);
    EXPECT_EQ(expect_reference(measured(network_file("coleman_fall", {.directed = true})),
                               data + "coleman_fall_node_measures.csv"),
              10u);
    EXPECT_EQ(expect_reference(measured(projection_file(data + "davis_projection.csv")),
                               data + "davis_count_projection_node_measures.csv"),
              10u);
}

TEST(NodeMeasures, ThoseOfIgraphForSharedOrganisations) {
    const std::string folder = TARAZY_SHARED_DIR "/reference/network/";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "the reference values of networks are not beside this checkout";
    EXPECT_EQ(expect_reference(measured(projection_file(folder + "igo2014_eurasia30_projection.csv")),
                               folder + "igo2014_eurasia30_count_projection_node_measures.csv"),
              10u);
}

TEST(NodeMeasures, ColumnsAreThoseOfTheContractFirst) {
    const Table table = measured(network_text("a,b\n"));
    const std::vector<std::string> first(table.names.begin(), table.names.begin() + 11);
    EXPECT_EQ(first, (std::vector<std::string>{"node", "degree", "strength", "betweenness", "betweenness_norm",
                                               "closeness_igraph", "harmonic_norm", "eigenvector", "pagerank085",
                                               "constraint", "coreness"}));
}

TEST(NodeMeasures, WhatIsNotDefinedIsMissing) {
    const NodeMeasuresResult isolates = node_measures(network_text("", "a\nb\nc\n"));
    for (const NodeMeasures& of : isolates.nodes) {
        EXPECT_FALSE(of.leaving.reachable || of.leaving.wasserman_faust || of.leaving.freeman || of.eigenvector);
        EXPECT_FALSE(of.holes.constraint);
        EXPECT_EQ(of.leaving.harmonic, 0.0);
        EXPECT_EQ(of.betweenness_norm, 0.0);
    }
    EXPECT_EQ(isolates.components, 3u);
    const NodeMeasuresResult one = node_measures(network_text("", "a\n"));
    EXPECT_FALSE(one.nodes[0].leaving.harmonic || one.nodes[0].betweenness_norm);
    EXPECT_EQ(one.nodes[0].pagerank, 1);
    EXPECT_TRUE(one.notes.empty());
    EXPECT_EQ(node_measures_table(node_measures({})).rows(), 0u);
    EXPECT_FALSE(node_measures(network_text("a,b\n")).nodes[0].betweenness_norm) << "there is no pair of others";
}

TEST(NodeMeasures, ClosenessOfTwoComponentsInThreeConventions) {
    const NodeMeasuresResult result = node_measures(network_text("a,b\nb,c\nd,e\n"));
    const Closeness& middle = result.nodes[1].leaving;
    EXPECT_DOUBLE_EQ(*middle.reachable, 0.5);
    EXPECT_DOUBLE_EQ(*middle.wasserman_faust, 0.5);  // 2/4 * 2/2
    EXPECT_FALSE(middle.freeman);
    EXPECT_DOUBLE_EQ(*middle.harmonic, 0.5);
    EXPECT_EQ(result.nodes[3].component, 2u);
    ASSERT_EQ(result.notes.size(), 1u);
    EXPECT_NE(result.notes[0].find("2 components"), std::string::npos);
    EXPECT_DOUBLE_EQ(*node_measures(network_text("a,b\nb,c\n")).nodes[0].leaving.freeman, 2.0 / 3);
}

TEST(NodeMeasures, DirectionsOfANetworkWithoutAWayBack) {
    const NodeMeasuresResult result = node_measures(network_text("a,b\nb,c\n", "", {.directed = true}));
    EXPECT_EQ(result.nodes[1].in_degree, 1u);
    EXPECT_EQ(result.nodes[1].degree, 2u);
    EXPECT_FALSE(result.nodes[2].leaving.reachable);
    EXPECT_DOUBLE_EQ(*result.nodes[2].arriving.reachable, 1.0 / 3);
    EXPECT_DOUBLE_EQ(*result.nodes[1].betweenness_norm, 0.5);
    EXPECT_EQ(result.notes.size(), 1u);
}

TEST(NodeMeasures, FollowTheNodesWhenTheyAreNamedOtherwise) {
    const Network network = random_network(40, 0.12, true, true, 4);
    std::vector<std::uint32_t> place(network.size());
    for (std::uint32_t v = 0; v < place.size(); ++v) place[v] = (v * 17 + 5) % 40;
    Network other = network;
    for (NetworkTie& tie : other.ties) tie = {place[tie.from], place[tie.to], tie.weight, tie.sign};
    std::ranges::sort(other.ties, {}, [](const NetworkTie& tie) { return std::pair(tie.from, tie.to); });
    const Table a = measured(network), b = measured(other);
    for (const std::string& column : a.names) {
        if (column == "node" || column == "component") continue;
        for (std::size_t v = 0; v < place.size(); ++v)
            measure_cases::expect_near_or_missing(b, place[v], column, a[column].real(v).value_or(std::nan("")), 1e-9,
                                                  column);
    }
}

TEST(NodeMeasures, AnIsolateChangesNothingButWhatCountsNodes) {
    Network network = random_network(25, 0.2, false, true, 9);
    const Table before = measured(network);
    network.names.push_back("zz");
    const Table after = measured(network);
    for (const char* column : {"degree", "strength", "betweenness", "closeness_igraph", "eigenvector", "constraint",
                               "coreness", "effective_size", "hierarchy"})
        for (std::size_t v = 0; v < 25; ++v)
            measure_cases::expect_near_or_missing(after, v, column, before[column].real(v).value_or(std::nan("")),
                                                  1e-11, column);
}

TEST(NodeMeasures, ThreadsDoNotMatter) {
    const Network network = random_network(130, 0.05, true, true, 3);
    NodeMeasuresOptions one, three;
    one.threads = 1;
    three.threads = 3;
    const Table a = node_measures_table(node_measures(network, one)),
                b = node_measures_table(node_measures(network, three));
    for (const std::string& column : a.names)
        for (std::size_t row = 0; row < a.rows(); ++row) EXPECT_EQ(a[column].display(row), b[column].display(row));
}

}  // namespace node_measures_test
}  // namespace tarazy
