#pragma once

#include "base/work.hpp"
#include "simulate/forecast/forecaster.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

struct HindcastOptions {
    std::vector<std::size_t> horizons = {1, 3, 5};
    /// Last year that forecasts know, from and to. By default from the tenth year of the panel to the last but the
    /// shortest horizon.
    std::optional<std::int64_t> first_origin = {}, last_origin = {};
    std::size_t draws = 1000;
    ValueScale scale = {};  ///< of the panel; says the bins of ignorance, and whether vectors are scored
    bool keep_quantiles = false;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// All scores of one forecast of one number (draw_scores.hpp); NaN where there is none.
struct DrawScore {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();
    double crps = none, ignorance = none, log_score = none, interval = none;
    bool covered = false;    ///< the outcome lies within the central 90 % of the draws
    std::uint32_t rank = 0;  ///< of the outcome among the draws: 0 ... draws
};

inline constexpr std::size_t hindcast_quantiles = 5;

/// Forecasts made at past origins, each with what was known then, and their scores.
///
/// A forecast counts where every forecaster has one and the outcome is known, so that all are scored on the same
/// numbers.
struct Hindcast {
    std::vector<std::string> forecasters = {};
    std::vector<bool> naive = {};
    std::vector<std::string> states = {}, series = {};
    std::vector<std::int64_t> origins = {};
    std::vector<std::size_t> horizons = {};
    std::size_t draws = 0;
    std::vector<DrawScore> scores = {};  ///< forecasters x origins x horizons x states x series
    std::vector<double> energy = {};     ///< forecasters x origins x horizons x states; of shares, else empty
    /// Of the draws, 5, 25, 50, 75 and 95 %: as `scores`, times `hindcast_quantiles`. Empty where they are not kept.
    std::vector<double> quantiles = {};
    std::size_t not_in_all = 0;  ///< outcomes that some forecaster has no forecast of: left out of all
    std::vector<std::string> notes = {};

    /// Place of one forecast in `scores`; that of the vector of its series is the same over `series.size()`.
    [[nodiscard]] std::size_t at(std::size_t forecaster, std::size_t origin, std::size_t horizon, std::size_t state,
                                 std::size_t of_series) const noexcept {
        return (((forecaster * origins.size() + origin) * horizons.size() + horizon) * states.size() + state) *
                   series.size() +
               of_series;
    }
};

/// The bins of binned ignorance: twenty equal ones over the bounds (shares: 0 to 1); of free values, ten between the
/// deciles of the series in the given years, over all states. Nothing that came later enters. Edges ascend strictly.
[[nodiscard]] std::vector<double> ignorance_edges(const YearPanel& known, const ValueScale& scale,
                                                  std::size_t of_series);

/// The scores of the draws of one number. @param draws  finite; sorted by the call
[[nodiscard]] DrawScore score_draws(std::vector<double>& draws, double outcome, const std::vector<double>& edges,
                                    double place);

/// Rolling origins: at each, every forecaster is given the panel up to it and is scored on the years after it, as far
/// as the panel goes. The same bytes at any number of threads. O(origins x forecasters x (forecast + states x series x
/// horizons x draws log draws)), and of shares draws^2.
/// @throws UsageError for options that do not fit; InputError when no origin has a year after it or no forecast could
/// be scored
[[nodiscard]] Hindcast hindcast(const YearPanel& panel, const std::vector<Forecaster>& forecasters,
                                const HindcastOptions& options);

}  // namespace tarazy
