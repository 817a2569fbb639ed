#include "analyses/trace/graph_counts.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace graph_counts_test {

TEST(GraphCounts, OfTheInventedChronology) {
    const PreparedAnalysis analysis = prepared_analysis("graph");
    const Chronology chronology = graph_chronology(analysis.plan, analysis.roles());
    const ChronologyGraph graphs = chronology_graph(chronology);
    const Table summary = graph_summary(graphs);
    EXPECT_EQ(summary["nodes"].integer(0), 4);
    EXPECT_EQ(summary["edges"].integer(0), 3);
    EXPECT_EQ(summary["literature_edges"].integer(0), 1);
    EXPECT_EQ(summary["roots"].integer(0), 1);
    EXPECT_EQ(summary["independent_pairs"].integer(0), 3);
    const Table pairs = graph_pairs(graphs, graph_plan(analysis.plan), {});
    ASSERT_EQ(pairs.rows(), 2u);
    EXPECT_EQ(pairs["paths"].integer(0), 1);
    EXPECT_EQ(pairs["literature_paths"].integer(0), 0);
    EXPECT_EQ(pairs["shortest"].integer(0), 3);
    EXPECT_EQ(pairs["bottleneck_events"].list(0), (std::vector<std::string>{"e2", "e3"}));
    EXPECT_EQ(pairs["adjustment_sets"].integer(0), 1);
}

TEST(GraphCounts, WithoutAPathTheShortestIsUnknownNotZero) {
    PreparedAnalysis analysis = prepared_analysis("graph");
    analysis.plan.parameters.set("exposure", std::string("e4"));
    analysis.plan.parameters.set("outcome", std::string("e1"));
    const ChronologyGraph graphs = chronology_graph(graph_chronology(analysis.plan, analysis.roles()));
    const Table pairs = graph_pairs(graphs, graph_plan(analysis.plan), {});
    EXPECT_EQ(pairs["paths"].integer(0), 0);
    EXPECT_EQ(pairs["shortest"].integer(0), std::nullopt);
}

TEST(GraphCounts, EventsThatAreNotThereAreNamed) {
    PreparedAnalysis analysis = prepared_analysis("graph");
    analysis.plan.parameters.set("exposure", std::string("e1, e44"));
    analysis.plan.parameters.set("outcome", std::string("e1"));
    try {
        (void)graph_chronology(analysis.plan, analysis.roles());
        FAIL() << "accepted an event that is not there";
    } catch (const InputError& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("exposure 'e44' is no event of the chronology; did you mean 'e4'?"), std::string::npos)
            << what;
        EXPECT_NE(what.find("'e1' is exposure and outcome"), std::string::npos) << what;
    }
}

TEST(GraphCounts, ProposedLinksMayBeLeftOut) {
    PreparedAnalysis analysis = prepared_analysis("graph");
    analysis.plan.parameters.set("basis", std::string("literature"));
    EXPECT_EQ(graph_chronology(analysis.plan, analysis.roles()).links.size(), 1u);
}

}  // namespace graph_counts_test
}  // namespace tarazy
