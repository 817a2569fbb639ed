#include "analyses/trace/graph_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace graph_analysis_test {

TEST(GraphAnalysis, ClaimsNameCauseAndEffect) {
    const PreparedAnalysis analysis = prepared_analysis("graph");
    std::map<std::string, std::optional<double>> values;
    for (const Claim& claim : analysis.method->claims(analysis.plan, analysis.compute())) {
        values[claim.id] = claim.value;
        EXPECT_FALSE(claim.no_interval.empty()) << claim.id;
    }
    EXPECT_EQ(values.at("graph.edges"), 3);
    EXPECT_EQ(values.at("graph.roots"), 1);
    EXPECT_EQ(values.at("graph.paths.e1.e4"), 1);
    EXPECT_EQ(values.at("graph.shortest.e2.e4"), 2);
    EXPECT_EQ(values.at("graph.literature_paths.e1.e4"), 0);
    EXPECT_EQ(values.at("graph.bottlenecks.e1.e4"), 2);
    EXPECT_EQ(values.at("graph.adjustment_sets.e2.e4"), 1);
}

TEST(GraphAnalysis, TheCommandAsksTheSame) {
    const PreparedAnalysis analysis = prepared_analysis("graph");
    const std::string command = analysis.method->command(analysis.plan);
    EXPECT_TRUE(command.starts_with("tarazy trace graph ")) << command;
    EXPECT_TRUE(command.ends_with("events.csv --exposure e1,e2 --outcome e4")) << command;
}

TEST(GraphAnalysis, EachProposedLinkMayBeAbsent) {
    PreparedAnalysis analysis = prepared_analysis("graph");
    analysis.plan.tested = {"paths.e1.e4", "edges"};
    const Table readings = analysis.method->other_readings(analysis.plan, analysis.roles());
    // Two proposed links; without either there is no path from e1, and one link less.
    ASSERT_EQ(readings.rows(), 4u);
    EXPECT_EQ(readings["entry"].text(0), "e1 -> e2");
    EXPECT_EQ(readings["basis"].text(0), "proposed link");
    std::map<std::string, double> of_first;
    for (std::size_t row = 0; row < 2; ++row)
        of_first[std::string(*readings["quantity"].text(row))] = *readings["value"].real(row);
    EXPECT_EQ(of_first.at("paths.e1.e4"), 0);
    EXPECT_EQ(of_first.at("edges"), 2);
    analysis.plan.tested = {"literature_paths.e1.e4"};
    const Table same = analysis.method->other_readings(analysis.plan, analysis.roles());
    ASSERT_EQ(same.rows(), 2u) << "tried, and nothing differs";
    EXPECT_TRUE(same["quantity"].missing(0));
    analysis.plan.parameters.set("basis", std::string("literature"));
    EXPECT_EQ(analysis.method->other_readings(analysis.plan, analysis.roles()).rows(), 0u);
}

TEST(GraphAnalysis, AStopIsHeeded) {
    PreparedAnalysis analysis = prepared_analysis("graph");
    std::stop_source asked;
    asked.request_stop();
    analysis.plan.frame.work = Work(asked.get_token());
    EXPECT_THROW((void)analysis.compute(), Interrupted);
    EXPECT_THROW((void)analysis.method->other_readings(analysis.plan, analysis.roles()), Interrupted);
}

}  // namespace graph_analysis_test
}  // namespace tarazy
