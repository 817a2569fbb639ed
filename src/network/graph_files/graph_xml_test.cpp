#include "network/graph_files/graph_xml.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace graph_xml_test {

TEST(GraphXml, TextIsEscaped) {
    EXPECT_EQ(xml_text("a<b>&\"\n"), "a&lt;b&gt;&amp;&quot;&#10;");
}

TEST(GraphXml, NodesHaveOnePlaceAnId) {
    NamedNodes nodes;
    EXPECT_EQ(nodes.add("a", "f"), 0U);
    EXPECT_FALSE(nodes.add("a", "f"));
    EXPECT_FALSE(nodes.find("b"));
}

}  // namespace graph_xml_test
}  // namespace tarazy
