#include "network/graph_files/graph_csv.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace graph_csv_test {

TEST(GraphCsv, SignsSpellsAndAttributesOfEdgeLists) {
    const GraphFile graph =
        graph_of_edge_table(read_csv("source,target,weight,sign,start,end,kind\na,b,2,-1,1991,,pact\n", "e.csv"), true);
    EXPECT_EQ(graph.ties, (std::vector<GraphTie>{{0, 1, true, -2}}));
    EXPECT_EQ(graph.tie_spells[0], (std::vector<GraphSpell>{{"1991", ""}}));
    EXPECT_EQ(graph.tie_attributes.size(), 1U);
}

TEST(GraphCsv, MatricesOfOneAndTwoModes) {
    // Columns in another order than rows.
    EXPECT_EQ(graph_of_matrix_table(read_csv("node,b,a\na,1,0\nb,0,1\n", "m.csv")).ties,
              (std::vector<GraphTie>{{0, 1, false, 1}}));
    EXPECT_EQ(*graph_of_matrix_table(read_csv("node,x,y\na,1,0\nb,0,1\n", "m.csv")).first_mode, 2U);
    EXPECT_THROW((void)graph_of_matrix_table(read_csv("node,x,y\na,1,\nb,0,1\n", "m.csv")), InputError);
}

TEST(GraphCsv, AllFaultsOfATableAreToldInOnePass) {
    try {
        (void)graph_of_edge_table(read_csv("from,to,weight\n,b,x\na,,1\n", "e.csv"), false);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 3U) << error.what();
    }
    try {
        (void)graph_of_matrix_table(read_csv("node,a,b\na,x,1\nb,1,y\n", "m.csv"));
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().size(), 2U) << error.what();
    }
}

}  // namespace graph_csv_test
}  // namespace tarazy
