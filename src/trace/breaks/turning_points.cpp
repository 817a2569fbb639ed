#include "trace/breaks/turning_points.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "table/table_rows.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace tarazy {
namespace {

SegmentPrior chosen_prior(std::span<const std::vector<double>> draws, const TurningPointOptions& options) {
    SegmentPrior prior = default_segment_prior(draws);
    prior.p = options.p.value_or(prior.p);
    prior.m0 = options.m0.value_or(prior.m0);
    prior.k0 = options.k0.value_or(prior.k0);
    prior.a0 = options.a0.value_or(prior.a0);
    prior.b0 = options.b0.value_or(prior.b0);
    return prior;
}

const SignificantInterval* interval_over(const TurningPoints& points, std::size_t change) {
    if (!points.guaranteed) return nullptr;
    for (const SignificantInterval& interval : points.guaranteed->intervals) {
        if (interval.start <= change && change < interval.end) return &interval;
    }
    return nullptr;
}

double first_autocorrelation(std::span<const double> y, std::span<const double> level) {
    double squares = 0, products = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        squares += (y[i] - level[i]) * (y[i] - level[i]);
        if (i > 0) products += (y[i] - level[i]) * (y[i - 1] - level[i - 1]);
    }
    return squares > 0 ? products / squares : 0;
}

std::vector<std::string> times_of(const TurningPoints& points, std::span<const std::size_t> observations) {
    std::vector<std::string> times;
    for (const std::size_t k : observations) times.push_back(points.time[k - 1]);
    return times;
}

}  // namespace

std::vector<std::size_t> observations_within(const TimeSeries& series, const ChangeWindow& window) {
    std::vector<std::size_t> found;
    for (std::size_t k = 1; k < series.time.size(); ++k) {
        if (series.time[k - 1] >= window.from && series.time[k - 1] <= window.to) found.push_back(k);
    }
    return found;
}

std::optional<std::string> dependent_noise(const TurningPoints& points) {
    if (points.lags > 0 || points.autocorrelation <= 2 / std::sqrt(static_cast<double>(points.y.size())))
        return std::nullopt;
    std::array<char, 32> shown{};
    const auto end =
        std::to_chars(shown.data(), shown.data() + shown.size(), points.autocorrelation, std::chars_format::fixed, 2);
    return "The noise of " + points.name + " about its level depends on its neighbours (autocorrelation " +
           std::string(shown.data(), end.ptr) +
           "): guaranteed intervals, which take it as independent, may be too many and too narrow.";
}

TurningPoints turning_points(const TimeSeries& series, const TurningPointOptions& options) {
    const Work work = options.work.part("series " + series.name);
    const std::vector<std::vector<double>> single{series.y};
    const std::span<const std::vector<double>> draws = series.draws.empty() ? single : series.draws;
    TurningPoints points;
    points.name = series.name;
    points.time = series.time_text;
    points.y = series.y;
    points.draws = draws.size();
    points.lags = options.lags;
    points.prior = chosen_prior(draws, options);
    points.posterior = break_posterior(draws, points.prior, work, options.threads);
    points.changes =
        credible_changes(draws, points.prior, points.posterior.map_changes, options.credible, work, options.threads);
    std::vector<std::vector<std::size_t>> windows;
    for (const ChangeWindow& window : options.windows) windows.push_back(observations_within(series, window));
    const std::vector<double> among = probability_of_change_among(draws, points.prior, windows, work, options.threads);
    for (std::size_t w = 0; w < windows.size(); ++w)
        points.in_window.push_back(windows[w].empty() ? std::nullopt : std::optional(among[w]));
    points.any =
        any_change(series.y, {options.null, options.samples, options.block, options.seed, options.threads, work});
    try {
        points.guaranteed = narrowest_significance(series.y, {.alpha = options.alpha,
                                                              .norm = options.norm,
                                                              .threshold = options.threshold,
                                                              .lags = options.lags,
                                                              .seed = options.seed,
                                                              .threads = options.threads,
                                                              .work = work});
    } catch (const InputError& error) {  // no noise to measure a change by: the other two answers stand
        points.no_guarantee = error.problems().front().what;
    }
    if (options.other_priors) points.other_priors = prior_sensitivity(draws, points.prior, work, options.threads);
    points.autocorrelation = first_autocorrelation(series.y, points.posterior.mean);
    return points;
}

Table changes_table(std::span<const TurningPoints> all) {
    TableRows rows(TextColumn{"series"}, TextColumn{"change_after"}, TextColumn{"lower"}, TextColumn{"upper"},
                   RealColumn{"probability"}, RealColumn{"held"}, ListColumn{"dates"}, TextColumn{"guaranteed_from"},
                   TextColumn{"guaranteed_to"});
    for (const TurningPoints& points : all) {
        for (const CredibleChange& change : points.changes) {
            const std::vector<std::string> dates = times_of(points, change.set);
            const SignificantInterval* interval = interval_over(points, change.change_after);
            rows.add(points.name, points.time[change.change_after - 1], dates.empty() ? "" : dates.front(),
                     dates.empty() ? "" : dates.back(), change.probability, change.held, dates,
                     interval == nullptr ? "" : points.time[interval->start - 1],
                     interval == nullptr ? "" : points.time[interval->end - 1]);
        }
    }
    return rows.table();
}

Table posterior_table(std::span<const TurningPoints> all) {
    TableRows rows(TextColumn{"series"}, TextColumn{"t"}, RealColumn{"y"}, RealColumn{"mean"}, RealColumn{"sd"},
                   RealColumn{"change_after"});
    for (const TurningPoints& points : all) {
        for (std::size_t i = 0; i < points.y.size(); ++i) {
            rows.add(points.name, points.time[i], points.y[i], points.posterior.mean[i], points.posterior.sd[i],
                     i + 1 < points.y.size() ? std::optional(points.posterior.change_after[i]) : std::nullopt);
        }
    }
    return rows.table();
}

Table turning_point_summary(std::span<const TurningPoints> all) {
    TableRows rows(TextColumn{"series"}, IntegerColumn{"n"}, TextColumn{"first"}, TextColumn{"last"},
                   IntegerColumn{"draws"}, RealColumn{"expected_changes"}, IntegerColumn{"changes_q05"},
                   IntegerColumn{"changes_q10"}, IntegerColumn{"changes_q50"}, IntegerColumn{"changes_q90"},
                   IntegerColumn{"changes_q95"}, RealColumn{"any_change"}, RealColumn{"p_any"}, RealColumn{"statistic"},
                   TextColumn{"statistic_after"}, TextColumn{"null"}, IntegerColumn{"block"}, IntegerColumn{"samples"},
                   RealColumn{"sigma"}, RealColumn{"threshold"}, IntegerColumn{"guaranteed_intervals"},
                   TextColumn{"no_guarantee"}, RealColumn{"log_evidence"}, IntegerColumn{"truncated"}, RealColumn{"p"},
                   RealColumn{"m0"}, RealColumn{"k0"}, RealColumn{"a0"}, RealColumn{"b0"},
                   RealColumn{"autocorrelation"});
    for (const TurningPoints& points : all) {
        const BreakPosterior& posterior = points.posterior;
        const auto& guaranteed = points.guaranteed;
        rows.add(points.name, points.y.size(), points.time.front(), points.time.back(), points.draws,
                 posterior.expected_changes(), posterior.changes_quantile(0.05), posterior.changes_quantile(0.1),
                 posterior.changes_quantile(0.5), posterior.changes_quantile(0.9), posterior.changes_quantile(0.95),
                 posterior.any_change(), points.any.p, points.any.statistic, points.time[points.any.at - 1],
                 points.any.block == 0 ? "permutations" : "moving blocks",
                 points.any.block == 0 ? std::optional<std::size_t>() : points.any.block, points.any.samples,
                 guaranteed ? std::optional(guaranteed->sigma) : std::nullopt,
                 guaranteed ? std::optional(guaranteed->threshold) : std::nullopt,
                 guaranteed ? std::optional(guaranteed->intervals.size()) : std::nullopt, points.no_guarantee,
                 posterior.log_evidence, posterior.truncated, points.prior.p, points.prior.m0, points.prior.k0,
                 points.prior.a0, points.prior.b0, points.autocorrelation);
    }
    return rows.table();
}

Table number_table(std::span<const TurningPoints> all) {
    TableRows rows(TextColumn{"series"}, IntegerColumn{"changes"}, RealColumn{"probability"});
    for (const TurningPoints& points : all) {
        for (std::size_t k = 0; k < points.posterior.number_of_changes.size(); ++k)
            rows.add(points.name, k, points.posterior.number_of_changes[k]);
    }
    return rows.table();
}

Table guaranteed_table(std::span<const TurningPoints> all) {
    TableRows rows(TextColumn{"series"}, TextColumn{"from"}, TextColumn{"to"}, RealColumn{"deviation"},
                   RealColumn{"sigma"}, RealColumn{"threshold"});
    for (const TurningPoints& points : all) {
        if (!points.guaranteed) continue;
        for (const SignificantInterval& interval : points.guaranteed->intervals)
            rows.add(points.name, points.time[interval.start - 1], points.time[interval.end - 1], interval.deviation,
                     points.guaranteed->sigma, points.guaranteed->threshold);
    }
    return rows.table();
}

Table sensitivity_table(std::span<const TurningPoints> all) {
    TableRows rows(TextColumn{"series"}, TextColumn{"prior"}, RealColumn{"expected_changes"}, RealColumn{"any_change"},
                   ListColumn{"map_changes"}, RealColumn{"log_evidence"}, RealColumn{"p"}, RealColumn{"m0"},
                   RealColumn{"k0"}, RealColumn{"a0"}, RealColumn{"b0"});
    for (const TurningPoints& points : all) {
        for (const PriorSensitivity& other : points.other_priors)
            rows.add(points.name, other.changed, other.expected_changes, other.any_change,
                     times_of(points, other.map_changes), other.log_evidence, other.prior.p, other.prior.m0,
                     other.prior.k0, other.prior.a0, other.prior.b0);
    }
    return rows.table();
}

Table window_table(std::span<const TurningPoints> all, std::span<const ChangeWindow> windows) {
    TableRows rows(TextColumn{"series"}, TextColumn{"from"}, TextColumn{"to"}, RealColumn{"probability"});
    for (const TurningPoints& points : all) {
        for (std::size_t w = 0; w < windows.size(); ++w)
            rows.add(points.name, number_text(windows[w].from), number_text(windows[w].to), points.in_window[w]);
    }
    return rows.table();
}

}  // namespace tarazy
