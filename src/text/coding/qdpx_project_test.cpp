#include "text/coding/qdpx_project.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy::qdpx_project_test {
namespace {

TEST(QdpxProject, ParentsComeFirst) {
    const auto codes = read_code_tree(read_csv("code,parent,color\nc,b,\nb,a,#00FF00\na,,\n", "codes.csv"));
    ASSERT_EQ(codes.size(), 3u);
    EXPECT_EQ(codes[0].code, "a");
    EXPECT_EQ(codes[2].parent, "b");
    EXPECT_EQ(codes[1].color, "#00FF00");
    EXPECT_EQ(codes[1].name, "b");
    EXPECT_EQ(code_tree_table(codes).rows(), 3u);
}

TEST(QdpxProject, FaultsOfACodebook) {
    const auto told = [](const std::string& csv) {
        try {
            (void)read_code_tree(read_csv(csv, "codes.csv"));
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string("none");
    };
    const std::string many = told("code,parent,color\na,q,\na,,green\n,a,\n");
    EXPECT_NE(many.find("codes.csv:2:2: the parent 'q' is no code"), std::string::npos) << many;
    EXPECT_NE(many.find("codes.csv:3:1: the code 'a' stands here a second time"), std::string::npos) << many;
    EXPECT_NE(many.find("codes.csv:3:3: the colour is 'green'"), std::string::npos) << many;
    EXPECT_NE(many.find("codes.csv:4:1: the code has no name"), std::string::npos) << many;
    EXPECT_NE(told("code,parent\na,b\nb,a\n").find("is above itself"), std::string::npos);
}

}  // namespace
}  // namespace tarazy::qdpx_project_test
