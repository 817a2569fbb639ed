#include "analyses/network/regimes_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace regimes_chapter_test {

TEST(RegimesChapter, ShowsTheLadderTheStandingAndTheLinesBehindTheFocus) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = regimes_body(context, *context.analysis("regimes")).markup;
    for (const char* part : {"figure-regime_ladder-regimes", "standing-regimes", "regimes.regime_coverage",
                             "regimes.joined.ONE", "not known"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
}

TEST(RegimesChapter, WithoutRowsItSaysSo) {
    StudyResult result = every_method_result();
    AnalysisResult& analysis = *std::ranges::find(result.analyses, "regimes", &AnalysisResult::id);
    for (ResultTable& table : analysis.tables) table.table = take_rows(table.table, {});
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(regimes_body(context, analysis).markup.find("figure-regime_ladder"), std::string::npos);
}

TEST(RegimesChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_EQ(regimes_quantity(context, {"", "", "joined", {"ONE"}, ""})->en, "year of joining: ONE");
    EXPECT_FALSE(regimes_quantity(context, {"", "", "no such number", {}, ""}));
}

}  // namespace regimes_chapter_test
}  // namespace tarazy
