#include "text/coding/line_end_counting.hpp"

#include <gtest/gtest.h>

namespace tarazy::line_end_counting_test {
namespace {

const std::string text = "Бір екі\r\nүш төрт\r\n\r\nбес алты";  // 7, then 2, 7, 2, 2, 8

TEST(LineEndCounting, PositionsGoThereAndBack) {
    const std::vector<std::size_t> ends = long_line_ends(text);
    EXPECT_EQ(ends, (std::vector<std::size_t>{7, 16, 18}));
    EXPECT_EQ(position_in_text(0, ends), 0);
    EXPECT_EQ(position_in_text(7, ends), 7);    // the line end itself
    EXPECT_EQ(position_in_text(8, ends), 9);    // үш
    EXPECT_EQ(position_in_text(17, ends), 20);  // бес
    for (const std::int64_t place : {0, 4, 7, 9, 12, 16, 18, 20, 24, 28})
        EXPECT_EQ(position_in_text(position_with_short_ends(place, ends), ends), place) << place;
    EXPECT_EQ(position_in_text(-3, ends), -3);
    EXPECT_TRUE(long_line_ends("a\nb\rc").empty());
}

TEST(LineEndCounting, IsFoundByWhereWordsBegin) {
    const LineEndEvidence one = line_end_counting({text}, {{0, 0, 3}, {0, 8, 10}, {0, 17, 20}});
    EXPECT_EQ(one.counting, LineEndCounting::one);
    EXPECT_EQ(one.words_one, 2u);
    const LineEndEvidence two = line_end_counting({text}, {{0, 9, 11}, {0, 20, 23}});
    EXPECT_EQ(two.counting, LineEndCounting::two);
    EXPECT_EQ(two.words_two, 2u);
    EXPECT_EQ(line_end_counting({text}, {{0, 0, 3}}).counting, LineEndCounting::two) << "nothing speaks for either";
    EXPECT_EQ(line_end_counting({"a b"}, {{0, -5, 90}}).counting, LineEndCounting::two);
}

}  // namespace
}  // namespace tarazy::line_end_counting_test
