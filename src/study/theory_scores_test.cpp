#include "study/theory_scores.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace theory_scores_test {

JudgedProposition judged(const char* id, Verdict verdict, std::vector<TheoryExpectation> expects) {
    JudgedProposition proposition;
    proposition.id = id;
    proposition.verdict = verdict;
    proposition.expects = std::move(expects);
    return proposition;
}

constexpr auto holds = Expectation::holds, fails = Expectation::fails;

TEST(TheoryScores, AVerdictIsHeldAgainstWhatWasExpected) {
    EXPECT_EQ(agreement_of(holds, Verdict::supported), VerdictAgreement::agrees);
    EXPECT_EQ(agreement_of(fails, Verdict::contradicted), VerdictAgreement::agrees);
    EXPECT_EQ(agreement_of(holds, Verdict::contradicted), VerdictAgreement::disagrees);
    EXPECT_EQ(agreement_of(fails, Verdict::supported), VerdictAgreement::disagrees);
    for (const Expectation expects : {holds, fails}) {
        EXPECT_EQ(agreement_of(expects, Verdict::mixed), VerdictAgreement::divided);
        EXPECT_EQ(agreement_of(expects, Verdict::silent), VerdictAgreement::open);
        EXPECT_EQ(agreement_of(expects, Verdict::not_tested), VerdictAgreement::open);
    }
}

TEST(TheoryScores, EachTheoryIsCountedOverWhatItSpeaksOf) {
    const std::vector<JudgedProposition> propositions = {
        judged("P1", Verdict::supported, {{"realism", fails}, {"constructivism", holds}}),
        judged("P2", Verdict::supported, {{"realism", holds}}),
        judged("P3", Verdict::mixed, {{"realism", holds}, {"constructivism", holds}}),
        judged("P4", Verdict::silent, {{"constructivism", fails}}),
        judged("P5", Verdict::supported, {}),
    };
    EXPECT_TRUE(tells_theories_apart(propositions[0]));
    EXPECT_FALSE(tells_theories_apart(propositions[2]));
    const std::vector<TheoryScore> scores = theory_scores(propositions);
    ASSERT_EQ(scores.size(), 2U);
    EXPECT_EQ(scores[0].theory, "realism");
    EXPECT_EQ(scores[0].agrees, 1U);
    EXPECT_EQ(scores[0].disagrees, 1U);
    EXPECT_EQ(scores[0].divided, 1U);
    EXPECT_EQ(scores[0].apart_agrees, 0U);
    EXPECT_EQ(scores[0].apart_disagrees, 1U);
    EXPECT_EQ(scores[1].propositions(), 3U);
    EXPECT_EQ(scores[1].open, 1U);
    EXPECT_EQ(scores[1].apart_agrees, 1U);
    EXPECT_EQ(theory_table(propositions).rows(), 6U);
}

TEST(TheoryScores, OfAStudyWithoutTheoriesThereAreNone) {
    EXPECT_TRUE(theory_scores({judged("P1", Verdict::supported, {})}).empty());
    EXPECT_EQ(theory_table({}).rows(), 0U);
}

}  // namespace theory_scores_test
}  // namespace tarazy
