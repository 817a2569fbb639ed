#include "simulate/hedge/hedge_forecaster.hpp"

#include "simulate/hedge/invented_panel_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace hedge_forecaster_test {

using namespace testing_hedge;

/// A panel whose shares the model has made.
HedgePanel simulated_panel(std::size_t states, std::size_t years) {
    HedgePanel panel = panel_of(invented_panel(states, years));
    const HedgeData data = simulated_data(states, years, 1);
    for (std::size_t i = 0; i < data.size(); ++i)
        for (std::size_t j = 0; j < 4; ++j)
            panel.shares.at(data.state[i], data.year[i])[j] = std::exp(data.log_share[i * 4 + j]);
    return panel;
}

const HedgeFitOptions fit_options{.free = invented_free(), .starts = 1};

TEST(HedgeForecaster, DrawsAreProfilesAndDependOnTheSeedAlone) {
    const HedgePanel panel = simulated_panel(3, 20);
    const Forecaster forecaster = hedge_forecaster(panel, fit_options);
    EXPECT_FALSE(forecaster.naive);
    const ForecastRequest request{.horizons = {1, 4}, .draws = 50};
    const ForecastDraws draws = forecaster.forecast(panel.shares, request);
    EXPECT_EQ(draws.origin, 2011);
    EXPECT_TRUE(draws.notes.empty());
    for (std::size_t state = 0; state < 3; ++state) {
        for (std::size_t h = 0; h < 2; ++h) {
            for (std::size_t d = 0; d < 50; ++d) {
                double sum = 0;
                for (std::size_t j = 0; j < 4; ++j) sum += draws.of(state, h, j)[d];
                EXPECT_NEAR(sum, 1, 1e-12);
            }
        }
    }
    EXPECT_EQ(draws.values, forecaster.forecast(panel.shares, request).values);
    EXPECT_NE(draws.values, forecaster.forecast(panel.shares, {.horizons = {1, 4}, .draws = 50, .seed = 2}).values);
}

TEST(HedgeForecaster, NothingThatCameLaterEnters) {
    HedgePanel panel = simulated_panel(3, 24);
    const YearPanel history = panel_between(panel.shares, panel.shares.first_year, 2008);
    const ForecastRequest request{.horizons = {1, 3}, .draws = 30};
    const ForecastDraws before = hedge_forecaster(panel, fit_options).forecast(history, request);
    for (std::size_t state = 0; state < 3; ++state) {
        for (std::int64_t year = 2009; year <= panel.shares.last_year(); ++year) {
            std::ranges::fill(panel.shares.at(state, year), 0.25);
            std::ranges::fill(panel.drivers.at(state, year), 0.9);
        }
    }
    EXPECT_EQ(hedge_forecaster(panel, fit_options).forecast(history, request).values, before.values);
}

TEST(HedgeForecaster, TheNextYearIsAroundTheExpectedProfile) {
    HedgePanel panel = simulated_panel(5, 30);
    const YearPanel history = panel_between(panel.shares, panel.shares.first_year, panel.shares.last_year() - 1);
    const ForecastDraws draws =
        hedge_forecaster(panel, fit_options).forecast(history, {.horizons = {1}, .draws = 2000});
    // The expected profile at the true parameters with the drivers of the last year.
    const std::vector<double> last(history.at(0, history.last_year()).begin(),
                                   history.at(0, history.last_year()).end());
    const std::span<const double> drivers = panel.drivers.at(0, history.last_year());
    const ProfileChoice choice = choose_profile(hedge_utility({3, drivers, last, {}}, invented_truth()));
    for (std::size_t j = 0; j < 4; ++j) {
        double mean = 0;
        for (const double draw : draws.of(0, 0, j)) mean += draw / 2000;
        EXPECT_NEAR(mean, choice.expected[j], 0.03);
    }
}

TEST(HedgeForecaster, AStateWithoutADriverHasNoForecastAndShortHistoriesAreTold) {
    HedgePanel panel = simulated_panel(3, 20);
    for (std::int64_t year = panel.drivers.first_year; year <= panel.drivers.last_year(); ++year)
        panel.drivers.at(1, year)[0] = std::nan("");
    const ForecastDraws draws =
        hedge_forecaster(panel, fit_options).forecast(panel.shares, {.horizons = {1}, .draws = 20});
    EXPECT_TRUE(std::isnan(draws.of(1, 0, 0)[0]));
    EXPECT_FALSE(std::isnan(draws.of(2, 0, 0)[0]));
    ASSERT_EQ(draws.notes.size(), 1U);
    const YearPanel two = panel_between(panel.shares, panel.shares.first_year, panel.shares.first_year + 1);
    const ForecastDraws none = hedge_forecaster(panel, fit_options).forecast(two, {.horizons = {1}, .draws = 20});
    EXPECT_TRUE(std::isnan(none.of(0, 0, 0)[0]));
    ASSERT_EQ(none.notes.size(), 1U);
    EXPECT_NE(none.notes[0].find("too few years"), std::string::npos);
}

}  // namespace hedge_forecaster_test
}  // namespace tarazy
