#include "report/still.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace tarazy {
namespace still_test {

TEST(PlainDrawing, YearsThatFollowOneAnotherAreARun) {
    const StillRuns runs =
        still_runs(std::vector<StillYear>{{1992, 1.0}, {1993, 2.0}, {1994, std::nullopt}, {1995, 3.0}, {1997, 4.0}});
    ASSERT_EQ(runs.size(), 3U);
    EXPECT_EQ(runs[0].size(), 2U);
    EXPECT_EQ(runs[1][0].x, 1995);
    EXPECT_EQ(runs[2][0].y, 4);
    EXPECT_TRUE(still_runs({}).empty());
}

TEST(PlainDrawing, TicksAreRoundAndFew) {
    EXPECT_EQ(still_ticks(0, 1, 5), (std::vector<double>{0, 0.5, 1}));
    EXPECT_EQ(still_ticks(1992, 2024, 5), (std::vector<double>{2000, 2010, 2020}));
    EXPECT_EQ(still_ticks(-4, 12, 6), (std::vector<double>{0, 5, 10}));
    EXPECT_TRUE(still_ticks(1, 1, 5).empty());
    EXPECT_TRUE(still_ticks(0, std::numeric_limits<double>::infinity(), 5).empty());
    EXPECT_TRUE(still_ticks(0, std::numeric_limits<double>::quiet_NaN(), 5).empty());
}

StillPanel hundred_by_hundred() {
    StillGround ground;
    ground.x_low = 2000;
    ground.x_high = 2010;
    ground.width = ground.height = 100;
    ground.left = ground.right = ground.top = ground.bottom = 0;
    return StillPanel(ground);
}

TEST(PlainDrawing, ALineHasWholePlacesAndBreaks) {
    StillPanel panel = hundred_by_hundred();
    panel.line({{{2000, 0}, {2003.33, 0.5}}, {{2010, 1}}}, "red");
    EXPECT_NE(panel.below_heading({}).markup.find("d=\"M0 100l33-50M100 0h2\" stroke=\"red\""), std::string::npos)
        << panel.below_heading({}).markup;
}

TEST(PlainDrawing, ABandGoesThereAndBack) {
    StillPanel panel = hundred_by_hundred();
    panel.band({{{2000, 0}, {2010, 0}}}, {{{2000, 1}, {2010, 0.5}}}, "red", ".2");
    EXPECT_NE(panel.below_heading({}).markup.find("d=\"M0 100l100 0 0-50-100-50\""), std::string::npos);
}

TEST(PlainDrawing, NothingLeavesThePanel) {
    EXPECT_EQ(hundred_by_hundred().y(7), 0);
    EXPECT_EQ(hundred_by_hundred().y(-7), 100);
}

TEST(PlainDrawing, FirstAndLastYearStandBelowWithRoomBetweenThem) {
    StillPanel panel = hundred_by_hundred();
    panel.years();
    const std::string markup = panel.below_heading({}).markup;
    EXPECT_NE(markup.find(">2000<"), std::string::npos);
    EXPECT_NE(markup.find(">2010<"), std::string::npos);
    EXPECT_NE(markup.find(">2005<"), std::string::npos);
    EXPECT_EQ(markup.find(">2002<"), std::string::npos) << "no room for it";
}

TEST(PlainDrawing, IsNamedByTheTitleOfItsFigure) {
    const std::string markup = still_drawing("fan-x", text("panels"), text("meaning")).markup;
    EXPECT_NE(markup.find("role=\"img\" aria-labelledby=\"figure-title-fan-x\""), std::string::npos);
    EXPECT_NE(markup.find(">meaning<"), std::string::npos);
    EXPECT_TRUE(still_drawing("fan-x", {}, text("meaning")).markup.empty());
}

TEST(PlainDrawing, OnlyTheFirstAnalysisHasADrawing) {
    StudyResult result = every_method_result();
    const auto ladder = std::ranges::find(result.analyses, "trace.evidence", &AnalysisResult::method);
    ASSERT_NE(ladder, result.analyses.end());
    AnalysisResult second = *ladder;
    const std::string first = ladder->id;
    second.id = "again";
    result.analyses.push_back(second);
    const ReportContext context(result, all_chapters());
    const auto drawn = [](const ReportContext&, const nlohmann::ordered_json& figure) {
        return text(figure.at("kind").get<std::string>());
    };
    const auto of = [&](const std::string& id) {
        return first_still(context, *context.analysis(id), {"trace.evidence"}, "evidence_ladder", drawn).markup;
    };
    EXPECT_EQ(of(first), "evidence_ladder");
    EXPECT_EQ(of("again"), "");
}

}  // namespace still_test
}  // namespace tarazy
