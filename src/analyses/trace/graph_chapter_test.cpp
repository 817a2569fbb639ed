#include "analyses/trace/graph_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace graph_chapter_test {

TEST(GraphChapter, PathsAreTitlesWithWhatEachLinkRestsOn) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = graph_body(context, *context.analysis("graph")).markup;
    for (const char* part : {"An invented assembly opens", "A quarrel about a pipeline", "stated in a source",
                             "partly proposed", "figure-causal_graph-graph", "adjustment set"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    EXPECT_TRUE(has_causal_graph(*context.analysis("graph")));
}

TEST(GraphChapter, WithoutAWayItSaysSo) {
    StudyResult result = every_method_result();
    AnalysisResult& analysis = *std::ranges::find(result.analyses, "graph", &AnalysisResult::id);
    for (ResultTable& table : analysis.tables)
        if (table.name == "paths" || table.name == "each_link") table.table = take_rows(table.table, {});
    const ReportContext context(result, all_chapters());
    const std::string markup = graph_body(context, analysis).markup;
    EXPECT_NE(markup.find("No way leads along the links"), std::string::npos);
    EXPECT_EQ(markup.find("figure-causal_graph"), std::string::npos);
    EXPECT_FALSE(has_causal_graph(analysis));
}

TEST(GraphChapter, NumbersAreWordedWithTheTitlesOfTheirEvents) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto words = graph_quantity(context, {"", "", "paths", {"e1", "e4"}, ""});
    ASSERT_TRUE(words);
    EXPECT_NE(words->en.find("An invented assembly opens → A quarrel about a pipeline"), std::string::npos)
        << words->en;
    EXPECT_FALSE(graph_quantity(context, {"", "", "no such number", {}, ""}));
}

}  // namespace graph_chapter_test
}  // namespace tarazy
