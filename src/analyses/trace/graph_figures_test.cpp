#include "analyses/trace/graph_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace graph_figures_test {

TEST(GraphFigures, EveryEventHasItsCausesWithTheirBasis) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figures = graph_figures(context, *context.analysis("graph"));
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0]["id"], "causal_graph-graph");
    ASSERT_EQ(figures[0]["rows"].size(), 4u);
    const auto& third = figures[0]["rows"][2];
    EXPECT_EQ(third[0], "e3");
    EXPECT_EQ(third[6], "between");
    EXPECT_EQ(third[7], nlohmann::json({"e2"}));
    EXPECT_EQ(third[9], nlohmann::json({"literature"}));
    EXPECT_EQ(third[10], nlohmann::json({"yes"}));
    EXPECT_EQ(figures[0]["rows"][3][6], "outcome");
}

}  // namespace graph_figures_test
}  // namespace tarazy
