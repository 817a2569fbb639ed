#include "study/study_graph.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace study_graph_test {

StudyParts parts() {
    StudyParts parts;
    MadeFrom votes, breaks;
    votes.data = {{"votes", "votes", "", "", {{"data/votes.csv", "aa"}}},
                  {"again", "votes", "", "", {{"data/votes.csv", "aa"}}}};
    breaks.data = {{"series", "series", "shares", "", {{"", "bb"}}}};
    parts.analyses = {{"shares", votes}, {"breaks", breaks}};
    parts.propositions = {{"P1", {"breaks"}}};
    parts.figures = {{"balance", {"shares"}}};
    parts.outputs = {"results/shares.csv", "results/shares.summary.csv", "results/propositions.csv", "report.html",
                     "ledger.sqlite"};
    return parts;
}

std::string said(const std::vector<GraphEdge>& edges, const std::string& to) {
    std::string text;
    for (const GraphEdge& edge : edges) {
        if (edge.to == to) text += edge.kind + ' ' + edge.from + '\n';
    }
    return text;
}

TEST(StudyGraph, EveryThingLeadsBackToWhatItWasMadeFrom) {
    const std::vector<GraphEdge> edges = study_graph(parts());
    EXPECT_EQ(said(edges, "analysis:shares"), "settings file:study.toml\nread file:data/votes.csv\n") << "each once";
    EXPECT_EQ(said(edges, "analysis:breaks"), "settings file:study.toml\nresult analysis:shares\n");
    EXPECT_EQ(said(edges, "proposition:P1"), "declared file:study.toml\ntested analysis:breaks\n");
    EXPECT_EQ(said(edges, "figure:balance"), "drawn analysis:shares\n");
    EXPECT_EQ(said(edges, "output:results/shares.summary.csv"), "written analysis:shares\n");
    EXPECT_EQ(said(edges, "output:results/propositions.csv"), "written proposition:P1\n");
    EXPECT_EQ(said(edges, "output:report.html"), "shown output:results/study.json\nshown figure:balance\n");
    EXPECT_EQ(
        said(edges, "output:ledger.sqlite"),
        "recorded file:study.toml\nrecorded analysis:shares\nrecorded analysis:breaks\nrecorded proposition:P1\n");
}

TEST(StudyGraph, TheTableIsAnEdgeListThatNetworkCommandsRead) {
    const Table table = graph_table(study_graph(parts()));
    EXPECT_EQ(table.names, (std::vector<std::string>{"from", "to", "kind"}));
    EXPECT_GT(table.rows(), 10u);
}

TEST(StudyGraph, OutputsOfTheWholeRunBelongToNoAnalysis) {
    EXPECT_EQ(analysis_of_output(parts(), "results/shares.summary.csv"), "shares");
    EXPECT_EQ(analysis_of_output(parts(), "results/propositions.csv"), "");
    EXPECT_EQ(analysis_of_output(parts(), "report.html"), "");
}

}  // namespace study_graph_test
}  // namespace tarazy
