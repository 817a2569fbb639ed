#include "text/coding/code_points.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tarazy::code_points_test {
namespace {

TEST(CodePoints, AreNeitherBytesNorGraphemes) {
    EXPECT_EQ(code_point_count(""), 0u);
    EXPECT_EQ(code_point_count("тепе"), 4u);
    EXPECT_EQ(code_point_count("a\xF0\x9F\x95\x8A"
                               "b"),
              3u)
        << "beyond the first plane";
    EXPECT_EQ(code_point_count("e\xCC\x81"), 2u) << "a combining accent is a code point";
}

TEST(CodePoints, CutsAnywhere) {
    std::string text;
    for (int k = 0; k < 100; ++k) text += "қa哈";
    const CodePointCuts cuts(text);
    EXPECT_EQ(cuts.size(), 300u);
    for (std::size_t start = 0; start < 300; start += 7) {
        const std::string_view piece = cuts.cut(start, start + 1);
        EXPECT_EQ(piece, start % 3 == 0 ? "қ" : (start % 3 == 1 ? "a" : "哈"));
    }
    EXPECT_EQ(cuts.cut(0, 300), text);
    EXPECT_EQ(cuts.cut(300, 300), "");
    EXPECT_EQ(cuts.cut(62, 67), "哈қa哈қ");
}

}  // namespace
}  // namespace tarazy::code_points_test
