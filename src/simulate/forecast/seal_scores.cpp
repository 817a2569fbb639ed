#include "simulate/forecast/seal_scores.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/random.hpp"
#include "base/text_lists.hpp"
#include "simulate/forecast/draw_scores.hpp"
#include "stats/line_fit.hpp"
#include "stats/quantile.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace tarazy {
namespace {

std::string years_text(const std::vector<std::int64_t>& years) {
    return joined(years, ", ", [](std::int64_t year) { return std::to_string(year); });
}

/// Where the states and series of the seal are in other data.
struct NewsPlaces {
    std::vector<std::optional<std::size_t>> states, series;
};

std::vector<std::optional<std::size_t>> places_among(const std::vector<std::string>& names,
                                                     const std::vector<std::string>& others) {
    std::vector<std::optional<std::size_t>> places;
    for (const std::string& name : names) {
        const auto found = std::ranges::find(others, name);
        places.push_back(found == others.end() ? std::nullopt
                                               : std::optional(static_cast<std::size_t>(found - others.begin())));
    }
    return places;
}

double news_of(const YearPanel& news, const NewsPlaces& places, std::size_t state, std::size_t series,
               std::int64_t year) {
    if (!places.states[state] || !places.series[series] || year < news.first_year || year > news.last_year())
        return DrawScore::none;
    return news.at(*places.states[state], year)[*places.series[series]];
}

bool has_draws(const SealedDraws& forecast, std::size_t state, std::size_t horizon, std::size_t series) {
    return std::ranges::none_of(forecast.draws.of(state, horizon, series), [](double d) { return std::isnan(d); });
}

/// Values of the past that are now others than they were when the forecast was sealed.
void tell_revisions(const SealedForecast& seal, const YearPanel& news, const NewsPlaces& places,
                    std::vector<std::string>& notes) {
    const YearPanel& then = seal.history;
    std::size_t revised = 0;
    double largest = 0;
    std::string where;
    for (std::size_t state = 0; state < then.states.size(); ++state) {
        for (std::int64_t year = then.first_year; year <= then.last_year(); ++year) {
            for (std::size_t s = 0; s < then.series.size(); ++s) {
                const double old = then.at(state, year)[s], now = news_of(news, places, state, s, year);
                if (!(std::abs(now - old) > 1e-9 * std::max(1.0, std::abs(old)))) continue;
                ++revised;
                if (std::abs(now - old) <= largest) continue;
                largest = std::abs(now - old);
                where = then.states[state] + " " + then.series[s] + " " + std::to_string(year) + ": " +
                        number_text(old) + " then, " + number_text(now) + " now";
            }
        }
    }
    if (revised > 0)
        notes.push_back("the past was revised after the forecast was sealed: " + std::to_string(revised) +
                        " values, most in " + std::string(trimmed(where)));
}

struct SealTask {
    const SealedForecast& seal;
    const YearPanel& news;
    const NewsPlaces& places;
    std::vector<std::vector<double>> edges;  ///< of each series
};

/// All forecasters on one number, where all have draws and it is known. @return whether it was known
bool score_number(const SealTask& task, std::size_t horizon, std::size_t state, std::size_t series,
                  std::vector<SealedScore>& scores) {
    const SealedForecast& seal = task.seal;
    const ForecastDraws& shape = seal.forecasts.front().draws;
    const std::int64_t year = shape.origin + static_cast<std::int64_t>(shape.horizons[horizon]);
    const double outcome = news_of(task.news, task.places, state, series, year);
    if (std::isnan(outcome)) return false;
    for (const SealedDraws& forecast : seal.forecasts)
        if (!has_draws(forecast, state, horizon, series)) return true;
    for (std::size_t f = 0; f < seal.forecasts.size(); ++f) {
        const std::span<const double> draws = seal.forecasts[f].draws.of(state, horizon, series);
        std::vector<double> sorted(draws.begin(), draws.end());
        Random random(seal.seed, "place among draws that equal the outcome", scores.size());
        scores.push_back({f, horizon, state, series, year, year >= first_forecast_year(seal), outcome,
                          score_draws(sorted, outcome, task.edges[series], random.uniform())});
    }
    return true;
}

/// The energy score of a vector all of whose parts were scored.
double sealed_energy(const SealTask& task, std::size_t forecaster, std::size_t horizon, std::size_t state) {
    const ForecastDraws& draws = task.seal.forecasts[forecaster].draws;
    const std::int64_t year = draws.origin + static_cast<std::int64_t>(draws.horizons[horizon]);
    std::vector<double> all, outcome;
    for (std::size_t s = 0; s < draws.series; ++s) {
        outcome.push_back(news_of(task.news, task.places, state, s, year));
        if (std::isnan(outcome.back()) || !has_draws(task.seal.forecasts[forecaster], state, horizon, s))
            return DrawScore::none;
        const std::span<const double> of_series = draws.of(state, horizon, s);
        all.insert(all.end(), of_series.begin(), of_series.end());
    }
    return energy_score(all, outcome);
}

SealedMeans sealed_means(const SealTask& task, const std::vector<SealedScore>& scores, std::size_t forecaster,
                         bool foreseen) {
    SealedMeans means{.forecaster = forecaster, .foreseen = foreseen};
    std::set<std::int64_t> years;
    std::vector<double> logs, energies;
    for (const SealedScore& one : scores) {
        if (one.forecaster != forecaster || one.foreseen != foreseen) continue;
        ++means.forecasts;
        years.insert(one.year);
        means.crps += one.score.crps;
        means.ignorance += one.score.ignorance;
        means.interval += one.score.interval;
        means.coverage += one.score.covered ? 1 : 0;
        if (!std::isnan(one.score.log_score)) logs.push_back(one.score.log_score);
        if (one.series == 0 && task.seal.scale.kind == ValueScale::Kind::shares)
            if (const double energy = sealed_energy(task, forecaster, one.horizon, one.state); !std::isnan(energy))
                energies.push_back(energy);
    }
    means.years.assign(years.begin(), years.end());
    const double n = static_cast<double>(std::max<std::size_t>(1, means.forecasts));
    for (double* const sum : {&means.crps, &means.ignorance, &means.interval, &means.coverage}) *sum /= n;
    if (logs.size() == means.forecasts) means.log_score = mean(logs);
    means.energy = mean(energies);
    return means;
}

void add_skills(const SealedForecast& seal, std::vector<SealedMeans>& all) {
    for (SealedMeans& own : all) {
        const SealedMeans* best = nullptr;
        for (const SealedMeans& other : all)
            if (other.foreseen == own.foreseen && other.forecaster != own.forecaster &&
                seal.forecasts[other.forecaster].naive && (best == nullptr || other.crps < best->crps))
                best = &other;
        if (best == nullptr) continue;
        own.best = seal.forecasts[best->forecaster].name;
        if (best->crps > 0) own.skill = 1 - own.crps / best->crps;
    }
}

}  // namespace

SealScores score_seal(const SealedForecast& seal, const YearPanel& news, const std::string& path) {
    SealScores result;
    const NewsPlaces places{places_among(seal.history.states, news.states),
                            places_among(seal.history.series, news.series)};
    std::string lacking;
    for (std::size_t i = 0; i < places.states.size(); ++i)
        if (!places.states[i]) add_item(lacking, "state '" + seal.history.states[i] + "'");
    for (std::size_t i = 0; i < places.series.size(); ++i)
        if (!places.series[i]) add_item(lacking, "series '" + seal.history.series[i] + "'");
    if (!lacking.empty()) result.notes.push_back(path + " has no " + lacking);
    SealTask task{seal, news, places, {}};
    for (std::size_t s = 0; s < seal.history.series.size(); ++s)
        task.edges.push_back(ignorance_edges(seal.history, seal.scale, s));
    const ForecastDraws& shape = seal.forecasts.front().draws;
    for (std::size_t h = 0; h < shape.horizons.size(); ++h) {
        const std::int64_t year = shape.origin + static_cast<std::int64_t>(shape.horizons[h]);
        std::size_t known = 0;
        for (std::size_t state = 0; state < shape.states; ++state)
            for (std::size_t s = 0; s < shape.series; ++s)
                known += score_number(task, h, state, s, result.scores) ? 1 : 0;
        if (known == 0) result.waiting.push_back(year);
        if (known > 0 && known < shape.states * shape.series)
            result.notes.push_back(std::to_string(year) + ": " + std::to_string(known) + " of " +
                                   std::to_string(shape.states * shape.series) +
                                   " values are there, and are scored so far");
    }
    if (result.scores.empty())
        throw InputError(Problem{path, 0, 0,
                                 "no year of the forecast is there" +
                                     (lacking.empty() ? std::string() : " (there is no " + lacking + ")") +
                                     ": it waits for " + years_text(result.waiting),
                                 "score it when the data reach them"});
    tell_revisions(seal, news, places, result.notes);
    for (const bool foreseen : {true, false}) {
        for (const bool model : {true, false}) {
            for (std::size_t f = 0; f < seal.forecasts.size(); ++f) {
                if ((seal.forecasts[f].name == seal.model) != model) continue;
                SealedMeans means = sealed_means(task, result.scores, f, foreseen);
                if (means.forecasts > 0) result.means.push_back(std::move(means));
            }
        }
    }
    add_skills(seal, result.means);
    return result;
}

Table seal_means_table(const SealedForecast& seal, const SealScores& scores) {
    TableRows rows(TextColumn{"forecaster"}, IntegerColumn{"model"}, IntegerColumn{"naive"}, TextColumn{"kind"},
                   TextColumn{"years"}, IntegerColumn{"forecasts"}, RealColumn{"crps"}, RealColumn{"ignorance"},
                   RealColumn{"log_score"}, RealColumn{"interval_score"}, RealColumn{"energy"},
                   RealColumn{"coverage90"}, TextColumn{"benchmark"}, RealColumn{"skill"});
    for (const SealedMeans& means : scores.means) {
        const SealedDraws& forecast = seal.forecasts[means.forecaster];
        rows.add(forecast.name, forecast.name == seal.model ? 1 : 0, forecast.naive ? 1 : 0,
                 means.foreseen ? "forecast" : "hindcast", years_text(means.years), means.forecasts, means.crps,
                 means.ignorance, means.log_score, means.interval, means.energy, means.coverage, means.best,
                 means.skill);
    }
    return rows.table();
}

Table seal_score_table(const SealedForecast& seal, const SealScores& scores) {
    TableRows rows(TextColumn{"forecaster"}, IntegerColumn{"model"}, TextColumn{"kind"}, TextColumn{"state"},
                   TextColumn{"series"}, IntegerColumn{"year"}, IntegerColumn{"horizon"}, RealColumn{"outcome"},
                   RealColumn{"q05"}, RealColumn{"q50"}, RealColumn{"q95"}, RealColumn{"crps"}, RealColumn{"ignorance"},
                   RealColumn{"log_score"}, RealColumn{"interval_score"}, IntegerColumn{"covered90"},
                   IntegerColumn{"rank"});
    for (const SealedScore& one : scores.scores) {
        const SealedDraws& forecast = seal.forecasts[one.forecaster];
        const std::vector<double> at =
            *quantiles(forecast.draws.of(one.state, one.horizon, one.series), std::vector{0.05, 0.5, 0.95});
        rows.add(forecast.name, forecast.name == seal.model ? 1 : 0, one.foreseen ? "forecast" : "hindcast",
                 seal.history.states[one.state], seal.history.series[one.series], one.year,
                 forecast.draws.horizons[one.horizon], one.outcome, at[0], at[1], at[2], one.score.crps,
                 one.score.ignorance, one.score.log_score, one.score.interval, one.score.covered ? 1 : 0,
                 one.score.rank);
    }
    return rows.table();
}

Table fan_of_draws(const YearPanel& history, const std::string& forecaster, const ForecastDraws& draws) {
    TableRows rows(TextColumn{"forecaster"}, TextColumn{"state"}, TextColumn{"series"}, IntegerColumn{"year"},
                   IntegerColumn{"horizon"}, RealColumn{"mean"}, RealColumn{"q05"}, RealColumn{"q10"},
                   RealColumn{"q25"}, RealColumn{"q50"}, RealColumn{"q75"}, RealColumn{"q90"}, RealColumn{"q95"});
    for (std::size_t state = 0; state < draws.states; ++state) {
        for (std::size_t s = 0; s < draws.series; ++s) {
            for (std::size_t h = 0; h < draws.horizons.size(); ++h) {
                const std::span<const double> of_year = draws.of(state, h, s);
                if (std::ranges::any_of(of_year, [](double draw) { return std::isnan(draw); })) continue;
                const std::vector<double> at = *quantiles(of_year, std::vector{0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95});
                rows.add(forecaster, history.states[state], history.series[s],
                         draws.origin + static_cast<std::int64_t>(draws.horizons[h]), draws.horizons[h], mean(of_year),
                         at[0], at[1], at[2], at[3], at[4], at[5], at[6]);
            }
        }
    }
    return rows.table();
}

}  // namespace tarazy
