#include "analyses/trace/evidence_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/trace/evidence_result_test.hpp"
#include "report/figure_schema_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace evidence_figures_test {

TEST(EvidenceFigures, TheLadderBeginsWithThePriorOddsAndNamesBothSides) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figure = ladder_figure_data(context, motives_result());
    EXPECT_EQ(figure_faults(figure), std::vector<std::string>{});
    EXPECT_EQ(figure["rows"].size(), 5u);
    EXPECT_EQ(figure["rows"][0][0], "");
    EXPECT_EQ(figure["rows"][0][2], "дәлелдерге дейін");
    EXPECT_EQ(figure["leader_en"], "Norm");
    EXPECT_EQ(figure["second_ru"], "Собственная воля");
}

TEST(EvidenceFigures, TheScoreboardBeginsWithTheLeader) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figure = scoreboard_figure_data(context, motives_result());
    EXPECT_EQ(figure_faults(figure), std::vector<std::string>{});
    ASSERT_EQ(figure["rows"].size(), 3u);
    EXPECT_EQ(figure["rows"][0][0], "norm");
    EXPECT_EQ(figure["rows"][0][4], 1);
}

}  // namespace evidence_figures_test
}  // namespace tarazy
