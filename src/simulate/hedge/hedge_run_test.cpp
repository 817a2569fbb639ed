#include "simulate/hedge/hedge_run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace hedge_run_test {

HedgeRunModel two_poles() {
    HedgeRunModel model;
    model.poles = {"N", "E"};
    model.has_autonomy = true;
    model.start = {{.given = 0.4}, {.given = 0.4}, {.given = 0.2}};
    model.targets.resize(2);
    model.failures.resize(2);
    model.may_press.assign(2, false);
    model.coefficients[static_cast<std::size_t>(HedgeTerm::inertia)].given = 40;
    return model;
}

std::size_t at(const HedgeRunModel& model, const std::string& outcome) {
    const std::vector<std::string> names = model.outcomes();
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), outcome) - names.begin());
}

std::vector<double> run(const HedgeRunModel& model, std::size_t years, std::uint64_t number = 0) {
    std::vector<double> results(years * model.outcomes().size());
    compute_hedge_run(model, 0, RunDraws(1, number), {}, results);
    return results;
}

TEST(HedgeRun, TheProfileOfAYearIsThePreviousOneOfTheNext) {
    const HedgeRunModel model = two_poles();
    const std::vector<double> results = run(model, 2);
    const std::size_t width = model.outcomes().size();
    std::vector<double> before = {0.4, 0.4, 0.2};
    const std::vector<double> drivers(2 * hedge_drivers, 0.0);
    HedgeCoefficients b;
    b[HedgeTerm::inertia] = 40;
    for (std::size_t year = 0; year < 2; ++year) {
        const ProfileChoice choice = choose_profile(hedge_utility({2, drivers, before, {}}, b));
        for (std::size_t j = 0; j < 3; ++j) EXPECT_EQ(results[year * width + j], choice.expected[j]);
        before.assign(choice.expected.begin(), choice.expected.begin() + 3);
    }
}

TEST(HedgeRun, APoleThatGrowsPullsAndAFailedGuaranteeLetsGo) {
    HedgeRunModel model = two_poles();
    model.drivers[static_cast<std::size_t>(HedgeTerm::assurance)] = {{.given = 0.8}, {.given = 0}};
    model.coefficients[static_cast<std::size_t>(HedgeTerm::assurance)].given = 10;
    model.failures[0] = GivenOrDrawn{.given = 0};
    const std::vector<double> kept = run(model, 10);
    model.failures[0] = GivenOrDrawn{.given = 1};
    const std::vector<double> failed = run(model, 10);
    const std::size_t width = model.outcomes().size();
    EXPECT_EQ(kept[9 * width + at(model, "guarantee_N")], 1);
    EXPECT_EQ(failed[at(model, "guarantee_N")], 0);
    EXPECT_GT(kept[9 * width + at(model, "share_N")], failed[9 * width + at(model, "share_N")] + 0.2);
}

TEST(HedgeRun, GuaranteesFailAsOftenAsTheirHazardSays) {
    HedgeRunModel model = two_poles();
    model.failures[1] = GivenOrDrawn{.given = 0.1};
    const std::size_t width = model.outcomes().size(), place = at(model, "guarantee_E");
    double held = 0;
    const int runs = 2000;
    for (int i = 0; i < runs; ++i) held += run(model, 5, static_cast<std::uint64_t>(i))[4 * width + place] / runs;
    EXPECT_NEAR(held, std::pow(0.9, 5), 0.04);  // standard error 0.011
}

TEST(HedgeRun, APoleThatHasLessThanItsTargetPressesMoreAndMore) {
    HedgeRunModel model = two_poles();
    model.targets[0] = GivenOrDrawn{.given = 0.9};
    model.may_press[0] = true;
    model.gain.given = 1;
    model.decay.given = 0.1;
    model.crisis_base.given = -3;
    const std::vector<double> results = run(model, 3);
    const std::size_t width = model.outcomes().size(), coercion = at(model, "coercion_N");
    EXPECT_EQ(results[coercion], 0);
    EXPECT_NEAR(results[width + coercion], 0.9 - results[0], 1e-12);
    EXPECT_NEAR(results[2 * width + coercion], 0.9 * results[width + coercion] + 0.9 - results[width], 1e-12);
    const double yearly = 1 / (1 + std::exp(3));
    EXPECT_NEAR(results[at(model, "crisis_year")], yearly, 1e-12);
    EXPECT_NEAR(results[2 * width + at(model, "crisis")], 1 - std::pow(1 - yearly, 3), 1e-12);
    model.crisis_within = 2;
    EXPECT_NEAR(run(model, 3)[2 * width + at(model, "crisis")], 1 - std::pow(1 - yearly, 2), 1e-12);
}

TEST(HedgeRun, WhatIsNoProfileOrOutOfBoundsIsUndefinedAndStaysSo) {
    HedgeRunModel model = two_poles();
    model.start[0].given = -0.1;
    for (const double value : run(model, 2)) EXPECT_TRUE(std::isnan(value));
    model = two_poles();
    model.coefficients[static_cast<std::size_t>(HedgeTerm::entrapment)].input = 0;
    std::vector<double> results(3 * model.outcomes().size());
    compute_hedge_run(model, 1, RunDraws(1, 0), std::vector<double>{1, -1, 1}, results);
    EXPECT_FALSE(std::isnan(results[0]));
    EXPECT_TRUE(std::isnan(results[model.outcomes().size()]));
    EXPECT_TRUE(std::isnan(results.back()));
}

TEST(HedgeRun, DrawnProfilesAreMultiplesOfATwentieth) {
    HedgeRunModel model = two_poles();
    model.profile_is_drawn = true;
    const std::vector<double> results = run(model, 4);
    const std::size_t width = model.outcomes().size();
    for (std::size_t year = 0; year < 4; ++year)
        EXPECT_NEAR(results[year * width] * 20, std::round(results[year * width] * 20), 1e-9);
    EXPECT_NE(run(model, 4, 1), results);
}

}  // namespace hedge_run_test
}  // namespace tarazy
