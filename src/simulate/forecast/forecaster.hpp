#pragma once

#include "base/work.hpp"
#include "simulate/forecast/year_panel.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// What is asked of a forecaster.
struct ForecastRequest {
    /// Years ahead of the last year of the history, ascending, each at least 1.
    std::vector<std::size_t> horizons = {1, 3, 5};
    std::size_t draws = 1000;
    std::uint64_t seed = 1;
    Work work = {};
};

/// Draws of what is to come, made at one origin. Draw d of all horizons and series of a state is one possible future:
/// parts of a whole sum to 1 in each draw.
struct ForecastDraws {
    std::int64_t origin = 0;  ///< last year that the forecaster knew
    std::vector<std::size_t> horizons = {};
    std::size_t states = 0, series = 0, draws = 0;
    std::vector<double> values;           ///< states x horizons x series x draws; NaN where there is no forecast
    std::vector<std::string> notes = {};  ///< what the reader must know, a sentence each

    /// The draws of one series in the year origin + horizons[horizon].
    [[nodiscard]] std::span<const double> of(std::size_t state, std::size_t horizon, std::size_t of_series) const {
        return {values.data() + ((state * horizons.size() + horizon) * series + of_series) * draws, draws};
    }
    [[nodiscard]] std::span<double> of(std::size_t state, std::size_t horizon, std::size_t of_series) {
        return {values.data() + ((state * horizons.size() + horizon) * series + of_series) * draws, draws};
    }
};

/// Draws for a request, all NaN: what a forecaster fills. @pre the history has a year
[[nodiscard]] ForecastDraws empty_draws(const YearPanel& history, const ForecastRequest& request);

/// Anything that forecasts a panel.
///
/// `forecast` is given the panel up to the origin, its last year, and nothing later; a model that uses other data
/// (trade, pressure) has to keep to years up to `history.last_year()` by itself. The draws depend on history, request
/// and seed alone: the streams are named by what they are for (`Random(seed, "forecast NAME STATE YEAR", draw)`, or
/// `RunDraws(seed, draw)` with purposes of its own). It is called from several threads at a time and changes nothing of
/// its own. Where it has no forecast (too little history), draws stay NaN and a note says why.
struct Forecaster {
    std::string name;      ///< as options and tables have it
    std::string describe;  ///< one sentence
    bool naive = false;    ///< a benchmark that others have to beat
    std::function<ForecastDraws(const YearPanel& history, const ForecastRequest& request)> forecast;
};

/// @throws UsageError for no horizon, one that is 0, above 100 or out of order, fewer than 20 draws or above 100,000
void check_request(const ForecastRequest& request);

}  // namespace tarazy
