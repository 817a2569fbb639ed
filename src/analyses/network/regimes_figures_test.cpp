#include "analyses/network/regimes_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace regimes_figures_test {

TEST(RegimesFigures, EveryStateAndInstitutionIsARow) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figures = regimes_figures(context, *context.analysis("regimes"));
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0]["id"], "regime_ladder-regimes");
    const auto& rows = figures[0]["rows"];
    EXPECT_EQ(rows.size(), 18u) << "six states, three institutions";
    const auto own = std::ranges::find_if(rows, [](const auto& row) { return row[0] == "KAZ" && row[1] == "TWO"; });
    ASSERT_NE(own, rows.end());
    EXPECT_EQ((*own)[3], 2001);
    EXPECT_EQ((*own)[4], false);
}

}  // namespace regimes_figures_test
}  // namespace tarazy
