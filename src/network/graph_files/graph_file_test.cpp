#include "network/graph_files/graph_file.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace graph_file_test {

TEST(GraphFile, SpellsAsTextReadBack) {
    const std::vector<GraphSpell> spells = {{"1991", "2004"}, {"2010", ""}};
    EXPECT_EQ(spells_text(spells), "1991..2004;2010..");
    EXPECT_EQ(spells_of_text("1991..2004;2010.."), spells);
}

TEST(GraphFile, NamesAreLabelsWhereEveryNodeHasOneOfItsOwn) {
    GraphFile graph;
    graph.ids = {"n0", "n1"};
    graph.node_attributes = {{"label", AttributeType::text, {"A", "B"}}};
    EXPECT_EQ(graph_node_names(graph), (std::vector<std::string>{"A", "B"}));
    graph.node_attributes[0].values[1] = "A";
    EXPECT_EQ(graph_node_names(graph), graph.ids);
}

TEST(GraphFile, WeightsReadBackToTheLastBit) {
    EXPECT_EQ(weight_text(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(weight_text(-2), "-2");
}

TEST(GraphFile, TypesOfAttributes) {
    EXPECT_EQ(attribute_type_of({"1", std::nullopt, "-3"}), AttributeType::integer);
    EXPECT_EQ(attribute_type_of({"1", "0.5"}), AttributeType::real);
    EXPECT_EQ(attribute_type_of({"true", "false"}), AttributeType::boolean);
    EXPECT_EQ(attribute_type_of({"1", "x"}), AttributeType::text);
    EXPECT_THROW(check_graph_size("f", "nodes", 1e12, most_graph_nodes), LimitError);
}

}  // namespace graph_file_test
}  // namespace tarazy
