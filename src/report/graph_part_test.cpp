#include "report/graph_part.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "analyses/sample_result_test.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace graph_part_test {

TEST(GraphPart, ShowsWhatEachThingWasMadeFromInThreeLanguages) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const std::string markup = graph_part(ReportContext(result, all_chapters())).markup;
    EXPECT_TRUE(markup.starts_with("<details class=\"graph\">")) << "folded";
    for (const char* part : {"data/votes.csv", "#analysis-shares", "results/shares.summary.csv", "#figure-balance",
                             "What was computed from what", "Что из чего вычислено", "Не неден есептелді"}) {
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    }
}

TEST(GraphPart, IsLeftOutWhereTheRunDidNotRecordIt) {
    const StudyResult result = sample_result();
    EXPECT_EQ(graph_part(ReportContext(result, all_chapters())).markup, "");
}

}  // namespace graph_part_test
}  // namespace tarazy
