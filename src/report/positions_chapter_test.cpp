#include "report/positions_chapter.hpp"

#include "report/balance_outcome_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(PositionsChapter, EveryNumberLeadsToItsClaim) {
    const StudyOutcome outcome = with_balance();
    const ReportContext context(outcome);
    const std::string html = positions_body(context, *context.analysis("points")).markup;
    EXPECT_NE(html.find("#claim-points.position.KAZ.2000"), std::string::npos);
    EXPECT_NE(html.find("#claim-points.closer.RUS-CHN.2000"), std::string::npos);
    EXPECT_NE(html.find("positions-points"), std::string::npos);
}

TEST(PositionsChapter, YearsAreThoseOfTheFocusState) {
    StudyOutcome outcome = with_balance();
    outcome.focus = "UZB";  // whose positions nobody claimed
    const ReportContext context(outcome);
    const std::string html = positions_body(context, *context.analysis("points")).markup;
    EXPECT_EQ(html.find("#claim-points.closer.RUS-CHN.2000"), std::string::npos);
}

}  // namespace
}  // namespace tarazy
