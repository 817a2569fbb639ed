#include "base/error.hpp"
#include "network/graph_files/pajek.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace pajek_read_test {

GraphFile graph_of(const std::string& text, PajekKind kind = PajekKind::network) {
    std::vector<std::string> warnings;
    return read_pajek(text, "g.net", kind, warnings);
}

std::string refusal(const std::string& text) {
    try {
        (void)graph_of(text);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(PajekRead, VerticesArcsEdgesListsAndTimes) {
    const GraphFile graph = graph_of(
        "*Vertices 4\n% remark\n1 \"a b\" 0.1 0.2 box ic Red [1-3,5-*]\n2 b\n4 d\n"
        "*Arcs :1 \"trade\"\n1 2 -2.5 l \"x\" [7]\n*Edges\n2 3\n*Arcslist\n4 1 2\n");
    EXPECT_EQ(graph.ids, (std::vector<std::string>{"a b", "b", "3", "d"}));
    EXPECT_EQ(graph.ties,
              (std::vector<GraphTie>{{0, 1, true, -2.5}, {1, 2, false, 1}, {3, 0, true, 1}, {3, 1, true, 1}}));
    EXPECT_EQ(*find_attribute(graph.tie_attributes, "relation")->values[0], "trade");
    EXPECT_EQ(graph.tie_spells[0], (std::vector<GraphSpell>{{"7", "7"}}));
    EXPECT_EQ(graph.node_spells[0], (std::vector<GraphSpell>{{"1", "3"}, {"5", ""}}));
    EXPECT_EQ(*find_attribute(graph.node_attributes, "ic")->values[0], "Red");
}

TEST(PajekRead, TwoModesMatricesPartitionsAndProjects) {
    EXPECT_EQ(*graph_of("*Vertices 3 2\n*Edges\n1 3\n").first_mode, 2U);
    EXPECT_THROW((void)graph_of("*Vertices 3\n*Matrix\n0 1 0\n"), InputError) << "cut short";
    EXPECT_THROW((void)graph_of("*Vertices 3\n*Matrix\n"), InputError) << "cut short";
    EXPECT_EQ(graph_of("*Vertices 2\n*Matrix\n0 1\n0 0\n").ties, (std::vector<GraphTie>{{0, 1, true, 1}}));
    EXPECT_EQ(*graph_of("*Vertices 2\n5\n7\n", PajekKind::partition).node_attributes[0].values[1], "7");
    const GraphFile project = graph_of(
        "*Network n\n*Vertices 2\n*Edges\n1 2\n*Partition blocs\n*Vertices 2\n1\n2\n*Vector gdp\n*Vertices 2\n1.5\n2\n",
        PajekKind::project);
    EXPECT_EQ(find_attribute(project.node_attributes, "blocs")->type, AttributeType::integer);
    EXPECT_EQ(*find_attribute(project.node_attributes, "gdp")->values[0], "1.5");
}

TEST(PajekRead, FaultsHaveAPlace) {
    EXPECT_EQ(refusal("*Vertices 2\n*Arcs\n1 3\n"), "g.net:3:3: there is no vertex '3'; write a number from 1 to 2");
    EXPECT_EQ(refusal("1 2\n"), "g.net:1:1: '1' stands before any section; begin with *Vertices");
    EXPECT_NE(refusal("*Vertices 2\n1 \"a\n").find("g.net:2:3: the quote is not closed"), std::string::npos);
    EXPECT_NE(refusal("*Vertices 900000000\n").find("900000000 vertices, more than 500000"), std::string::npos);
    EXPECT_NE(refusal("").find("there is no *Vertices"), std::string::npos);
    EXPECT_EQ(refusal("*Vertices 1\n1 a 0.1 ic Red x high\n"),
              "g.net:2:18: the coordinate x is 'high', no number; write a number");
}

TEST(PajekRead, AllFaultsOfAFileAreToldInOnePass) {
    EXPECT_EQ(refusal("*Vertices 2\n1 \"a\n3 b\n*Arcs\n1 3\n9 8\n2\n*Matrix\n0 x\n1 y\n1 1\n1 1\n*Vertices 3\n1 q\n"),
              "g.net:2:3: the quote is not closed; close it on the same line\n"
              "g.net:3:1: there is no vertex '3'; write a number from 1 to 2\n"
              "g.net:5:3: there is no vertex '3'; write a number from 1 to 2\n"
              "g.net:6:1: there is no vertex '9'; write a number from 1 to 2\n"
              "g.net:6:3: there is no vertex '8'; write a number from 1 to 2\n"
              "g.net:7:1: the tie has one end; write both vertices\n"
              "g.net:9:3: the cell is 'x', no number; write a number\n"
              "g.net:10:3: the cell is 'y', no number; write a number\n"
              "g.net:11:1: the matrix has more than 2 rows; take it away\n"
              "g.net:13:1: *Vertices stands twice; keep one, or make a project (.paj)");
}

TEST(PajekRead, ALineOfAFormFeedIsEmpty) {
    EXPECT_EQ(graph_of("*Vertices 2\n\f\n*Edges\n1 2\n").ties.size(), 1U);
}

}  // namespace pajek_read_test
}  // namespace tarazy
