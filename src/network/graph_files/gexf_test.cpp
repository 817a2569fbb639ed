#include "network/graph_files/gexf.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace gexf_test {

TEST(Gexf, SpellsAttributesAndWhatIsNotRead) {
    std::vector<std::string> warnings;
    const GraphFile graph =
        read_gexf(R"(<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph mode="dynamic" defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="bloc" type="string"><default>none</default></attribute></attributes>
<nodes><node id="a" label="A" start="1991" end="2004"><viz:color r="1" g="2" b="3"/></node>
<node id="b" label="b"><attvalues><attvalue for="0" value="west"/></attvalues></node></nodes>
<edges><edge id="0" source="a" target="b" weight="-2"><spells><spell start="1992"/><spell end="2000"/></spells></edge></edges>
</graph></gexf>)",
                  "g.gexf", warnings);
    EXPECT_EQ(graph.ties, (std::vector<GraphTie>{{0, 1, true, -2}}));
    EXPECT_EQ(graph.node_spells[0], (std::vector<GraphSpell>{{"1991", "2004"}}));
    EXPECT_EQ(graph.tie_spells[0], (std::vector<GraphSpell>{{"1992", ""}, {"", "2000"}}));
    EXPECT_EQ(*find_attribute(graph.node_attributes, "label")->values[0], "A");
    EXPECT_EQ(*find_attribute(graph.node_attributes, "bloc")->values[0], "none");
    EXPECT_EQ(warnings, (std::vector<std::string>{"g.gexf: <color> is not read"}));
}

TEST(Gexf, FaultsHaveAPlace) {
    std::vector<std::string> warnings;
    try {
        (void)read_gexf("<gexf><graph>\n<edges><edge source='a' target='b' weight='x'/></edges></graph></gexf>",
                        "g.gexf", warnings);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "g.gexf:2:8: the weight is 'x', no number; write a number\n"
                     "g.gexf:2:8: the tie leads to 'a', which is no node; add the node, or take the tie away\n"
                     "g.gexf:2:8: the tie leads to 'b', which is no node; add the node, or take the tie away");
    }
}

TEST(Gexf, AllFaultsOfAFileAreToldInOnePass) {
    std::vector<std::string> warnings;
    try {
        (void)read_gexf(
            "<gexf><graph><nodes>\n"
            "<node id='a'/><node id='a'><attvalues><attvalue for='0' value='1'/></attvalues></node>\n"
            "<node id='b'><attvalues><attvalue for='0' value='1'/><attvalue for='0' value='2'/></attvalues></node>\n"
            "</nodes><edges>\n<edge id='0' source='a' target='b' weight='0'/>\n<edge id='1' source='a'/>\n"
            "</edges></graph></gexf>",
            "g.gexf", warnings);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "g.gexf:2:15: the node 'a' stands twice; keep one\n"
                     "g.gexf:3:25: the attribute '0' is not declared; declare it in <attributes>\n"
                     "g.gexf:5:1: the weight is 0; leave out ties that are not there\n"
                     "g.gexf:6:1: <edge> has no target; give it target=\"...\"");
    }
}

}  // namespace gexf_test
}  // namespace tarazy
