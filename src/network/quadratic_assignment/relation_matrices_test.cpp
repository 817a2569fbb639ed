#include "network/quadratic_assignment/relation_matrices.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace relation_matrices_test {

const std::string y = ",a,b,c,d\na,0,1,2,3\nb,1,,4,5\nc,2,4,0,6\nd,3,5,6,0\n";

RelationMatrices relations_of(const std::string& response, const std::string& predictor, bool directed = false) {
    const Table one = read_csv(response, "y.csv"), other = read_csv(predictor, "x.csv");
    return read_relations({{"y", &one}, {"x", &other}}, directed);
}

std::string refusal_of(const std::string& predictor, bool directed = false) {
    try {
        (void)relations_of(y, predictor, directed);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(RelationMatrices, AreTheSameInAnyOrderOfRowsAndColumns) {
    const RelationMatrices one = relations_of(y, y.substr(0) + "");
    EXPECT_EQ(one.nodes, (std::vector<std::string>{"a", "b", "c", "d"}));
    EXPECT_EQ(one.pairs(), 6U);
    const RelationMatrices turned = relations_of(y, "node,d,b,a,c\nb,5,9,1,4\nd,-9,5,3,6\na,3,1,0,2\nc,6,4,2,0\n");
    EXPECT_EQ(turned.relations[1].cells, turned.relations[0].cells) << "the diagonal is not read";
}

TEST(RelationMatrices, EveryFaultIsNamedAtItsPlace) {
    EXPECT_NE(refusal_of(",a,b,c,d\na,0,1,2,3\nb,1,0,,5\nc,2,4,0,6\nd,3,5,6,0\n")
                  .find("x.csv:3:4: the cell of 'b' and 'c' is missing"),
              std::string::npos);
    EXPECT_NE(refusal_of(",a,b,c,d\na,0,1,2,3\nb,1,0,many,5\nc,2,4,0,6\nd,3,5,6,0\n")
                  .find("x.csv:3:4: the cell of 'b' and 'c' is 'many', no number"),
              std::string::npos);
    EXPECT_NE(refusal_of(",a,b,c,D\na,0,1,2,3\nb,1,0,4,5\nc,2,4,0,6\nD,3,5,6,0\n").find("'D' is no node of y"),
              std::string::npos);
    EXPECT_NE(refusal_of(",a,b,c\na,0,1,2\nb,1,0,4\nc,2,4,0\n").find("'d' of y has no row"), std::string::npos);
    EXPECT_NE(refusal_of(",a,b,c,d\na,0,1,2,3\nb,1,0,4,5\nc,2,4,0,6\n").find("'d' has a column and no row"),
              std::string::npos);
    EXPECT_NE(refusal_of(",a,b,c,d\na,0,1,2,3\na,1,0,4,5\nc,2,4,0,6\nd,3,5,6,0\n").find("x.csv:3:1: 'a' stands twice"),
              std::string::npos);
    EXPECT_NE(refusal_of(",a,b,c,d\na,0,1,2,3\nb,1,0,4,5\nc,2,9,0,6\nd,3,5,6,0\n")
                  .find("the cell of 'b' and 'c' is 4, that of 'c' and 'b' is 9; say --directed"),
              std::string::npos);
    EXPECT_EQ(refusal_of(",a,b,c,d\na,0,1,2,3\nb,1,0,4,5\nc,2,9,0,6\nd,3,5,6,0\n", true), "accepted");
    EXPECT_NE(
        refusal_of(",a,b,c,d\na,0,1,1,1\nb,1,0,1,1\nc,1,1,0,1\nd,1,1,1,0\n").find("every cell of the relation is 1"),
        std::string::npos);
}

TEST(RelationMatrices, FewNodesAndTwoOfOneNameAreRefused) {
    const std::string three = ",a,b,c\na,0,1,2\nb,1,0,4\nc,2,4,0\n";
    EXPECT_THROW((void)relations_of(three, three), InputError);
    const Table one = read_csv(y, "y.csv");
    EXPECT_THROW((void)read_relations({{"y", &one}, {"y", &one}}, false), InputError);
}

}  // namespace relation_matrices_test
}  // namespace tarazy
