#include "report/multiverse_figures.hpp"

#include "analyses/all_methods.hpp"
#include "report/figure_data.hpp"
#include "report/figure_schema_test.hpp"
#include "report/multiverse_result_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace multiverse_figures_test {

TEST(MultiverseFigures, CurvesAreThoseOfTheNumbersThatMove) {
    const StudyResult result = result_with_multiverse();
    const ReportContext context(result, all_chapters());
    const std::vector<CurveOfTest> curves = curves_of_tests(context);
    ASSERT_EQ(curves.size(), 1u) << "the second number is the same everywhere";
    EXPECT_EQ(curves[0].test, result.propositions.front().id + ".1");
    ASSERT_EQ(curves[0].points.size(), 2u);
    EXPECT_EQ(curves[0].points[0].value, -0.5);
    EXPECT_TRUE(curves[0].points[1].own);
    ASSERT_EQ(curves[0].points[0].picked.size(), 1u);
    EXPECT_EQ(curves[0].points[0].picked[0].second, "other");
}

TEST(MultiverseFigures, TheFigureIsAsItsSchemaSays) {
    const StudyResult result = result_with_multiverse();
    const ReportContext context(result, all_chapters());
    const auto figures = multiverse_figures(context);
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figure_faults(figures[0]), std::vector<std::string>{});
    EXPECT_EQ(figures[0].at("rows").at(1).at(7), true);
    const auto data = nlohmann::ordered_json::parse(figure_data_json(context));
    EXPECT_EQ(data.at("names").at("choice:coding=other").at("ru"), "иная");
    EXPECT_EQ(data.at("names").at("choice:west").at("en"), "Who is the West?");
    const StudyResult none = sample_result();
    EXPECT_TRUE(multiverse_figures(ReportContext(none, all_chapters())).empty());
}

}  // namespace multiverse_figures_test
}  // namespace tarazy
