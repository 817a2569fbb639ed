#include "analyses/trace/chronology_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace chronology_figures_test {

TEST(ChronologyFigures, TheTimelineMarksEventsOnWhichSourcesDisagree) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figure = timeline_figure_data(context, *context.analysis("chronology"));
    EXPECT_EQ(figure["id"], "timeline");
    ASSERT_EQ(figure["rows"].size(), 4u);
    for (const auto& row : figure["rows"]) EXPECT_EQ(row[9], row[0] == "e2") << row;
}

}  // namespace chronology_figures_test
}  // namespace tarazy
