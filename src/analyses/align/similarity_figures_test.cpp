#include "analyses/align/similarity_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace similarity_figures_test {

TEST(SimilarityFigures, EachMeasureHasItsIntervalBesideIt) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figure = similarity_figure_data(context, *context.analysis("similarity"));
    const std::size_t fixed = 6;
    EXPECT_EQ(figure["columns"].size(), fixed + 3 * figure["measures"].size());
    ASSERT_FALSE(figure["rows"].empty());
    EXPECT_EQ(figure["rows"][0].size(), figure["columns"].size());
}

TEST(SimilarityFigures, TiesHaveNoSession) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figure = similarity_figure_data(context, *context.analysis("similarity_ties"));
    ASSERT_FALSE(figure["rows"].empty());
    EXPECT_TRUE(figure["rows"][0][1].is_null());
}

}  // namespace similarity_figures_test
}  // namespace tarazy
