#include "analyses/simulate/bargain_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace bargain_figures_test {

TEST(BargainFigures, EveryTurnOfEveryActorAndTheMean) {
    const ReportContext context(every_method_result(), all_chapters());
    const AnalysisResult& analysis = *context.analysis("bargained");
    const auto figures = bargain_figures(context, analysis);
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0]["kind"], "rounds");
    EXPECT_EQ(figures[0]["rows"].size(),
              find_table(analysis.tables, "positions")->rows() + find_table(analysis.tables, "middles")->rows());
    EXPECT_TRUE(figures[0]["rows"].back()[3].is_null());
    AnalysisResult empty = analysis;
    empty.tables = {{"", {}}};
    EXPECT_TRUE(bargain_figures(context, empty).empty());
}

}  // namespace bargain_figures_test
}  // namespace tarazy
