#include "simulate/forecast/forecaster.hpp"

#include "base/argument_checks.hpp"

#include <algorithm>
#include <limits>

namespace tarazy {

ForecastDraws empty_draws(const YearPanel& history, const ForecastRequest& request) {
    ForecastDraws draws{.origin = history.last_year(),
                        .horizons = request.horizons,
                        .states = history.states.size(),
                        .series = history.series.size(),
                        .draws = request.draws,
                        .values = {}};
    draws.values.assign(draws.states * draws.horizons.size() * draws.series * draws.draws,
                        std::numeric_limits<double>::quiet_NaN());
    return draws;
}

void check_request(const ForecastRequest& request) {
    if (request.horizons.empty()) refuse_argument("--horizon", "empty", "give years ahead: 1,3,5");
    for (std::size_t i = 0; i < request.horizons.size(); ++i) {
        const std::size_t horizon = request.horizons[i];
        if (horizon < 1 || horizon > 100)
            refuse_argument("--horizon", std::to_string(horizon), "give years ahead from 1 to 100");
        if (i > 0 && horizon <= request.horizons[i - 1])
            refuse_argument("--horizon", std::to_string(horizon) + " after " + std::to_string(request.horizons[i - 1]),
                            "give each once, the nearest first");
    }
    if (request.draws < 20 || request.draws > 100'000)
        refuse_argument("--draws", std::to_string(request.draws), "give 20 to 100,000");
}

}  // namespace tarazy
