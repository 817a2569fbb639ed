#include "analyses/simulate/forecast_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace forecast_chapter_test {

std::string body_with(const char* model) {
    PreparedAnalysis analysis = prepared_analysis("foreseen");
    analysis.plan.parameters.set("model", std::string(model));
    const StudyResult result = with_computed({analysis});
    const ReportContext context(result, all_chapters());
    return forecast_body(context, *context.analysis("foreseen")).markup;
}

TEST(ForecastChapter, SkillStandsFirst) {
    const std::string markup = body_with("recent");
    EXPECT_LT(markup.find("No demonstrated skill over"), markup.find("data-figure=\"fan-foreseen\""));
    for (const char* part : {"foreseen.forecast.RUS.2019", "foreseen.skill.recent-3", "Sealed on ",
                             "once these years are over: 2017", "hindcast and no forecast", "One origin"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    EXPECT_NE(body_with("persistence").find("This forecast is the benchmark itself"), std::string::npos);
}

TEST(ForecastChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto words = forecast_quantity(context, {"", "", "skill", {"drift", "3"}, ""});
    ASSERT_TRUE(words);
    EXPECT_EQ(words->en, "“drift”, years ahead 3: skill over the best of the other simple forecasts");
    EXPECT_EQ(forecast_quantity(context, {"", "", "skill", {"RUS", "drift", "3"}, ""})->en,
              "Russia: “drift”, years ahead 3: skill over the best of the other simple forecasts");
    EXPECT_EQ(forecast_quantity(context, {"", "", "forecast", {"RUS"}, "2019"})->en,
              "Russia, 2019: median of the forecast");
    EXPECT_FALSE(forecast_quantity(context, {"", "", "skill", {"drift"}, ""}));
    EXPECT_FALSE(forecast_quantity(context, {"", "", "no such number", {"drift"}, ""}));
}

}  // namespace forecast_chapter_test
}  // namespace tarazy
