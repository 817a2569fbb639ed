#include "simulate/hedge/hedge_fit.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "simulate/hedge/invented_panel_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace hedge_fit_test {

using namespace testing_hedge;

TEST(HedgeFit, FindsTheParametersThatMadeALongPanel) {
    const HedgeData data = simulated_data(8, 60, 1);
    const HedgeFit fit = fit_hedge(data, {.free = invented_free(), .starts = 1});
    EXPECT_TRUE(fit.converged);
    EXPECT_EQ(fit.pairs, 8U * 59);
    EXPECT_GE(fit.log_likelihood, hedge_log_likelihood(data, invented_truth()));
    for (const HedgeTerm term : invented_free()) {
        const HedgeEstimate& estimate = fit.estimates[static_cast<std::size_t>(term)];
        ASSERT_TRUE(estimate.se) << estimate.note;
        EXPECT_LT(std::abs(estimate.value - invented_truth()[term]), 4 * *estimate.se) << hedge_parameter(term).symbol;
        EXPECT_LT(*estimate.lower, estimate.value);
        EXPECT_GT(*estimate.upper, estimate.value);
    }
    EXPECT_FALSE(fit.estimates[static_cast<std::size_t>(HedgeTerm::finance)].free);
    EXPECT_EQ(fit.coefficients[HedgeTerm::finance], 0);
}

TEST(HedgeFit, NothingIsHigherNearTheMaximum) {
    const HedgeData data = simulated_data(4, 25, 3);
    const HedgeFit fit = fit_hedge(data, {.free = invented_free(), .starts = 4});
    for (const HedgeTerm term : invented_free()) {
        for (const double factor : {0.95, 1.05}) {
            HedgeCoefficients moved = fit.coefficients;
            moved[term] *= factor;
            EXPECT_LE(hedge_log_likelihood(data, moved), fit.log_likelihood + 1e-6);
        }
    }
}

TEST(HedgeFit, SlowProfileIntervalsAreNearThoseOfTheInformation) {
    const HedgeData data = simulated_data(4, 25, 1);
    const HedgeFit wald = fit_hedge(data, {.free = invented_free(), .starts = 1});
    const HedgeFit profile =
        fit_hedge(data, {.free = invented_free(), .starts = 1, .intervals = HedgeIntervals::profile});
    for (const HedgeTerm term : invented_free()) {
        const HedgeEstimate &a = wald.estimates[static_cast<std::size_t>(term)],
                            &b = profile.estimates[static_cast<std::size_t>(term)];
        ASSERT_TRUE(b.lower && b.upper);
        EXPECT_NEAR(*a.lower, *b.lower, *a.se) << hedge_parameter(term).symbol;
        EXPECT_NEAR(*a.upper, *b.upper, *a.se) << hedge_parameter(term).symbol;
    }
}

TEST(HedgeFit, AParameterThatTheDataDoNotSpeakOfHasNoInterval) {
    // A driver that is the same for all poles of a panel without autonomy: adding a constant changes no choice.
    std::string text = "state,year,share_N,share_E,trade_N,trade_E\n";
    for (int year = 0; year < 30; ++year)
        text += "A," + std::to_string(1990 + year) + (year % 3 == 0 ? ",0.6,0.4" : ",0.5,0.5") + ",0.5,0.5\n";
    const HedgeData data = hedge_data(panel_of(text), std::vector{HedgeTerm::trade}, 9999);
    const HedgeFit fit =
        fit_hedge(data, {.free = {HedgeTerm::trade, HedgeTerm::inertia, HedgeTerm::precision}, .starts = 3});
    const HedgeEstimate& trade = fit.estimates[0];
    EXPECT_FALSE(trade.se);
    EXPECT_FALSE(trade.lower);
    EXPECT_EQ(trade.note, "not identified: the likelihood is flat along it");
    ASSERT_FALSE(fit.notes.empty());
    EXPECT_NE(fit.notes.back().find("not identified by these data: b_T"), std::string::npos);
    EXPECT_TRUE(fit.estimates[static_cast<std::size_t>(HedgeTerm::precision)].se);
}

TEST(HedgeFit, AParameterOnItsBoundIsToldAndHasNoStandardError) {
    HedgeCoefficients truth = invented_truth();
    truth[HedgeTerm::entrapment] = 0;
    const HedgeData like = hedge_data(panel_of(invented_panel(4, 25)), invented_free(), 9999);
    bool seen = false;
    for (std::uint64_t number = 0; number < 6 && !seen; ++number) {
        Random random(2, "bound", number);
        const HedgeFit fit =
            fit_hedge(simulated_hedge_data(like, truth, random), {.free = invented_free(), .starts = 2});
        const HedgeEstimate& k = fit.estimates[static_cast<std::size_t>(HedgeTerm::entrapment)];
        seen = k.note == "at its bound 0";
        if (seen) {
            EXPECT_FALSE(k.se);
        }
    }
    EXPECT_TRUE(seen);
}

TEST(HedgeFit, TheSameAtAnyNumberOfThreadsAndStoppable) {
    const HedgeData data = simulated_data(3, 20, 5);
    const HedgeFit one = fit_hedge(data, {.free = invented_free(), .starts = 4, .threads = 1});
    const HedgeFit two = fit_hedge(data, {.free = invented_free(), .starts = 4, .threads = 2});
    EXPECT_EQ(one.coefficients, two.coefficients);
    EXPECT_EQ(one.root, two.root);
    expect_stoppable(
        [&](const Work& work) { (void)fit_hedge(data, {.free = invented_free(), .starts = 4, .work = work}); });
}

TEST(HedgeFit, WhatDoesNotFitTogetherIsRefused) {
    const HedgePanel panel = panel_of(invented_panel(2, 5));
    EXPECT_NO_THROW(check_hedge_fit(panel, {.free = {HedgeTerm::trade, HedgeTerm::precision}}));
    EXPECT_THROW(check_hedge_fit(panel, {.free = {HedgeTerm::finance}}), UsageError);
    EXPECT_THROW(check_hedge_fit(panel, {.free = {HedgeTerm::neighbours}}), UsageError);
    EXPECT_THROW(check_hedge_fit(panel, {.free = {}}), UsageError);
    EXPECT_THROW(check_hedge_fit(panel, {.free = std::vector<HedgeTerm>(7)}), UsageError);
    EXPECT_THROW(check_hedge_fit(panel, {.starts = 0}), UsageError);
    EXPECT_THROW((void)fit_hedge(hedge_data(panel_of(invented_panel(1, 4)), {}, 9999), {}), InputError);
}

TEST(HedgeFit, DrawnParametersHaveTheCovarianceOfTheFit) {
    const HedgeFit fit = fit_hedge(simulated_data(4, 30, 1), {.free = invented_free(), .starts = 1});
    double sum = 0, squares = 0;
    const int draws = 4000;
    for (int i = 0; i < draws; ++i) {
        Random random(1, "drawn", static_cast<std::uint64_t>(i));
        const double value = drawn_coefficients(fit, random)[HedgeTerm::trade];
        sum += value / draws;
        squares += value * value / draws;
    }
    const HedgeEstimate& trade = fit.estimates[0];
    EXPECT_NEAR(sum, trade.value, 0.1 * *trade.se);
    EXPECT_NEAR(std::sqrt(squares - sum * sum), *trade.se, 0.05 * *trade.se);
}

}  // namespace hedge_fit_test
}  // namespace tarazy
