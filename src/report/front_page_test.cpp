#include "report/front_page.hpp"

#include "report/sample_outcome_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(FrontPage, ShowsTheFocusStateOnly) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    const std::string markup = front_page(context).markup;
    EXPECT_NE(markup.find("id=\"figure-balance\""), std::string::npos);
    EXPECT_NE(markup.find("agenda changed"), std::string::npos);
    EXPECT_EQ(markup.find("Uzbekistan"), std::string::npos);
}

TEST(FrontPage, SaysWhenThereIsNoBalancePicture) {
    StudyOutcome outcome = sample_outcome();
    outcome.analyses.clear();
    const ReportContext context(outcome);
    EXPECT_NE(front_page(context).markup.find("no analysis of shares"), std::string::npos);
}

}  // namespace
}  // namespace tarazy
