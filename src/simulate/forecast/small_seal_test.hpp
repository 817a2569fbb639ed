#pragma once

#include "simulate/forecast/naive_forecasters.hpp"
#include "simulate/forecast/seal.hpp"

#include <cmath>

namespace tarazy {

/// Two states, two shares, 2005-2024; sealed on 2025-02-03 for 2025 to 2027, so that 2025 is a hindcast.
inline SealedForecast small_seal() {
    SealedForecast seal{.sealed_on = "2025-02-03",
                        .program = "0.1.0",
                        .data_file = "shares.csv",
                        .data_sha256 = "aa",
                        .history = {{"A", "B"}, {"p", "q"}, 2005, 20, {}},
                        .scale = {.kind = ValueScale::Kind::shares},
                        .seed = 18446744073709551615u,
                        .options = "--horizon 3",
                        .model = "drift",
                        .forecasts = {}};
    for (int state = 0; state < 2; ++state) {
        for (int t = 0; t < 20; ++t) {
            const double share = 0.3 + 0.01 * t + 0.05 * std::sin(state + t);
            seal.history.values.insert(seal.history.values.end(), {share, 1 - share});
        }
    }
    seal.history.at(1, 2007)[0] = seal.history.at(1, 2007)[1] = std::nan("");
    for (const Forecaster& forecaster : naive_forecasters({.scale = seal.scale}))
        seal.forecasts.push_back(
            {forecaster.name, forecaster.describe, true,
             forecaster.forecast(seal.history, {.horizons = {1, 2, 3}, .draws = 40, .seed = seal.seed})});
    return seal;
}

}  // namespace tarazy
