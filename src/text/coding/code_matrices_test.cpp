#include "text/coding/code_matrices.hpp"

#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy::code_matrices_test {
namespace {

const std::vector<Segment> coded = {{"d", 0, 10, "A", "x", ""},
                                    {"d", 5, 12, "B", "x", ""},
                                    {"d", 8, 20, "A", "y", ""},
                                    {"d", 25, 30, "A", "z", ""},
                                    {"e", 0, 3, "B", "y", ""}};

TEST(CodeMatrices, CodeByDocument) {
    EXPECT_EQ(to_csv(code_document_table(coded)),
              "code,doc,segments,characters,coders\nx,d,2,12,2\ny,d,1,12,1\ny,e,1,3,1\nz,d,1,5,1\n");
}

TEST(CodeMatrices, CodeByCode) {
    EXPECT_EQ(to_csv(code_pair_table(coded, 6, false)),
              "code_1,code_2,overlaps,nearby,documents,characters\nx,y,2,0,1,4\nx,z,0,0,1,0\ny,z,0,1,1,0\n");
    EXPECT_EQ(to_csv(code_pair_table(coded, 5, true)),
              "code_1,code_2,overlaps,nearby,documents,characters\nx,y,1,0,1,4\nx,z,0,0,1,0\ny,z,0,0,1,0\n")
        << "five characters between them are not fewer than five";
    EXPECT_EQ(code_pair_table({}, 5, true).rows(), 0u);
}

}  // namespace
}  // namespace tarazy::code_matrices_test
