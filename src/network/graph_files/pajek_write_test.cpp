#include "base/error.hpp"
#include "network/graph_files/graph_samples_test.hpp"
#include "network/graph_files/pajek.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace pajek_write_test {

TEST(PajekWrite, PartitionsNeedANumberForEveryNode) {
    std::vector<std::string> warnings;
    const GraphFile with = sample_graph(1, {.attributes = true});
    EXPECT_TRUE(write_pajek(with, PajekKind::partition, warnings).starts_with("*Vertices "));
    EXPECT_THROW((void)write_pajek(sample_graph(1, {}), PajekKind::partition, warnings), UsageError);
}

TEST(PajekWrite, ProjectsKeepNumbersOfNodes) {
    std::vector<std::string> warnings;
    GraphFile graph = sample_graph(1, {.attributes = true});
    const std::string text = write_pajek(graph, PajekKind::project, warnings);
    EXPECT_NE(text.find("*Partition size\n"), std::string::npos);
    const GraphFile again = read_pajek(text, "p.paj", PajekKind::project, warnings);
    EXPECT_EQ(find_attribute(again.node_attributes, "size")->values, graph.node_attributes[1].values);
}

}  // namespace pajek_write_test
}  // namespace tarazy
