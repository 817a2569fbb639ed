#include "analyses/network/bridge_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace bridge_chapter_test {

TEST(BridgeChapter, ShowsThePicturesTheWindowsAndTheCards) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = bridge_body(context, *context.analysis("bridge")).markup;
    for (const char* part : {"figure-bridging-bridge", "figure-bridge_map-bridge", "windows-bridge", "cards-bridge",
                             "claim-bridge.exceeds.2006", "claim-bridge.state.UZB.exceeds.2005-2016"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
}

TEST(BridgeChapter, WithoutRowsItSaysSo) {
    StudyResult result = every_method_result();
    AnalysisResult& analysis = *std::ranges::find(result.analyses, "bridge", &AnalysisResult::id);
    for (ResultTable& table : analysis.tables) table.table = take_rows(table.table, {});
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(bridge_body(context, analysis).markup.find("figure-"), std::string::npos);
}

TEST(BridgeChapter, FourYearsArePicturedFirstAndLastAmongThem) {
    TableRows rows(IntegerColumn{"year"});
    for (int year = 1992; year <= 2014; ++year) rows.add(year);
    EXPECT_EQ(pictured_years(rows.table()), (std::set<std::int64_t>{1992, 1999, 2006, 2014}));
}

TEST(BridgeChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_EQ(bridge_quantity(context, {"", "", "bridges", {"CHN", "RUS"}, "2006"})->en,
              "bridges between the poles: China and Russia");
    EXPECT_EQ(bridge_quantity(context, {"UZB", "", "memberships", {}, "2006"})->en,
              "Uzbekistan: number of memberships");
    EXPECT_FALSE(bridge_quantity(context, {"", "", "no such number", {}, ""}));
}

}  // namespace bridge_chapter_test
}  // namespace tarazy
