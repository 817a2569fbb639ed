#pragma once

#include "simulate/forecast/hindcast.hpp"
#include "simulate/forecast/seal.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// One sealed number that has come true or not.
struct SealedScore {
    std::size_t forecaster = 0, horizon = 0, state = 0, series = 0;  ///< places in the seal
    std::int64_t year = 0;
    bool foreseen = false;  ///< sealed before the year began; else a hindcast
    double outcome = 0;
    DrawScore score = {};
};

/// Scores of one forecaster over years that are all forecasts or all hindcasts.
struct SealedMeans {
    std::size_t forecaster = 0;
    bool foreseen = false;
    std::size_t forecasts = 0;
    std::vector<std::int64_t> years = {};
    double crps = 0, ignorance = 0, interval = 0, coverage = 0;
    std::optional<double> log_score = {}, energy = {};
    std::optional<double> skill = {};  ///< 1 - S / S of the best naive forecast in the seal other than itself, by CRPS
    std::string best = {};             ///< that one
};

/// A seal held against what happened.
struct SealScores {
    std::vector<SealedScore> scores = {};
    std::vector<SealedMeans> means = {};     ///< forecasts before hindcasts; the model first
    std::vector<std::int64_t> waiting = {};  ///< years of the seal that the data do not have
    std::vector<std::string> notes = {};     ///< years that are there in part, a past that was revised
};

/// Scores the draws in the seal, its benchmarks on the same numbers. Outcomes that some forecast in the seal lacks are
/// left out of all. Values of the past that the data now have otherwise than the seal are told; the forecast knew the
/// old ones.
/// @param news  held to the scale of the seal; @param path  its file, for messages
/// @throws InputError  no year of the forecast is in the data (with the years it waits for), or none of its states and
/// series
[[nodiscard]] SealScores score_seal(const SealedForecast& seal, const YearPanel& news, const std::string& path);

/// A row a forecaster and kind: `forecaster,model,naive,kind,years,forecasts,crps,ignorance,log_score,interval_score,
/// energy,coverage90,benchmark,skill`; kind is `forecast` or `hindcast`.
[[nodiscard]] Table seal_means_table(const SealedForecast& seal, const SealScores& scores);

/// A row a number: `forecaster,model,kind,state,series,year,horizon,outcome,q05,q50,q95,crps,ignorance,log_score,
/// interval_score,covered90,rank`.
[[nodiscard]] Table seal_score_table(const SealedForecast& seal, const SealScores& scores);

/// Quantiles of draws: `forecaster,state,series,year,horizon,mean,q05,q10,q25,q50,q75,q90,q95`; forecasts that are
/// lacking have no row.
[[nodiscard]] Table fan_of_draws(const YearPanel& history, const std::string& forecaster, const ForecastDraws& draws);

}  // namespace tarazy
