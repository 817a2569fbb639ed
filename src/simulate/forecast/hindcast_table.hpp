#pragma once

#include "simulate/forecast/forecast_comparison.hpp"
#include "simulate/forecast/hindcast.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Over what scores are averaged: everything (series that have the same unit), each series, or each state.
enum class ScoreGroups { all, series, states };

/// How one forecaster did at one horizon, in one group.
///
/// Scores are means over origins of the mean at an origin, so that each origin counts the same.
struct ForecastSkill {
    std::string group = {};  ///< name of the series or state; empty for all
    std::size_t forecaster = 0, horizon = 0;
    std::size_t origins = 0, forecasts = 0;
    std::optional<double> crps = {}, ignorance = {}, log_score = {}, interval = {}, energy = {};
    std::optional<double> coverage = {};  ///< share of outcomes within the central 90 % of the draws
    std::optional<double> pit_p = {};  ///< are ranks uniform? Pearson's test over ten bins, as if they were independent
    std::optional<Skill> over_best = {},
                         over_persistence = {};  ///< by CRPS; none for what has nothing to be held against
    std::string best = {};                       ///< the best naive forecaster other than itself
    DieboldMariano test = {};                    ///< against that one, by CRPS
    std::string reading = {};                    ///< what may be claimed, a sentence; empty of persistence
};

struct SkillTableOptions {
    ScoreGroups groups = ScoreGroups::all;
    std::size_t replicates = 2000;
    double level = 0.95;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// One a horizon, group and forecaster, in this order. O(rows x replicates x origins x naive forecasters).
/// @throws UsageError for a level outside of (0, 1)
[[nodiscard]] std::vector<ForecastSkill> forecast_skills(const Hindcast& hindcast, const SkillTableOptions& options);

/// What a skill with its interval lets one say: "no demonstrated skill over persistence: exploratory use only" where
/// the interval holds 0 or is missing, also where all of it is below 0; else by how much the forecaster is better.
[[nodiscard]] std::string skill_reading(const Skill& over, const std::string& benchmark);

/// Columns `horizon`, `series` or `state` where there are groups, `forecaster,naive,origins,forecasts,crps,ignorance,
/// log_score,interval_score,energy,coverage90,pit_p,benchmark,skill,skill_lower,skill_upper,dm,dm_p,skill_persistence,
/// skill_persistence_lower,skill_persistence_upper,reading`.
[[nodiscard]] Table skill_table(const Hindcast& hindcast, const std::vector<ForecastSkill>& skills, ScoreGroups groups);

/// A row a forecast: `forecaster,origin,horizon,year,state,series,crps,ignorance,log_score,interval_score,covered90,
/// rank`. Forecasts that were left out have no row.
[[nodiscard]] Table score_table(const Hindcast& hindcast);

/// A row a forecast with what came: `forecaster,origin,horizon,year,state,series,q05,q25,q50,q75,q95,observed`, of the
/// forecasters of these names. @param panel  that the hindcast was made on. @pre its quantiles were kept
[[nodiscard]] Table hindcast_quantile_table(const Hindcast& hindcast, const YearPanel& panel,
                                            const std::vector<std::string>& forecasters);

/// Counts of the outcome's rank among the draws in `bins` bins: `forecaster,horizon,bin,from,to,count,expected`.
/// @pre 2 <= bins <= draws + 1
[[nodiscard]] Table pit_table(const Hindcast& hindcast, std::size_t bins);

}  // namespace tarazy
