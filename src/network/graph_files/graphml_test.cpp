#include "network/graph_files/graphml.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace graphml_test {

std::string refusal(const std::string& text) {
    std::vector<std::string> warnings;
    try {
        (void)read_graphml(text, "g.graphml", warnings);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Graphml, KeysDefaultsSignsAndWhatIsNotRead) {
    std::vector<std::string> warnings;
    const GraphFile graph = read_graphml(R"(<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="bloc" attr.type="string"><default>none</default></key>
<key id="d1" for="edge" attr.name="sign" attr.type="int"/>
<graph edgedefault="undirected">
<node id="a"><data key="d0">west</data><port name="p"/></node><node id="b" color="red"/>
<edge source="a" target="b"><data key="d1">-1</data></edge>
</graph></graphml>)",
                                         "g.graphml", warnings);
    EXPECT_EQ(graph.ids, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(graph.ties, (std::vector<GraphTie>{{0, 1, false, -1}}));
    EXPECT_EQ(*graph.node_attributes[0].values[1], "none");
    ASSERT_EQ(warnings.size(), 2U);
    EXPECT_EQ(warnings[0], "g.graphml: <port> is not read");
    EXPECT_EQ(warnings[1], "g.graphml: attribute 'color' of <node> is not read");
}

TEST(Graphml, FaultsHaveAPlace) {
    EXPECT_EQ(refusal("<graphml>\n<graph>\n<node id='a'/>\n<edge source='a' target='b'/></graph></graphml>"),
              "g.graphml:4:1: the tie leads to 'b', which is no node; add the node, or take the tie away");
    EXPECT_EQ(refusal("<graphml><graph>\n  <node/></graph></graphml>"),
              "g.graphml:2:3: <node> has no id; give it id=\"...\"");
    EXPECT_TRUE(refusal("<graphml><graph>").starts_with("g.graphml:1:17: the file is no whole XML text"))
        << refusal("<graphml><graph>");
    EXPECT_NE(refusal("<html/>").find("not with <graphml>"), std::string::npos);
    EXPECT_NE(refusal("").find("g.graphml:1:1"), std::string::npos);
}

TEST(Graphml, AllFaultsOfAFileAreToldInOnePass) {
    EXPECT_EQ(refusal("<graphml><graph>\n"
                      "<node id='a'/><node id='a'><data key='d9'>1</data></node>\n"
                      "<node/>\n"
                      "<node id='b'><data key='d9'>1</data></node><node id='c'><data key='d9'>1</data></node>\n"
                      "<edge source='a'/>\n"
                      "<edge source='a' target='z'/></graph></graphml>"),
              "g.graphml:2:15: the node 'a' stands twice; keep one\n"
              "g.graphml:2:44: the key 'd9' is not declared; declare it: <key id=\"d9\" for=\"all\" attr.name=\"...\" "
              "attr.type=\"string\"/>\n"
              "g.graphml:3:1: <node> has no id; give it id=\"...\"\n"
              "g.graphml:5:1: <edge> has no target; give it target=\"...\"\n"
              "g.graphml:6:1: the tie leads to 'z', which is no node; add the node, or take the tie away");
    // What is cut short says nothing of ties to nodes that would have come.
    EXPECT_EQ(refusal("<graphml><graph><node/>\n<edge source='a' target='z'/>").find("leads to"), std::string::npos);
}

TEST(Graphml, EntitiesThatSwellAreRefused) {
    EXPECT_NE(
        refusal("<!DOCTYPE g [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><graphml>&b;</graphml>").find("DOCTYPE"),
        std::string::npos);
}

}  // namespace graphml_test
}  // namespace tarazy
