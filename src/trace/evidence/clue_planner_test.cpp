#include "trace/evidence/clue_planner.hpp"

#include "trace/evidence/rival_sets_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace clue_planner_test {

using testing_rivals::random_rivals;
using testing_rivals::read_motives;

TEST(CluePlanner, AWorkedExampleByHand) {
    // Two equal rivals; the clue is found with 0.9 under the first, 0.1 under the second: 9.54 dB either way.
    const std::vector<double> even = {0.5, 0.5}, clue = {0.9, 0.1};
    const CluePlan plan = plan_clue(even, clue, {}, 0, 1);
    EXPECT_NEAR(plan.chance, 0.5, 1e-15);
    EXPECT_NEAR(plan.if_found, 10 * std::log10(9.0), 1e-12);
    EXPECT_NEAR(plan.if_not_found, -10 * std::log10(9.0), 1e-12);
    EXPECT_NEAR(plan.decibels, 10 * std::log10(9.0), 1e-12);
    EXPECT_NEAR(plan.entropy_reduction, 1 - entropy_bits(clue), 1e-12);
}

TEST(CluePlanner, WhatIsEquallyLikelyPromisesNothing) {
    const std::vector<double> belief = {0.2, 0.5, 0.3}, clue = {0.4, 0.4, 0.4};
    const CluePlan plan = plan_clue(belief, clue, {}, 1, 2);
    EXPECT_EQ(plan.decibels, 0);
    EXPECT_EQ(plan.entropy_reduction, 0);
}

TEST(CluePlanner, TheEntropyFallsOnAverageWhateverTheClue) {
    for (std::uint64_t number = 0; number < 100; ++number) {
        const RivalExplanations rivals = random_rivals(number, 4, 2);
        const Weighing weighing = weigh(rivals);
        std::vector<double> clue;
        for (const ClueLikelihood& one : rivals.clues[0].likelihoods) clue.push_back(one.probability.value);
        EXPECT_GE(plan_clue(weighing.posterior, clue, {}, 0, 1).entropy_reduction, 0);
    }
}

TEST(CluePlanner, OfAGroupOnlyWhatIsStrongerAdds) {
    const std::vector<double> belief = {0.5, 0.5}, weak = {0.5, 0.4}, strong = {0.9, 0.01}, counted = {0.8, 0.2};
    EXPECT_EQ(plan_clue(belief, weak, counted, 0, 1).decibels, 0);
    const CluePlan plan = plan_clue(belief, strong, counted, 0, 1);
    EXPECT_NEAR(plan.if_found, 10 * std::log10(90) - 10 * std::log10(4), 1e-12) << "it replaces what counted";
}

TEST(CluePlanner, ListsOnlyWhatNobodySoughtTheMostTellingFirst) {
    RivalExplanations rivals = read_motives();
    std::vector<PlannedClue> plans = plan_clues(rivals, weigh(rivals));
    ASSERT_EQ(plans.size(), 1u);
    EXPECT_EQ(rivals.clues[plans[0].clue].id, "minutes");
    EXPECT_FALSE(plans[0].group_counts);
    rivals.clues[2].found = ClueFound::not_sought;
    plans = plan_clues(rivals, weigh(rivals));
    ASSERT_EQ(plans.size(), 2u);
    EXPECT_GE(plans[0].plan.entropy_reduction, plans[1].plan.entropy_reduction);
    for (const PlannedClue& one : plans) EXPECT_EQ(one.group_counts, rivals.clues[one.clue].id == "letter");
}

TEST(CluePlanner, ACertainClueHasNoFiniteWeight) {
    const std::vector<double> belief = {0.5, 0.5}, clue = {0.9, 0};
    EXPECT_TRUE(std::isinf(plan_clue(belief, clue, {}, 0, 1).decibels));
    EXPECT_GT(plan_clue(belief, clue, {}, 0, 1).entropy_reduction, 0);
}

}  // namespace clue_planner_test
}  // namespace tarazy
