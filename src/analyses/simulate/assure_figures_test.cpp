#include "analyses/simulate/assure_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace assure_figures_test {

TEST(AssureFigures, APlaceOfEveryCurve) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figures = assure_figures(context, *context.analysis("assured"));
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0]["kind"], "curves");
    EXPECT_EQ(figures[0]["rows"].size(), 168u);
    AnalysisResult empty = *context.analysis("assured");
    empty.tables = {{"", {}}};
    EXPECT_TRUE(assure_figures(context, empty).empty());
}

}  // namespace assure_figures_test
}  // namespace tarazy
