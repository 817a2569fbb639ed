#include "analyses/text/codes_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace codes_figures_test {

TEST(CodesFigures, OfNothingThereAreNone) {
    const StudyResult& result = every_method_result();
    const ReportContext context(result, all_chapters());
    AnalysisResult empty;
    empty.id = "speeches";
    EXPECT_TRUE(codes_figures(context, empty).empty());
    const AnalysisResult* analysis = context.analysis("speeches");
    ASSERT_NE(analysis, nullptr);
    const auto figures = codes_figures(context, *analysis);
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(figures[0]["parts"].size(), 3U);
}

}  // namespace codes_figures_test
}  // namespace tarazy
