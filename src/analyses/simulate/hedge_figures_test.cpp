#include "analyses/simulate/hedge_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace hedge_figures_test {

TEST(HedgeFigures, TheModelBesideTheLastValueWithWhatCame) {
    const ReportContext context(every_method_result(), all_chapters());
    const AnalysisResult& analysis = *context.analysis("hedged");
    const auto figures = hedge_figures(context, analysis);
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0]["kind"], "fan");
    EXPECT_EQ(figures[0]["rows"].size(), 2u * 3 * 8) << "forecasters, poles, years";
    EXPECT_EQ(figures[0]["rows"][0][1], "alignment_model");
    for (const auto& row : figures[0]["rows"]) EXPECT_FALSE(row.back().is_null()) << "observed";
    EXPECT_EQ(shown_hindcast(context, *find_table(analysis.tables, "hindcast")).state, "KAZ");
    AnalysisResult empty = analysis;
    empty.tables = {{"", {}}};
    EXPECT_TRUE(hedge_figures(context, empty).empty());
}

}  // namespace hedge_figures_test
}  // namespace tarazy
