#include "simulate/forecast/naive_forecasters.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/work.hpp"
#include "stats/gamma_draws.hpp"
#include "stats/line_fit.hpp"
#include "stats/quantile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stop_token>

namespace tarazy {
namespace naive_forecasters_test {

YearPanel one_series(std::vector<double> values) {
    return {{"A"}, {"y"}, 2000, values.size(), values};
}

ForecastDraws forecast(const std::string& name, const YearPanel& history, const ForecastRequest& request,
                       const NaiveOptions& options = {}) {
    return forecasters_named(naive_forecasters(options), {name}).front().forecast(history, request);
}

TEST(NaiveForecasters, OfALineGoingUp) {
    const YearPanel line = one_series({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    const ForecastRequest request{.horizons = {1, 3}, .draws = 200};
    // Persistence: 9 plus or minus what three years have brought.
    const ForecastDraws still = forecast("persistence", line, request);
    for (const double draw : still.of(0, 1, 0)) EXPECT_TRUE(draw == 12 || draw == 6) << draw;
    EXPECT_EQ(still.origin, 2009);
    // Drift: the line goes on, with nothing uncertain about it.
    const ForecastDraws drift = forecast("drift", line, request);
    for (const double draw : drift.of(0, 1, 0)) EXPECT_NEAR(draw, 12, 1e-12);
    // A factor of 1 is held to 0.99.
    const ForecastDraws back = forecast("ar1", line, request);
    for (const double draw : back.of(0, 0, 0)) EXPECT_NEAR(draw, 10, 0.3);
    const ForecastDraws recent = forecast("recent", line, request, {.recent_years = 4});
    for (const double draw : recent.of(0, 1, 0)) EXPECT_GE(draw, 6);
}

TEST(NaiveForecasters, DriftHasTheSpreadOfARandomWalkWhoseDriftIsEstimated) {
    std::vector<double> values = {0};
    Random random(7, "test walk", 0);
    for (int i = 0; i < 40; ++i) values.push_back(values.back() + 0.5 + normal_draw(random));
    const ForecastDraws draws = forecast("drift", one_series(values), {.horizons = {1, 5}, .draws = 20'000});
    std::vector<double> changes;
    for (std::size_t i = 1; i < values.size(); ++i) changes.push_back(values[i] - values[i - 1]);
    const double mean_change = *mean(changes), sd = *standard_deviation(changes);
    EXPECT_NEAR(*mean(draws.of(0, 1, 0)), values.back() + 5 * mean_change, 0.05);
    EXPECT_NEAR(*standard_deviation(draws.of(0, 0, 0)), sd * std::sqrt(1 + 1.0 / 40), 0.02);
    EXPECT_NEAR(*standard_deviation(draws.of(0, 1, 0)), sd * std::sqrt(5 + 25.0 / 40), 0.04);
}

TEST(NaiveForecasters, AutoregressionReturnsToItsMean) {
    std::vector<double> values = {10};
    Random random(3, "test autoregression", 0);
    for (int i = 0; i < 400; ++i) values.push_back(4 + 0.6 * values.back() + normal_draw(random));
    values.push_back(13);
    const ForecastDraws draws = forecast("ar1", one_series(values), {.horizons = {1, 30}, .draws = 1000});
    EXPECT_NEAR(*mean(draws.of(0, 0, 0)), 4 + 0.6 * 13, 0.4);
    EXPECT_NEAR(*mean(draws.of(0, 1, 0)), 10, 0.4);
    EXPECT_NEAR(*standard_deviation(draws.of(0, 1, 0)), 1 / std::sqrt(1 - 0.36), 0.25);
}

TEST(NaiveForecasters, SharesStayShares) {
    YearPanel panel{{"A"}, {"CHN", "RUS", "WEST"}, 2000, 12, {}};
    for (int t = 0; t < 12; ++t) {
        const double a = 0.02 * t, c = 0.3 + 0.05 * (t % 3);
        panel.values.insert(panel.values.end(), {a, 1 - a - c, c});
    }
    const NaiveOptions options{.scale = {.kind = ValueScale::Kind::shares}};
    for (const Forecaster& forecaster : naive_forecasters(options)) {
        const ForecastDraws draws = forecaster.forecast(panel, {.draws = 300});
        for (std::size_t h = 0; h < 3; ++h) {
            for (std::size_t d = 0; d < 300; ++d) {
                EXPECT_NEAR(draws.of(0, h, 0)[d] + draws.of(0, h, 1)[d] + draws.of(0, h, 2)[d], 1, 1e-12);
                EXPECT_GE(draws.of(0, h, 0)[d], 0);
            }
        }
        // The first share is 0 in 2000: told, where there is a logarithm.
        EXPECT_EQ(draws.notes.size(), forecaster.name == "recent" ? 0u : 1u) << forecaster.name;
    }
    const ForecastDraws still = forecast("persistence", panel, {.horizons = {1}, .draws = 4000}, options);
    EXPECT_NEAR(*quantile(still.of(0, 0, 0), 0.5), 0.22, 0.02);
}

TEST(NaiveForecasters, BoundedSeriesStayWithinTheirBounds) {
    const NaiveOptions options{.scale = {.kind = ValueScale::Kind::bounded, .lower = 0, .upper = 10}};
    for (const Forecaster& forecaster : naive_forecasters(options)) {
        const ForecastDraws draws = forecaster.forecast(one_series({9, 10, 8, 9.5, 10, 9, 9.9, 9.8}), {.draws = 500});
        for (std::size_t h = 0; h < 3; ++h) {
            for (const double draw : draws.of(0, h, 0)) {
                EXPECT_GE(draw, 0);
                EXPECT_LE(draw, 10);
            }
        }
    }
}

TEST(NaiveForecasters, MissingYearsAreSkippedAndStepsCountFromTheLastValue) {
    const double none = std::nan("");
    const ForecastDraws draws =
        forecast("drift", one_series({0, 1, 2, 3, none, 5, 6, 7, none, none}), {.horizons = {1}, .draws = 20});
    for (const double draw : draws.of(0, 0, 0)) EXPECT_NEAR(draw, 10, 1e-12);
}

TEST(NaiveForecasters, TooLittleHistoryIsTold) {
    const YearPanel few = one_series({1, 2, 3});
    const ForecastDraws draws = forecast("persistence", few, {.draws = 20});
    EXPECT_TRUE(std::isnan(draws.values.front()));
    ASSERT_EQ(draws.notes.size(), 1u);
    EXPECT_EQ(draws.notes.front(), "persistence needs 3 changes from one year to the next (1 series)");
    const ForecastDraws nothing = forecast("recent", one_series({std::nan("")}), {.draws = 20});
    EXPECT_EQ(nothing.notes.front(), "there is no value (1 series)");
}

TEST(NaiveForecasters, AnotherStateChangesNoDraw) {
    const YearPanel alone = one_series({3, 1, 4, 1, 5, 9, 2, 6, 5, 3});
    YearPanel both{{"0", "A"}, {"y"}, 2000, 10, std::vector<double>(20, 1.0)};
    std::ranges::copy(alone.values, both.values.begin() + 10);
    for (const Forecaster& forecaster : naive_forecasters()) {
        const ForecastDraws one = forecaster.forecast(alone, {.draws = 50}),
                            two = forecaster.forecast(both, {.draws = 50});
        EXPECT_TRUE(std::ranges::equal(one.of(0, 2, 0), two.of(1, 2, 0))) << forecaster.name;
    }
}

TEST(NaiveForecasters, NamesAndStops) {
    EXPECT_EQ(forecasters_named(naive_forecasters(), {}).size(), 4u);
    EXPECT_THROW((void)forecasters_named(naive_forecasters(), {"drfit"}), UsageError);
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW((void)forecast("drift", one_series({3, 1, 4, 1, 5, 9}), {.work = Work(source.get_token())}),
                 Interrupted);
}

}  // namespace naive_forecasters_test
}  // namespace tarazy
