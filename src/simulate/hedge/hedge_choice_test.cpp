#include "simulate/hedge/hedge_choice.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace hedge_choice_test {

HedgePanel panel_with_trade() {
    return read_hedge_panel(read_csv(
        "state,year,share_A,share_B,trade_A,trade_B\nX,2001,0.4,0.6,0.2,0.3\nX,2002,0.5,0.5,0.2,0.3\n", "p.csv"));
}

HedgeFitOptions chosen(const std::vector<std::string>& free, const std::vector<std::string>& fix) {
    HedgeFitOptions options;
    choose_hedge_terms(options, panel_with_trade(), free, fix, "--");
    return options;
}

TEST(HedgeChoice, UsuallyDriversOfThePanelAndWhatIsAlwaysThere) {
    EXPECT_EQ(chosen({}, {}).free, (std::vector<HedgeTerm>{HedgeTerm::trade, HedgeTerm::entrapment, HedgeTerm::inertia,
                                                           HedgeTerm::precision}));
}

TEST(HedgeChoice, WhatIsGivenIsNotFree) {
    const HedgeFitOptions options = chosen({}, {"e=40"});
    EXPECT_EQ(options.free, (std::vector<HedgeTerm>{HedgeTerm::trade, HedgeTerm::entrapment, HedgeTerm::precision}));
    EXPECT_EQ(options.given[HedgeTerm::inertia], 40);
    EXPECT_THROW((void)chosen({"e"}, {"e=40"}), UsageError);
    EXPECT_THROW((void)chosen({"b_C"}, {}), UsageError) << "the panel has no coercion";
    EXPECT_THROW((void)chosen({"b_X"}, {}), UsageError);
}

}  // namespace hedge_choice_test
}  // namespace tarazy
