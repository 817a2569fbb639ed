#include "text/coding/selection_ends.hpp"

#include <gtest/gtest.h>

namespace tarazy::selection_ends_test {
namespace {

const std::vector<std::string> texts = {"Ел ядролық қарудан бас тартты."};

TEST(SelectionEnds, WordsTell) {
    EXPECT_EQ(selection_ends(texts, {{0, 3, 10}, {0, 3, 18}}).reading, SelectionEnds::exclusive);
    const EndEvidence inclusive = selection_ends(texts, {{0, 3, 9}, {0, 3, 17}, {0, 19, 21}});
    EXPECT_EQ(inclusive.reading, SelectionEnds::inclusive);
    EXPECT_EQ(inclusive.words_inclusive, 3u);
}

TEST(SelectionEnds, OneThatEndsAtTheLengthOfItsTextDecides) {
    EXPECT_EQ(selection_ends(texts, {{0, 3, 9}, {0, 3, 17}, {0, 0, 30}}).reading, SelectionEnds::exclusive);
}

TEST(SelectionEnds, OneCharacterOrNothing) {
    EXPECT_EQ(selection_ends({"哈萨克。。。"}, {{0, 3, 3}}).reading, SelectionEnds::inclusive);
    EXPECT_EQ(selection_ends(texts, {}).reading, SelectionEnds::exclusive);
    EXPECT_EQ(selection_ends(texts, {{0, -4, 9999}}).reading, SelectionEnds::exclusive) << "out of range says nothing";
}

}  // namespace
}  // namespace tarazy::selection_ends_test
