#include "report/still_labels.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace still_labels_test {

TEST(StillLabels, ThatWouldLieOnOneAnotherMoveApartAndStayAboveTheFloor) {
    const std::vector<StillLabel> apart = spread_labels({{100, 0}, {98, 1}, {20, 2}}, 14, 100);
    ASSERT_EQ(apart.size(), 3U);
    EXPECT_EQ(apart[0].of, 2U);
    EXPECT_EQ(apart[0].y, 20);
    EXPECT_EQ(apart[1].of, 1U);
    EXPECT_EQ(apart[1].y, 86);
    EXPECT_EQ(apart[2].y, 100);
    EXPECT_TRUE(spread_labels({}, 14, 100).empty());
}

TEST(StillLabels, StandBesideTheirMarkWhereThereIsRoom) {
    const LabelBounds bounds{0, 0, 100, 100};
    const auto alone = place_beside(std::vector<StillMark>{{50, 50, 3, "KAZ"}}, bounds);
    EXPECT_TRUE(alone[0].shown);
    EXPECT_EQ(alone[0].anchor, "start");
    EXPECT_EQ(alone[0].x, 57);
    // At the right edge it stands to the left.
    const auto edge = place_beside(std::vector<StillMark>{{95, 50, 3, "KAZ"}}, bounds);
    EXPECT_EQ(edge[0].anchor, "end");
}

TEST(StillLabels, NoneCoversAMarkOrAnotherLabel) {
    const std::vector<StillMark> marks = {{20, 50, 3, "AAA"}, {35, 50, 3, "BBB"}, {50, 50, 3, "CCC"}};
    const auto placed = place_beside(marks, {0, 0, 100, 100});
    EXPECT_EQ(placed[0].anchor, "middle") << "a mark is to the right of it, the edge to the left";
    EXPECT_TRUE(placed[1].shown);
    EXPECT_NE(placed[0].y, placed[1].y);
    EXPECT_EQ(placed[2].anchor, "start");
}

TEST(StillLabels, WithoutRoomOnlyThoseNeededAreShown) {
    const LabelBounds narrow{0, 40, 60, 60};
    std::vector<StillMark> marks = {{30, 50, 3, "somewhere"}, {31, 50, 3, "Kazakhstan"}};
    auto placed = place_beside(marks, narrow);
    EXPECT_FALSE(placed[0].shown);
    EXPECT_FALSE(placed[1].shown);
    marks[1].needed = true;
    placed = place_beside(marks, narrow);
    EXPECT_FALSE(placed[0].shown);
    EXPECT_TRUE(placed[1].shown);
}

TEST(StillLabels, LettersOfSeveralBytesCountOnce) {
    EXPECT_EQ(width_of_words("Қытай"), width_of_words("China"));
}

}  // namespace still_labels_test
}  // namespace tarazy
