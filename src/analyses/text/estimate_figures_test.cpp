#include "analyses/text/estimate_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace estimate_figures_test {

TEST(EstimateFigures, APeriodWithTooFewHandCodesIsNullAndNotZero) {
    const ReportContext context(every_method_result(), all_chapters());
    AnalysisResult empty;
    empty.id = "corrected_speeches";
    EXPECT_TRUE(estimate_figures(context, empty).empty());
    PreparedAnalysis analysis = prepared_analysis("corrected_speeches");
    analysis.plan.parameters.set("least_coded", std::int64_t{1000});
    const StudyResult result = with_computed({analysis});
    const auto figures = estimate_figures(context, result.analyses.front());
    ASSERT_EQ(figures.size(), 1U);
    for (const auto& row : figures[0]["rows"]) {
        EXPECT_TRUE(row[6].is_null());
        EXPECT_FALSE(row[5].is_null());
    }
}

}  // namespace estimate_figures_test
}  // namespace tarazy
