#include "report/front_sentences.hpp"

#include "report/sample_outcome_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(FrontSentences, AreMadeFromClaims) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    const auto sentences = front_sentences(context);
    ASSERT_EQ(sentences.size(), 3U);
    EXPECT_NE(sentences[0].markup.find(
                  "China in <a class=\"claim\" href=\"#claim-votes_shares.years_nearest.CHN.1992-2023\">21 years</a>"),
              std::string::npos);
    EXPECT_NE(sentences[1].markup.find("In 2023, the latest year"), std::string::npos);  // 2024 and 2025 are flagged
    EXPECT_NE(sentences[2].markup.find("(rising)"), std::string::npos);
    EXPECT_NE(sentences[2].markup.find("(direction not certain)"), std::string::npos);
}

TEST(FrontSentences, WithoutClaimsNothingIsSaid) {
    StudyOutcome outcome = sample_outcome();
    for (AnalysisOutcome& analysis : outcome.analyses) analysis.claims.clear();
    const ReportContext context(outcome);
    EXPECT_TRUE(front_sentences(context).empty());
}

}  // namespace
}  // namespace tarazy
