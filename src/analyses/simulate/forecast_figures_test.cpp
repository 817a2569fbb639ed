#include "analyses/simulate/forecast_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace forecast_figures_test {

TEST(ForecastFigures, FanBesideTheSealedOneWithWhatWasObserved) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figures = forecast_figures(context, *context.analysis("foreseen"));
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0]["id"], "fan-foreseen");
    // 22 years observed and 3 to come; of the sealed one 2015 and 2016 were observed, 2017 not.
    EXPECT_EQ(figures[0]["rows"].size(), 3u * (22 + 3) + 3 * (22 + 1));
}

TEST(ForecastFigures, NoResultIsNoFigure) {
    const ReportContext context(every_method_result(), all_chapters());
    AnalysisResult empty = *context.analysis("foreseen");
    empty.tables = {{"", {}}};
    EXPECT_TRUE(forecast_figures(context, empty).empty());
}

}  // namespace forecast_figures_test
}  // namespace tarazy
