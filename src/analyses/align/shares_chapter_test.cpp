#include "analyses/align/shares_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "report/table_html.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace shares_chapter_test {

TEST(SharesChapter, ShowsWindowsAsColumnsAndLinksEveryCell) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string html = shares_body(context, *context.analysis("votes_shares")).markup;
    EXPECT_NE(html.find("closeness-votes_shares"), std::string::npos);
    EXPECT_NE(html.find("#claim-votes_shares.mean_share.RUS.1992-2023"), std::string::npos);
    EXPECT_NE(html.find("#claim-votes_shares.difference.RUS-CHN.1992-2023"), std::string::npos);
}

TEST(SharesChapter, TiesAreDescribedAsTies) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string votes = context.messages.say("figure.closeness.description").en;
    const std::string ties = context.messages.say("figure.closeness.description_ties").en;
    const std::string html = shares_body(context, *context.analysis("ties_shares")).markup;
    ASSERT_NE(votes, ties);
    EXPECT_NE(html.find(text(ties).markup), std::string::npos);
    EXPECT_EQ(html.find(text(votes).markup), std::string::npos);
}

TEST(SharesChapter, AClaimThatIsNotThereIsADash) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(claim_cell(context.claim("votes_shares.mean_share.RUS.1800-1801")).markup, text("–").markup);
    const std::string known = claim_cell(context.claim("votes_shares.mean_share.RUS.1992-2023")).markup;
    EXPECT_NE(known.find("interval below"), std::string::npos);
}

}  // namespace shares_chapter_test
}  // namespace tarazy
