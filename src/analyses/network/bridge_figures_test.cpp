#include "analyses/network/bridge_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace bridge_figures_test {

TEST(BridgeFigures, EveryStateAndYearIsARowAndEveryInstitutionADot) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figures = bridge_figures(context, *context.analysis("bridge"));
    ASSERT_EQ(figures.size(), 2u);
    EXPECT_EQ(figures[0]["id"], "bridging-bridge");
    EXPECT_EQ(figures[0]["rows"].size(), 24u) << "two states, twelve years";
    EXPECT_EQ(figures[1]["id"], "bridge_map-bridge");
    const auto& dot = figures[1]["rows"][0];
    EXPECT_EQ(dot[1], "ONE");
    EXPECT_EQ(dot[2], (nlohmann::ordered_json{"CHN", "RUS", "WEST"}));
    EXPECT_EQ(dot[3], true);
}

}  // namespace bridge_figures_test
}  // namespace tarazy
