#include "text/lemmas/lemma_scores.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy::lemma_scores_test {
namespace {

TEST(LemmaScores, BCubedByHand) {
    // Four types; gold groups {a, b, c} and {d}; ours {a, b} and {c, d}.
    const std::vector<std::string> forms = {"a", "b", "c", "d", "a"}, gold = {"x", "x", "x", "y", "x"},
                                   ours = {"x", "x", "y", "y", "z"};
    const LemmaScores scores = lemma_scores(forms, gold, ours);
    EXPECT_EQ(scores.words, 5U);
    EXPECT_EQ(scores.types, 4U);
    EXPECT_DOUBLE_EQ(scores.accuracy, 3.0 / 5);
    EXPECT_DOUBLE_EQ(scores.precision, (1 + 1 + 0.5 + 0.5) / 4);
    EXPECT_DOUBLE_EQ(scores.recall, (2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4);
}

TEST(LemmaScores, NamesOfGroupsDoNotMatterToBCubed) {
    const std::vector<std::string> forms = {"a", "b"}, gold = {"x", "x"}, ours = {"q", "q"};
    const LemmaScores scores = lemma_scores(forms, gold, ours);
    EXPECT_EQ(scores.accuracy, 0);
    EXPECT_EQ(scores.f1, 1);
    EXPECT_EQ(lemma_scores({}, {}, {}).words, 0U);
}

}  // namespace
}  // namespace tarazy::lemma_scores_test
