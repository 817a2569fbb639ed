#include "report/front_page.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace front_page_test {

TEST(FrontPage, ShowsTheFocusStateOnly) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = front_page(context).markup;
    EXPECT_NE(markup.find("id=\"figure-balance\""), std::string::npos);
    EXPECT_NE(markup.find("agenda changed"), std::string::npos);
    EXPECT_LT(markup.find("id=\"findings\""), markup.find("id=\"figure-balance\"")) << "findings come first";
    EXPECT_EQ(markup.find("Uzbekistan"), std::string::npos);
}

TEST(FrontPage, SaysWhenThereIsNoBalancePicture) {
    StudyResult result = sample_result();
    result.analyses.clear();
    const ReportContext context(result, all_chapters());
    EXPECT_NE(front_page(context).markup.find("no analysis of shares"), std::string::npos);
}

}  // namespace front_page_test
}  // namespace tarazy
