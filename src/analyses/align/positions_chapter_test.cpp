#include "analyses/align/positions_chapter.hpp"

#include "analyses/align/balance_result_test.hpp"
#include "analyses/all_methods.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace positions_chapter_test {

TEST(PositionsChapter, EveryNumberLeadsToItsClaim) {
    const StudyResult result = with_balance();
    const ReportContext context(result, all_chapters());
    const std::string html = positions_body(context, *context.analysis("points")).markup;
    EXPECT_NE(html.find("#claim-points.position.KAZ.2005"), std::string::npos);
    EXPECT_NE(html.find("#claim-points.closer.RUS-CHN.2005"), std::string::npos);
    EXPECT_NE(html.find("positions-points"), std::string::npos);
}

TEST(PositionsChapter, YearsAreThoseOfTheFocusState) {
    StudyResult result = with_balance();
    result.focus = "UZB";  // whose positions nobody claimed
    const ReportContext context(result, all_chapters());
    const std::string html = positions_body(context, *context.analysis("points")).markup;
    EXPECT_EQ(html.find("#claim-points.closer.RUS-CHN.2005"), std::string::npos);
}

}  // namespace positions_chapter_test
}  // namespace tarazy
