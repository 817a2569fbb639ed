#include "report/claims_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "report/folded.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace claims_chapter_test {

TEST(ClaimsChapter, ClaimsWithOneFormulaStandUnderOneHeading) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = whole_page(claims_chapter(context).markup);
    std::size_t headings = 0;
    for (std::size_t at = markup.find("class=\"claim-group\""); at != std::string::npos;
         at = markup.find("class=\"claim-group\"", at + 1))
        ++headings;
    EXPECT_EQ(headings, 7U + 1U);  // seven quantities of the votes, one of the treaties
    EXPECT_NE(markup.find("tarazy align similarity --votes"), std::string::npos);
    EXPECT_NE(markup.find("sessions 47-78, ccode 705"), std::string::npos);
}

TEST(ClaimsChapter, WhyThereIsNoIntervalIsSaidInEachLanguage) {
    StudyResult result = sample_result();
    Claim& claim = result.analyses.front().claims.front();
    claim.value = 1;
    claim.interval = {};
    claim.no_interval = "it is counted";
    const ReportContext context(result, all_chapters());
    EXPECT_NE(claims_chapter(context).markup.find("оно сосчитано"), std::string::npos);
    claim.no_interval = "nobody has said this yet";
    EXPECT_NE(claims_chapter(context).markup.find("nobody has said this yet"), std::string::npos);
}

}  // namespace claims_chapter_test
}  // namespace tarazy
