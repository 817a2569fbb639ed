#include "analyses/write_study/example_propositions.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tarazy {
namespace example_propositions_test {

StudyOrder order() {
    StudyOrder order;
    order.focus = "MNG";
    order.poles = poles_of_option("RUS,CHN,WEST=USA+GBR");
    order.comparison = {"KGZ", "TJK", "NPL"};
    return order;
}

StartedAnalysis analysis(const std::string& id, const std::string& method, const std::string& subject = "") {
    return {id, method, {}, {}, {}, {1991, 2023}, subject};
}

TEST(ExamplePropositions, OfAlignmentAskForEvenDistanceAndForTheComparison) {
    StudyDraft draft;
    draft.analyses = {analysis("shares", "align.shares"), analysis("comparison", "compare.minimise", "NORM")};
    const auto examples = example_propositions(order(), draft);
    ASSERT_EQ(examples.size(), 2u);
    EXPECT_EQ(examples[0].id, "P1");
    EXPECT_NE(examples[0].text.ru.find(": Россия и Китай."), std::string::npos);
    EXPECT_EQ(examples[0].tests.front().quantity, "difference.RUS-CHN.1991-2023");
    EXPECT_EQ(examples[1].tests.front().quantity, "mean_share.WEST.1991-2023");
    EXPECT_TRUE(examples[1].tests.front().comparison.starts_with("above the median of comparison"));
}

TEST(ExamplePropositions, WithFewStatesToCompareWithTheTrendIsAskedFor) {
    StudyDraft draft;
    draft.analyses = {analysis("shares", "align.shares")};
    StudyOrder few = order();
    few.comparison.clear();
    const auto examples = example_propositions(few, draft);
    EXPECT_EQ(examples[1].tests.front().quantity, "trend.WEST.1991-2023");
}

TEST(ExamplePropositions, OfDomainsTogetherAskForWhatTheBalanceKnows) {
    StudyDraft draft;
    draft.analyses = {analysis("balance", "align.balance")};
    draft.analyses.front().data = {"votes", "roll_calls", "indicators"};
    auto examples = example_propositions(order(), draft);
    ASSERT_EQ(examples.size(), 2u);
    EXPECT_EQ(examples[0].tests.front().quantity, "overall.mean_share.RUS.1991-2023");
    EXPECT_EQ(examples[0].tests.front().comparison, "<= 0.5 with probability 0.9");
    EXPECT_EQ(examples[1].tests.front().quantity, "overall.mean_share.WEST.1991-2023");
    StudyOrder few = order();
    few.comparison.clear();
    examples = example_propositions(few, draft);
    EXPECT_EQ(examples.size(), 1u) << "of all domains together no trend is known";
    draft.analyses.front().window = {2005, 2005};
    examples = example_propositions(order(), draft);
    ASSERT_EQ(examples.size(), 1u);
    EXPECT_EQ(examples[0].tests.front().quantity, "overall.mean_share.RUS.2005-2005");
}

TEST(ExamplePropositions, OfDomainsWithoutVotesHaveNoProbability) {
    StudyDraft draft;
    draft.analyses = {analysis("balance", "align.balance")};
    draft.analyses.front().data = {"memberships", "institutions", "indicators"};
    const auto examples = example_propositions(order(), draft);
    ASSERT_EQ(examples.size(), 2u);
    EXPECT_EQ(examples[0].tests.front().comparison, "<= 0.5");
    EXPECT_EQ(examples[1].tests.front().comparison, "above the median of comparison");
}

TEST(ExamplePropositions, OfTiesHaveNoProbabilityAndOfOneYearNoTrend) {
    StudyDraft draft;
    draft.analyses = {analysis("shares", "align.shares")};
    draft.analyses.front().data = {"ties", "system"};
    EXPECT_EQ(example_propositions(order(), draft).front().tests.front().comparison, "between -0.1 and 0.1");
    draft.analyses.front().window = {2005, 2005};
    const auto examples = example_propositions(order(), draft);
    ASSERT_EQ(examples.size(), 1u);
    EXPECT_EQ(examples[0].tests.front().quantity, "difference.RUS-CHN.2005-2005");
}

TEST(ExamplePropositions, OfAComparisonAskForANecessaryCondition) {
    StudyDraft draft;
    draft.analyses = {analysis("comparison", "compare.minimise", "NORM")};
    const auto examples = example_propositions(order(), draft);
    ASSERT_EQ(examples.size(), 1u);
    EXPECT_EQ(examples[0].tests.front().quantity, "necessity.NORM.incl");
}

TEST(ExamplePropositions, OfABridgeAskForMoreThanItsPeersHaveAndNotForAP) {
    StudyDraft draft;
    draft.analyses = {analysis("bridge", "network.bridge")};
    const auto examples = example_propositions(order(), draft);
    ASSERT_EQ(examples.size(), 1u);
    EXPECT_EQ(examples[0].tests.front().quantity, "exceeds.1991-2023");
    EXPECT_EQ(examples[0].tests.front().comparison, "> 0.5 with probability 0.9");
    EXPECT_FALSE(examples[0].tests.front().opposite_means.kk.empty());
}

TEST(ExamplePropositions, WhereNothingCanBeAskedOneStandsWithoutATest) {
    StudyDraft draft;
    draft.analyses = {analysis("chronology", "trace.chronology")};
    const auto examples = example_propositions(order(), draft);
    ASSERT_EQ(examples.size(), 1u);
    EXPECT_TRUE(examples[0].tests.empty());
    EXPECT_FALSE(examples[0].text.kk.empty());
}

}  // namespace example_propositions_test
}  // namespace tarazy
