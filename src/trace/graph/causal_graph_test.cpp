#include "trace/graph/causal_graph.hpp"

#include "io/read_table.hpp"
#include "trace/graph/graph_brute_force_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace causal_graph_test {

using namespace brute_force;

TEST(CausalGraph, NeighboursStandInOrderWhateverTheOrderOfThePairs) {
    CausalGraphParts parts;
    parts.arrows = {{"x", "y"}, {"a", "y"}, {"x", "a"}, {"x", "y"}};
    parts.arcs = {{"y", "b"}, {"b", "y"}};
    parts.latent = {"h"};
    const CausalGraph graph = causal_graph(parts);
    EXPECT_EQ(graph.names, (std::vector<std::string>{"a", "b", "h", "x", "y"}));
    EXPECT_EQ(graph.arrows(), 3u);
    EXPECT_EQ(graph.arcs(), 1u);
    EXPECT_EQ(Nodes(graph.parents[4].begin(), graph.parents[4].end()), (Nodes{0, 3}));
    EXPECT_EQ(Nodes(graph.siblings[1].begin(), graph.siblings[1].end()), Nodes{4});
    EXPECT_EQ(graph.order, (Nodes{1, 2, 3, 0, 4}));
    EXPECT_EQ(graph.find("h"), GraphNode{2});
    EXPECT_EQ(graph.find("z"), std::nullopt);
    std::ranges::reverse(parts.arrows);
    EXPECT_EQ(to_dagitty(causal_graph(parts)), to_dagitty(graph));
}

TEST(CausalGraph, ACircleIsNamed) {
    CausalGraphParts parts;
    parts.arrows = {{"e003", "e007"}, {"e001", "e003"}, {"e007", "e009"}, {"e009", "e003"}};
    try {
        (void)causal_graph(parts);
        FAIL() << "accepted a circle";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("e003 -> e007 -> e009 -> e003"), std::string::npos) << error.what();
    }
    parts.arrows = {{"a", "a"}};
    EXPECT_THROW((void)causal_graph(parts), InputError);
}

TEST(CausalGraph, LinksThatStandAloneAreCheckedAsInAChronology) {
    const std::string head = "from,to,type,basis,stated_in\n";
    std::vector<std::string> warnings;
    const auto links = read_links_alone(read_csv(head + "e1,e2,causes,literature,\n", "l.csv"), warnings);
    ASSERT_EQ(links.size(), 1u);
    EXPECT_EQ(warnings.size(), 1u) << "no source is named";
    for (const char* rows : {"e1,e2,causes,proposed,\ne2,e1,causes,proposed,\n", "e1,e1,causes,proposed,\n",
                             "e1,,causes,proposed,\n", "e1,e2,hinders,proposed,\n"}) {
        EXPECT_THROW((void)read_links_alone(read_csv(head + rows, "l.csv"), warnings), InputError) << rows;
    }
    EXPECT_THROW((void)read_links_alone(read_csv("from,to\na,b\n", "l.csv"), warnings), InputError);
}

TEST(CausalGraph, EventsWithoutLinksAreNodes) {
    const std::vector<std::string> ids = {"e2", "e1"};
    const CausalGraph graph = causal_graph(graph_parts({}, ids));
    EXPECT_EQ(graph.names, (std::vector<std::string>{"e1", "e2"}));
    EXPECT_EQ(graph.arrows(), 0u);
}

TEST(CausalGraph, PartsGiveTheSameGraphAgain) {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const CausalGraph graph = random_graph(seed, 8, 3, true);
        EXPECT_EQ(to_dagitty(causal_graph(parts_of(graph))), to_dagitty(graph));
    }
}

TEST(CausalGraph, ProperCausalNodesMeetNoSecondExposure) {
    const CausalGraph graph =
        graph_of("dag { X1 [exposure] X2 [exposure] Y [outcome] X1 -> A -> X2 -> B -> Y X1 -> C -> Y C -> D }");
    EXPECT_EQ(nodes_flagged(proper_causal_nodes(graph)), nodes_of(graph, {"B", "C", "Y"}));
}

TEST(CausalGraph, ArrowsCanBeLeftOutAndRolesGiven) {
    const CausalGraph graph = graph_of("dag { a -> b -> c a -> c }");
    const CausalGraph cut = without_arrows(graph, {0, 1, 0});
    EXPECT_EQ(cut.arrows(), 2u);
    EXPECT_TRUE(cut.parents[2].size() == 1 && cut.parents[2][0] == 1);
    const GraphNode chosen[] = {2, 0, 2};
    EXPECT_EQ(with_roles(graph, chosen, {}).exposures, (Nodes{0, 2}));
    const std::vector<char> stop_at_b = {0, 1, 0};
    const CausalGraph chain = graph_of("dag { a -> b -> c }");
    EXPECT_EQ(nodes_flagged(descendants_of(chain, std::span(chosen + 1, 1), stop_at_b)), (Nodes{0, 1}));
    EXPECT_EQ(nodes_flagged(ancestors_of(chain, std::span(chosen, 1))), (Nodes{0, 1, 2}));
}

}  // namespace causal_graph_test
}  // namespace tarazy
