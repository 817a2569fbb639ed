#include "simulate/forecast/forecaster.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace forecaster_test {

TEST(Forecaster, DrawsStartUnknown) {
    const YearPanel history{{"A", "B"}, {"x", "y", "z"}, 2000, 2, std::vector<double>(12, 1.0)};
    ForecastDraws draws = empty_draws(history, {.horizons = {1, 4}, .draws = 20});
    EXPECT_EQ(draws.origin, 2001);
    EXPECT_EQ(draws.values.size(), 2u * 2 * 3 * 20);
    draws.of(1, 1, 2)[19] = 7;
    EXPECT_EQ(draws.values.back(), 7);
    EXPECT_TRUE(std::isnan(draws.of(1, 1, 2)[18]));
}

TEST(Forecaster, RequestsThatMakeNoSense) {
    EXPECT_NO_THROW(check_request({}));
    EXPECT_THROW(check_request({.horizons = {}}), UsageError);
    EXPECT_THROW(check_request({.horizons = {0}}), UsageError);
    EXPECT_THROW(check_request({.horizons = {3, 1}}), UsageError);
    EXPECT_THROW(check_request({.horizons = {3, 3}}), UsageError);
    EXPECT_THROW(check_request({.horizons = {101}}), UsageError);
    EXPECT_THROW(check_request({.draws = 19}), UsageError);
    EXPECT_THROW(check_request({.draws = 100'001}), UsageError);
}

}  // namespace forecaster_test
}  // namespace tarazy
