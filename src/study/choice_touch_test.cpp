#include "study/choice_touch.hpp"

#include "analyses/all_methods.hpp"
#include "study/derive.hpp"
#include "study/multiverse_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace choice_touch_test {

// west, window, bar, draws are 0, 1, 2, 3; analyses shares, similarity, chronology, turning; propositions P1, P2, P3.

TEST(ChoiceTouch, AnAnalysisIsTouchedByItsDataParametersStatesAndTheResultsItReads) {
    const ChoiceTouch touch = touched_by_choices(MultiverseStudy().read(), all_methods());
    EXPECT_EQ(touch.analyses.at(0), (ChoiceSet{0, 1, 3})) << "the tested quantities are worked out for tests";
    EXPECT_EQ(touch.analyses.at(1), ChoiceSet{0});
    EXPECT_EQ(touch.analyses.at(2), ChoiceSet{}) << "a chronology knows no poles";
    EXPECT_EQ(touch.analyses.at(3), (ChoiceSet{0, 1, 3})) << "through the result it reads";
    EXPECT_EQ(touch.reads.at(3), (std::vector<std::size_t>{0}));
    EXPECT_TRUE(touch.left_out.empty());
    for (const auto& places : touch.alternatives) EXPECT_EQ(places, (std::vector<std::size_t>{0, 1}));
}

TEST(ChoiceTouch, APropositionIsTouchedByWhatItDeclaresAndByWhatItTests) {
    const ChoiceTouch touch = touched_by_choices(MultiverseStudy().read(), all_methods());
    EXPECT_EQ(touch.declarations.at(0), (ChoiceSet{1, 2}));
    EXPECT_EQ(touch.propositions.at(0), (ChoiceSet{0, 1, 2, 3}));
    EXPECT_EQ(touch.propositions.at(1), ChoiceSet{}) << "it has no test";
    EXPECT_EQ(touch.propositions.at(2), (ChoiceSet{0, 1, 3}));
    EXPECT_EQ(touch.tested.at(2), (std::vector<std::size_t>{3}));
    EXPECT_EQ(touch.tests.at(0).at(1), (ChoiceSet{0, 1, 2, 3}));
}

TEST(ChoiceTouch, WhatShippedResultsDoNotHoldIsLeftOutAndToldWhy) {
    const MultiverseStudy study;
    study.example.ship_results();
    {
        const Variable raw("TARAZY_TEST_RAW", study.example.beside("raw"));
        const ChoiceTouch touch = touched_by_choices(study.read(), all_methods());
        EXPECT_TRUE(touch.left_out.empty());
        (void)derive_study(study.read(), all_methods());
    }
    const ChoiceTouch touch = touched_by_choices(study.read(), all_methods());
    ASSERT_EQ(touch.left_out.size(), 3u);
    EXPECT_EQ(touch.left_out.at(0).choice, 0u);
    EXPECT_NE(touch.left_out.at(0).why.find("would have to be computed anew"), std::string::npos);
    EXPECT_EQ(touch.alternatives.at(0), (std::vector<std::size_t>{0}));
    EXPECT_EQ(touch.alternatives.at(2), (std::vector<std::size_t>{0, 1})) << "a bar needs no data";
}

}  // namespace choice_touch_test
}  // namespace tarazy
