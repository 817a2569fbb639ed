#include "serve/coding/coding_comparison.hpp"

#include <gtest/gtest.h>

namespace tarazy::coding_comparison_test {
namespace {

TEST(CodingComparison, FindsEveryDifferenceOnce) {
    const StudyDocument document{"d", "en", "", false, 30, "Құжат мәтіні: бейбіт жол ұзақ."};
    const std::vector<Segment> segments = {
        {"d", 0, 5, "A", "same", ""},   {"d", 0, 5, "B", "same", ""},    {"d", 6, 12, "A", "x", ""},
        {"d", 6, 12, "B", "y", ""},     {"d", 14, 20, "A", "z", ""},     {"d", 16, 24, "B", "z", ""},
        {"d", 25, 29, "B", "only", ""}, {"d", 25, 29, "C", "other", ""}, {"e", 0, 3, "A", "q", ""}};
    const auto differences = coding_differences(document, segments, "A", "B");
    ASSERT_EQ(differences.size(), 3u);
    EXPECT_EQ(differences[0].kind, CodingDifference::Kind::code);
    EXPECT_EQ(differences[0].text, "мәтіні");
    EXPECT_EQ(differences[1].kind, CodingDifference::Kind::extent);
    EXPECT_EQ(differences[1].end, 24u);
    EXPECT_EQ(differences[2].kind, CodingDifference::Kind::only);
    EXPECT_TRUE(differences[2].ones.empty());
    EXPECT_EQ(agreed_codings(segments, "d", "A", "B"), 1u);
    EXPECT_TRUE(coding_differences(document, {}, "A", "B").empty());
}

}  // namespace
}  // namespace tarazy::coding_comparison_test
