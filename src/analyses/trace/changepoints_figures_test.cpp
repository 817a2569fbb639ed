#include "analyses/trace/changepoints_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace tarazy {
namespace changepoints_figures_test {

TEST(ChangepointsFigures, ValuesChangesIntervalsAndEventsOfEachSeries) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figure = turning_points_figure_data(context, *context.analysis("turning"));
    EXPECT_EQ(figure["id"], "turning_points-turning");
    EXPECT_EQ(figure["series"], (std::vector<std::string>{"CHN", "RUS"}));
    std::map<std::string, std::size_t> marks;
    for (const auto& row : figure["rows"]) ++marks[row[1].get<std::string>()];
    EXPECT_EQ(marks["value"], 24u);
    EXPECT_GE(marks["change"], 2u);
    EXPECT_EQ(marks["event"], 4u);
}

TEST(ChangepointsFigures, AtMostSixPanels) {
    AnalysisResult many = *std::ranges::find(every_method_result().analyses, "turning", &AnalysisResult::id);
    Table& table = many.tables.front().table;
    while (table.rows() < 9) table = append_rows(table, table);
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_EQ(turning_points_figure_data(context, many)["series"].size(), 6u);
}

}  // namespace changepoints_figures_test
}  // namespace tarazy
