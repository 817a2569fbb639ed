#include "simulate/forecast/hindcast.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "simulate/forecast/draw_scores.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

constexpr std::int64_t years_before_first_origin = 9;

std::vector<std::int64_t> origins_of(const YearPanel& panel, const HindcastOptions& options) {
    const auto nearest = static_cast<std::int64_t>(options.horizons.front());
    const std::int64_t from = options.first_origin.value_or(panel.first_year + years_before_first_origin);
    const std::int64_t to = options.last_origin.value_or(panel.last_year() - nearest);
    if (options.first_origin && (from < panel.first_year || from > panel.last_year()))
        refuse_argument(
            "--from", std::to_string(from),
            "the series go from " + std::to_string(panel.first_year) + " to " + std::to_string(panel.last_year()));
    if (to > panel.last_year() - nearest)
        refuse_argument(
            "--to", std::to_string(to),
            "the last origin that has a year to be scored on is " + std::to_string(panel.last_year() - nearest));
    if (from > to && options.first_origin && options.last_origin)
        refuse_argument("--from", std::to_string(from), "give a year up to that of --to, " + std::to_string(to));
    if (from > to)
        throw InputError(Problem{{},
                                 0,
                                 0,
                                 "the series go from " + std::to_string(panel.first_year) + " to " +
                                     std::to_string(panel.last_year()) +
                                     ": too short for an origin with ten years before it and a year to be scored on" +
                                     (nearest > 1 ? ", " + std::to_string(nearest) + " years later" : std::string()),
                                 std::string("give longer series") + (nearest > 1 ? ", a shorter --horizon," : ",") +
                                     " or the first origin (--from)"});
    std::vector<std::int64_t> origins;
    for (std::int64_t year = from; year <= to; ++year) origins.push_back(year);
    return origins;
}

struct HindcastTask {
    const YearPanel& panel;
    const std::vector<Forecaster>& forecasters;
    const HindcastOptions& options;
    const std::vector<std::vector<double>>& edges;  ///< of each series
};

/// The outcome, or NaN beyond the end of the panel.
double outcome_of(const YearPanel& panel, std::size_t state, std::int64_t year, std::size_t series) {
    return year > panel.last_year() ? DrawScore::none : panel.at(state, year)[series];
}

/// Scores one vector; NaN where something is missing.
double energy_of(const HindcastTask& task, const ForecastDraws& draws, std::size_t state, std::size_t horizon,
                 std::int64_t year) {
    std::vector<double> all, outcome;
    for (std::size_t s = 0; s < draws.series; ++s) {
        const std::span<const double> of_series = draws.of(state, horizon, s);
        all.insert(all.end(), of_series.begin(), of_series.end());
        outcome.push_back(outcome_of(task.panel, state, year, s));
    }
    const auto unknown = [](double value) { return std::isnan(value); };
    if (std::ranges::any_of(all, unknown) || std::ranges::any_of(outcome, unknown)) return DrawScore::none;
    return energy_score(all, outcome);
}

/// One forecaster at one origin. @return its notes
std::vector<std::string> score_origin(const HindcastTask& task, Hindcast& result, std::size_t forecaster,
                                      std::size_t origin) {
    const std::int64_t known = result.origins[origin];
    const ForecastDraws draws = task.forecasters[forecaster].forecast(
        panel_between(task.panel, task.panel.first_year, known),
        {result.horizons, result.draws, task.options.seed, task.options.work.unheard()});
    std::vector<double> sorted;
    for (std::size_t h = 0; h < result.horizons.size(); ++h) {
        const std::int64_t year = known + static_cast<std::int64_t>(result.horizons[h]);
        for (std::size_t state = 0; state < result.states.size(); ++state) {
            task.options.work.check();
            for (std::size_t s = 0; s < result.series.size(); ++s) {
                const std::size_t at = result.at(forecaster, origin, h, state, s);
                const double outcome = outcome_of(task.panel, state, year, s);
                const std::span<const double> of_series = draws.of(state, h, s);
                if (std::isnan(outcome) || std::ranges::any_of(of_series, [](double d) { return std::isnan(d); }))
                    continue;
                sorted.assign(of_series.begin(), of_series.end());
                Random random(task.options.seed, "place among draws that equal the outcome", at);
                result.scores[at] = score_draws(sorted, outcome, task.edges[s], random.uniform());
                if (result.quantiles.empty()) continue;
                static constexpr double asked[hindcast_quantiles] = {0.05, 0.25, 0.5, 0.75, 0.95};
                for (std::size_t q = 0; q < hindcast_quantiles; ++q)
                    result.quantiles[at * hindcast_quantiles + q] = quantile_of_sorted(sorted, asked[q]);
            }
            if (!result.energy.empty())
                result.energy[result.at(forecaster, origin, h, state, 0) / result.series.size()] =
                    energy_of(task, draws, state, h, year);
        }
    }
    return draws.notes;
}

/// Leaves out what some forecaster has no forecast of. @return how many outcomes, and whether any is left
std::pair<std::size_t, bool> keep_common(Hindcast& result) {
    const std::size_t cells = result.scores.size() / result.forecasters.size();
    std::size_t left_out = 0;
    bool any = false;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        std::size_t scored = 0;
        for (std::size_t f = 0; f < result.forecasters.size(); ++f)
            scored += std::isnan(result.scores[f * cells + cell].crps) ? 0 : 1;
        any = any || scored == result.forecasters.size();
        if (scored == 0 || scored == result.forecasters.size()) continue;
        ++left_out;
        const std::size_t vectors = cells / result.series.size();
        for (std::size_t f = 0; f < result.forecasters.size(); ++f) {
            result.scores[f * cells + cell] = {};
            if (!result.energy.empty()) result.energy[f * vectors + cell / result.series.size()] = DrawScore::none;
        }
    }
    return {left_out, any};
}

}  // namespace

std::vector<double> ignorance_edges(const YearPanel& known, const ValueScale& scale, std::size_t of_series) {
    std::vector<double> edges;
    if (scale.kind != ValueScale::Kind::free) {
        const double lower = scale.kind == ValueScale::Kind::shares ? 0 : scale.lower;
        const double upper = scale.kind == ValueScale::Kind::shares ? 1 : scale.upper;
        for (int i = 1; i < 20; ++i) edges.push_back(lower + (upper - lower) * i / 20);
        return edges;
    }
    std::vector<double> values;
    for (std::size_t i = of_series; i < known.values.size(); i += known.series.size())
        if (!std::isnan(known.values[i])) values.push_back(known.values[i]);
    std::ranges::sort(values);
    for (int i = 1; i < 10 && !values.empty(); ++i) {
        const double edge = quantile_of_sorted(values, i / 10.0);
        if (edges.empty() || edge > edges.back()) edges.push_back(edge);
    }
    return edges;
}

DrawScore score_draws(std::vector<double>& draws, double outcome, const std::vector<double>& edges, double place) {
    std::ranges::sort(draws);
    DrawScore score;
    score.crps = crps_of_sorted(draws, outcome);
    score.ignorance = binned_ignorance_of_sorted(draws, outcome, edges);
    score.log_score = real_or_missing(kernel_log_score_of_sorted(draws, outcome));
    score.interval = interval_score_of_sorted(draws, outcome, 0.9);
    score.covered = outcome >= quantile_of_sorted(draws, 0.05) && outcome <= quantile_of_sorted(draws, 0.95);
    score.rank = rank_among_sorted(draws, outcome, place);
    return score;
}

Hindcast hindcast(const YearPanel& panel, const std::vector<Forecaster>& forecasters, const HindcastOptions& options) {
    check_request({options.horizons, options.draws, options.seed, {}});
    if (forecasters.empty()) refuse_argument("--forecasters", "empty", "name at least one");
    Hindcast result{.forecasters = {},
                    .naive = {},
                    .states = panel.states,
                    .series = panel.series,
                    .origins = origins_of(panel, options),
                    .horizons = options.horizons,
                    .draws = options.draws,
                    .scores = {},
                    .energy = {}};
    for (const Forecaster& forecaster : forecasters) {
        result.forecasters.push_back(forecaster.name);
        result.naive.push_back(forecaster.naive);
    }
    result.scores.resize(result.at(forecasters.size(), 0, 0, 0, 0));
    if (options.keep_quantiles) result.quantiles.assign(result.scores.size() * hindcast_quantiles, DrawScore::none);
    if (options.scale.kind == ValueScale::Kind::shares)
        result.energy.assign(result.scores.size() / panel.series.size(), DrawScore::none);
    const YearPanel before = panel_between(panel, panel.first_year, result.origins.front());
    std::vector<std::vector<double>> edges;
    for (std::size_t s = 0; s < panel.series.size(); ++s) edges.push_back(ignorance_edges(before, options.scale, s));
    const HindcastTask task{panel, forecasters, options, edges};
    const std::size_t tasks = forecasters.size() * result.origins.size();
    std::vector<std::vector<std::string>> notes(tasks);
    WorkStep step(options.work, "forecasts from past origins", tasks);
    parallel_chunks(
        tasks, 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                notes[i] = score_origin(task, result, i % forecasters.size(), i / forecasters.size());
        },
        step);
    const auto [left_out, any] = keep_common(result);
    std::map<std::pair<std::size_t, std::string>, std::size_t> counts;
    for (std::size_t i = 0; i < tasks; ++i)
        for (const std::string& note : notes[i]) ++counts[{i % forecasters.size(), note}];
    for (const auto& [note, count] : counts)
        result.notes.push_back(result.forecasters[note.first] + ", " + std::to_string(count) + " of " +
                               std::to_string(result.origins.size()) + " origins: " + note.second);
    result.not_in_all = left_out;
    if (!any)
        throw InputError(Problem{{},
                                 0,
                                 0,
                                 "no forecast could be scored: no outcome has a forecast by every forecaster",
                                 "give longer series, later origins (--from) or fewer forecasters"});
    return result;
}

}  // namespace tarazy
