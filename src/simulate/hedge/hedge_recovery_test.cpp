#include "simulate/hedge/hedge_recovery.hpp"

#include "simulate/hedge/invented_panel_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace hedge_recovery_test {

using namespace testing_hedge;

HedgeRecovery recovery(std::size_t states, std::size_t years, std::size_t panels, unsigned threads) {
    const HedgeData like = hedge_data(panel_of(invented_panel(states, years)), invented_free(), 9999);
    return recover_hedge(like, invented_truth(), panels, {.free = invented_free(), .starts = 1, .threads = threads});
}

TEST(HedgeRecovery, TheSameAtAnyNumberOfThreads) {
    const HedgeRecovery one = recovery(2, 12, 4, 1), two = recovery(2, 12, 4, 2);
    ASSERT_EQ(one.terms.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(one.terms[i].mean, two.terms[i].mean);
    EXPECT_EQ(one.panels, 4U);
    EXPECT_EQ(one.failed, 0U);
}

TEST(HedgeRecovery, SlowParametersOfAHundredPanelsAreFoundAgain) {
    const HedgeRecovery found = recovery(6, 28, 100, 0);
    EXPECT_EQ(found.failed, 0U);
    for (const RecoveredTerm& term : found.terms) {
        const char* symbol = hedge_parameter(term.term).symbol.data();
        // Less than a third of the spread of the estimates is lost or won on average.
        EXPECT_LT(std::abs(term.mean - term.truth), 0.33 * term.sd + 3 * term.bias_se) << symbol;
        EXPECT_GE(term.with_interval, 90U) << symbol;
        // 95 of 100 would be right. In a panel as small as this intervals from the information are too narrow for the
        // inertia (85 of 100); profile intervals are not, and take twenty times as long. The page says so.
        EXPECT_GE(static_cast<double>(term.covered), 0.8 * static_cast<double>(term.with_interval)) << symbol;
        EXPECT_NEAR(term.mean_se, term.sd, 0.35 * term.sd) << symbol;
    }
}

}  // namespace hedge_recovery_test
}  // namespace tarazy
