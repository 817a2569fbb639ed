#include "analyses/network/functions_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace functions_chapter_test {

TEST(FunctionsChapter, NumbersLeadToClaimsAndCodesStandBesideThem) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string html = functions_body(context, *context.analysis("functions")).markup;
    EXPECT_NE(html.find("#claim-functions.coverage.dialogue"), std::string::npos);
    EXPECT_NE(html.find("verification"), std::string::npos);
}

TEST(FunctionsChapter, WithoutTablesItSaysSo) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_NE(functions_body(context, AnalysisResult{}).markup.find("class=\"quiet\""), std::string::npos);
}

}  // namespace functions_chapter_test
}  // namespace tarazy
