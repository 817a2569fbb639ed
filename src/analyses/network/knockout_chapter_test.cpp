#include "analyses/network/knockout_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace knockout_chapter_test {

TEST(KnockoutChapter, NumbersLeadToClaimsAndCodesStandBesideThem) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string html = knockout_body(context, *context.analysis("knockout")).markup;
    EXPECT_NE(html.find("#claim-knockout.lost.ONE"), std::string::npos);
    EXPECT_NE(html.find("verification"), std::string::npos);
}

TEST(KnockoutChapter, WithoutTablesItSaysSo) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_NE(knockout_body(context, AnalysisResult{}).markup.find("class=\"quiet\""), std::string::npos);
}

}  // namespace knockout_chapter_test
}  // namespace tarazy
