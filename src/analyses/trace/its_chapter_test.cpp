#include "analyses/trace/its_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace its_chapter_test {

TEST(ItsChapter, LevelAndSlopeOfEveryStateLeadToTheirClaims) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string html = its_body(context, *context.analysis("break")).markup;
    EXPECT_NE(html.find("#claim-break.level.growth"), std::string::npos);
    EXPECT_NE(html.find("#claim-break.state.UZB.slope.growth"), std::string::npos);
    EXPECT_NE(html.find("figure-table-interrupted-break"), std::string::npos);
}

TEST(ItsChapter, WhereNoLinesCanBeFittedItIsSaid) {
    PreparedAnalysis analysis = prepared_analysis("break");
    analysis.plan.parameters.set("at", std::int64_t{2006});
    const StudyResult result = with_computed({analysis});
    const ReportContext context(result, all_chapters());
    EXPECT_NE(its_body(context, result.analyses[0]).markup.find("fewer than three observations"), std::string::npos);
}

}  // namespace its_chapter_test
}  // namespace tarazy
