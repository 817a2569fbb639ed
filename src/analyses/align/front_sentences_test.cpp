#include "analyses/align/front_sentences.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace front_sentences_test {

TEST(FrontSentences, AreMadeFromClaims) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const auto sentences = agreement_sentences(context);
    ASSERT_EQ(sentences.size(), 3U);
    EXPECT_NE(sentences[0].markup.find(
                  "China in <a class=\"claim\" href=\"#claim-votes_shares.years_nearest.CHN.1992-2023\">21 years</a>"),
              std::string::npos);
    EXPECT_NE(sentences[1].markup.find("In 2023, the latest year"), std::string::npos);  // 2024 and 2025 are flagged
    EXPECT_NE(sentences[2].markup.find("(rising)"), std::string::npos);
    EXPECT_NE(sentences[2].markup.find("(direction not certain)"), std::string::npos);
}

TEST(FrontSentences, WithoutClaimsNothingIsSaid) {
    StudyResult result = sample_result();
    for (AnalysisResult& analysis : result.analyses) analysis.claims.clear();
    const ReportContext context(result, all_chapters());
    EXPECT_TRUE(agreement_sentences(context).empty());
}

}  // namespace front_sentences_test
}  // namespace tarazy
