#include "network/graph_files/ucinet.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace ucinet_test {

GraphFile graph_of(const std::string& text) {
    std::vector<std::string> warnings;
    return read_ucinet(text, "g.dl", warnings);
}

std::string refusal(const std::string& text) {
    try {
        (void)graph_of(text);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Ucinet, MatricesWithAndWithoutDiagonal) {
    const std::vector<GraphTie> arcs = {{0, 1, true, 1}, {1, 2, true, 2}};
    EXPECT_EQ(graph_of("DL N = 3\nLABELS:\na, b c\nDATA:\n0 1 0\n0 0 2\n0 0 0\n").ties, arcs);
    EXPECT_EQ(graph_of("dl n=3 diagonal=absent labels:\na,b,c\ndata:\n1 0 0 2 0 0").ties, arcs);
    EXPECT_EQ(graph_of("dl n=3\nlabels embedded\ndata:\n  a b c\na 0 1 0\nb 0 0 2\nc 0 0 0").ids,
              (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(graph_of("dl n=2, format=fullmatrix\ndata:\n0 1\n1 0").ties, (std::vector<GraphTie>{{0, 1, false, 1}}));
    EXPECT_EQ(graph_of("dl n=2 format=lowerhalf data:\n0\n3 0").ties, (std::vector<GraphTie>{{0, 1, false, 3}}));
}

TEST(Ucinet, Lists) {
    const GraphFile edges = graph_of("dl n=4 format=edgelist1\nlabels embedded:\ndata:\na b 2.5\nb,c,-1\n");
    EXPECT_EQ(edges.ids, (std::vector<std::string>{"a", "b", "c", "1"}));
    EXPECT_EQ(edges.ties, (std::vector<GraphTie>{{0, 1, true, 2.5}, {1, 2, true, -1}}));
    EXPECT_EQ(graph_of("dl n=3 format=nodelist1 data:\n1 2 3\n2 1").ties.size(), 3U);
    const GraphFile two =
        graph_of("dl nr=2, nc=2 format=nodelist2\nrow labels: a b\ncolumn labels: x y\ndata:\n1 1 2\n2 y\n");
    EXPECT_EQ(two.ids, (std::vector<std::string>{"a", "b", "x", "y"}));
    EXPECT_EQ(two.ties, (std::vector<GraphTie>{{0, 2, false, 1}, {0, 3, false, 1}, {1, 3, false, 1}}));
}

TEST(Ucinet, SeveralMatricesAreRelations) {
    const GraphFile graph = graph_of("dl n=2 nm=2 matrix labels: trade war data: 0 1 0 0  0 0 1 0");
    EXPECT_EQ(graph.ties, (std::vector<GraphTie>{{0, 1, true, 1}, {1, 0, true, 1}}));
    EXPECT_EQ(*graph.tie_attributes[0].values[1], "war");
    std::vector<std::string> warnings;
    const GraphFile again = read_ucinet(write_ucinet(graph, warnings), "again", warnings);
    EXPECT_TRUE(again == graph);
}

TEST(Ucinet, FaultsHaveAPlace) {
    EXPECT_EQ(refusal("dl n=2\ndata:\n0 x 0 0"),
              "g.dl:3:3: 'x' is no number; write a number; a missing value is no tie and no zero");
    EXPECT_NE(refusal("dl n=2 data: 0 1 0").find("the data end too soon"), std::string::npos);
    EXPECT_NE(refusal("dl n=2 data: 0 1 0 0 5").find("g.dl:1:22: there is more than the header says"),
              std::string::npos);
    EXPECT_NE(refusal("dl n=200000 data:").find("cells of matrices, more than"), std::string::npos);
    EXPECT_NE(refusal("dl n=99999999999").find("nodes, more than"), std::string::npos);
    EXPECT_NE(refusal("hello").find("does not begin with DL"), std::string::npos);
    EXPECT_NE(refusal("dl n=3 labels: a b data: 0").find("there are 2 labels for 3 nodes"), std::string::npos);
}

TEST(Ucinet, AllFaultsOfAFileAreToldInOnePass) {
    EXPECT_EQ(refusal("dl n=2\ndata:\n0 x y 0 1"),
              "g.dl:3:3: 'x' is no number; write a number; a missing value is no tie and no zero\n"
              "g.dl:3:5: 'y' is no number; write a number; a missing value is no tie and no zero\n"
              "g.dl:3:9: there is more than the header says; correct n, or take it away");
    EXPECT_EQ(refusal("dl n=2 format=edgelist1\nlabels embedded:\ndata:\na b z\na\na c\nb c\n"),
              "g.dl:4:5: 'z' is no number; write a number; a missing value is no tie and no zero\n"
              "g.dl:5:1: a line of an edge list has 1 words; write two nodes and, where you like, a weight\n"
              "g.dl:6:3: 'c' is one node more than 2; correct n, or the label");
    EXPECT_NE(refusal("dl n=3\nlabels embedded\ndata:\na a b\na 0 1 0\nx 0 0 0\nb 0 0 0").find("\n"),
              std::string::npos);
}

}  // namespace ucinet_test
}  // namespace tarazy
