#include "simulate/forecast/seal.hpp"

#include "simulate/forecast/read_seal.hpp"
#include "simulate/forecast/small_seal_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace seal_test {

TEST(Seal, ComesBackAsItWas) {
    const SealedForecast seal = small_seal();
    const std::string text = seal_text(seal);
    EXPECT_EQ(text, seal_text(small_seal()));
    const SealRead read = read_seal(text, "s.json");
    EXPECT_EQ(read.sha256.size(), 64u);
    EXPECT_EQ(read.seal.sealed_on, seal.sealed_on);
    EXPECT_EQ(read.seal.model, "drift");
    EXPECT_EQ(read.seal.seed, seal.seed);
    EXPECT_EQ(read.seal.history.states, seal.history.states);
    ASSERT_EQ(read.seal.history.values.size(), seal.history.values.size());
    for (std::size_t i = 0; i < seal.history.values.size(); ++i) {
        if (std::isnan(seal.history.values[i])) {
            EXPECT_TRUE(std::isnan(read.seal.history.values[i]));
        } else {
            EXPECT_NEAR(read.seal.history.values[i], seal.history.values[i], 1e-15);
        }
    }
    ASSERT_EQ(read.seal.forecasts.size(), 4u);
    for (std::size_t f = 0; f < 4; ++f) {
        EXPECT_EQ(read.seal.forecasts[f].name, seal.forecasts[f].name);
        for (std::size_t i = 0; i < seal.forecasts[f].draws.values.size(); ++i)
            EXPECT_NEAR(read.seal.forecasts[f].draws.values[i], seal.forecasts[f].draws.values[i], 1e-9);
    }
    EXPECT_EQ(seal_text(read.seal), text);
}

TEST(Seal, ForecastsThatAreLackingStayLacking) {
    SealedForecast seal = small_seal();
    for (double& draw : seal.forecasts[2].draws.of(1, 0, 0)) draw = std::nan("");
    const SealRead read = read_seal(seal_text(seal), "s.json");
    EXPECT_TRUE(std::isnan(read.seal.forecasts[2].draws.of(1, 0, 0)[0]));
    EXPECT_FALSE(std::isnan(read.seal.forecasts[2].draws.of(1, 0, 1)[0]));
}

TEST(Seal, TheYearOfTheSealingHadBegun) {
    SealedForecast seal = small_seal();
    EXPECT_EQ(first_forecast_year(seal), 2026);
    seal.sealed_on = "2024-12-31";
    EXPECT_EQ(first_forecast_year(seal), 2025);
    seal.sealed_on = "2020-01-01";  // before its own data end: the data cannot be right, but nothing is claimed
    EXPECT_EQ(first_forecast_year(seal), 2025);
}

}  // namespace seal_test
}  // namespace tarazy
