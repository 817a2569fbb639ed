#include "cli/trace/changepoints.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"
#include "trace/breaks/e_divisive.hpp"
#include "trace/breaks/turning_points.hpp"

#include <memory>

namespace tarazy {
namespace {

/// The options as typed.
struct PosteriorWords {
    TurningPointOptions turning;
    std::string null = "blocks", norm = "all", threshold = "auto", show = "changes";
    std::vector<std::string> windows;
    std::optional<std::size_t> samples;
    double significance = 0.05, exponent = 1;
};

constexpr std::size_t standard_min_segment = 20;  // of e-divisive, as its authors have it

ChangeWindow window_of(const std::string& text) {
    const std::size_t middle = text.find(':');
    const auto from = parse_real(text.substr(0, middle));
    const auto to = middle == std::string::npos ? from : parse_real(text.substr(middle + 1));
    if (!from || !to || *to < *from)
        refuse_argument("--window", text, "give two times with a colon, the earlier first: 2012:2014");
    return {*from, *to, text};
}

/// What `compute` makes of the series. A fault that knows no file gets the place and the name of the series.
template <typename Compute>
auto of_series(const TimeSeries& series, const Compute& compute) {
    try {
        return compute();
    } catch (const InputError& error) {
        std::vector<Problem> problems = error.problems();
        for (Problem& problem : problems) {
            if (problem.file.empty())
                problem = problem_at(series, 0, "series " + series.name + ": " + problem.what, problem.remedy);
        }
        throw InputError(std::move(problems));
    }
}

Table any_change_table(std::span<const TimeSeries> all, const TurningPointOptions& options) {
    TableRows rows(TextColumn{"series"}, RealColumn{"statistic"}, TextColumn{"change_after"}, RealColumn{"p"},
                   TextColumn{"null"}, IntegerColumn{"block"}, IntegerColumn{"samples"}, IntegerColumn{"exact"});
    for (const TimeSeries& series : all) {
        const AnyChange any = of_series(series, [&] {
            return any_change(series.y, {options.null, options.samples, options.block, options.seed, options.threads,
                                         options.work.part("series " + series.name)});
        });
        rows.add(series.name, any.statistic, series.time_text[any.at - 1], any.p,
                 any.block == 0 ? "permutations" : "moving blocks",
                 any.block == 0 ? std::optional<std::size_t>() : any.block, any.samples, any.exact);
    }
    return rows.table();
}

/// A guaranteed interval says between which observations a change lies, not where.
Table guaranteed_changes(std::span<const TimeSeries> all, const TurningPointOptions& options) {
    TableRows rows(TextColumn{"series"}, TextColumn{"change_after"}, TextColumn{"lower"}, TextColumn{"upper"},
                   RealColumn{"probability"}, TextColumn{"from"}, TextColumn{"to"}, RealColumn{"deviation"},
                   RealColumn{"sigma"}, RealColumn{"threshold"});
    for (const TimeSeries& series : all) {
        const NarrowestSignificance found = of_series(series, [&] {
            return narrowest_significance(series.y, {.alpha = options.alpha,
                                                     .norm = options.norm,
                                                     .threshold = options.threshold,
                                                     .lags = options.lags,
                                                     .seed = options.seed,
                                                     .threads = options.threads,
                                                     .work = options.work.part("series " + series.name)});
        });
        for (const SignificantInterval& interval : found.intervals) {
            const auto at = [&](std::size_t k) -> std::string_view { return series.time_text[k - 1]; };
            rows.add(series.name, "", at(interval.start), at(interval.end - 1), std::nullopt, at(interval.start),
                     at(interval.end), interval.deviation, found.sigma, found.threshold);
        }
    }
    return rows.table();
}

Table divisive_changes(std::span<const TimeSeries> all, const TurningPointOptions& options, const PosteriorWords& words,
                       std::size_t min_segment) {
    TableRows rows(TextColumn{"series"}, TextColumn{"change_after"}, TextColumn{"lower"}, TextColumn{"upper"},
                   RealColumn{"probability"}, RealColumn{"p"}, RealColumn{"statistic"}, IntegerColumn{"order"});
    for (const TimeSeries& series : all) {
        const EDivisive found = of_series(series, [&] {
            return e_divisive(series.y, {.significance = words.significance,
                                         .permutations = options.samples,
                                         .min_segment = min_segment,
                                         .alpha = words.exponent,
                                         .seed = options.seed,
                                         .threads = options.threads,
                                         .work = options.work.part("series " + series.name)});
        });
        for (const std::size_t change : found.changes) {
            for (std::size_t i = 0; i < found.splits.size(); ++i) {
                const DivisiveSplit& split = found.splits[i];
                if (split.change_after == change)
                    rows.add(series.name, series.time_text[change - 1], "", "", std::nullopt, split.p, split.statistic,
                             i + 1);
            }
        }
    }
    return rows.table();
}

Table bayes_table(Session& session, std::span<const TimeSeries> all, const TurningPointOptions& options,
                  const std::string& show) {
    std::vector<TurningPoints> points;
    for (const TimeSeries& series : all)
        points.push_back(of_series(series, [&] { return turning_points(series, options); }));
    for (const TurningPoints& one : points) {
        if (const auto dependent = dependent_noise(one)) warn(session, *dependent);
    }
    if (show == "each") return posterior_table(points);
    if (show == "summary") return turning_point_summary(points);
    if (show == "numbers") return number_table(points);
    if (show == "guaranteed") return guaranteed_table(points);
    if (show == "priors") return sensitivity_table(points);
    if (show == "windows") return window_table(points, options.windows);
    return changes_table(points);
}

void add_posterior_options(CLI::App& app, PosteriorWords& words) {
    TurningPointOptions& turning = words.turning;
    const std::string group = "Probabilities and guarantees (bayes, any-change, guaranteed, e-divisive)";
    app.add_option("--prior-p", turning.p, "probability of a change after each observation; 1/n by default")
        ->group(group);
    app.add_option("--prior-m0", turning.m0, "prior mean of a level; the mean of the series by default")->group(group);
    app.add_option("--prior-k0", turning.k0, "how many observations it is worth; 0.1 by default")->group(group);
    app.add_option("--prior-a0", turning.a0, "shape of the prior of variances; 2 by default")->group(group);
    app.add_option("--prior-b0", turning.b0, "its scale; half of the variance of the series by default")->group(group);
    app.add_option("--window", words.windows, "FROM:TO, several times: probability of a change after a time in it")
        ->group(group);
    app.add_option("--null", words.null,
                   "a series without a change: its values in any order (permutations), or blocks of neighbours")
        ->check(CLI::IsMember({"permutations", "blocks"}))
        ->capture_default_str()
        ->group(group);
    app.add_option("--samples", words.samples,
                   "series without a change, 9999 by default; permutations of e-divisive, 499 by default")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000'000}))
        ->group(group);
    app.add_option("--block", turning.block, "length of blocks; 0: by the dependence that is seen")
        ->check(CLI::Range(std::size_t{0}, std::size_t{1'000'000'000}))
        ->capture_default_str()
        ->group(group);
    app.add_option("--alpha", turning.alpha, "largest probability that any guaranteed interval holds no change")
        ->capture_default_str()
        ->group(group);
    app.add_option("--norm", words.norm, "stretches that guaranteed intervals look at")
        ->check(CLI::IsMember({"all", "dyadic"}))
        ->capture_default_str()
        ->group(group);
    app.add_option("--threshold", words.threshold,
                   "of guaranteed intervals: of simulated noise, or the asymptotic one; auto simulates up to 1,000 "
                   "observations")
        ->check(CLI::IsMember({"auto", "simulated", "asymptotic"}))
        ->capture_default_str()
        ->group(group);
    app.add_option("--lags", turning.lags,
                   "of guaranteed intervals: so many observations before are fitted along with the level, for noise "
                   "that depends on them, 0 to 3")
        ->check(CLI::Range(std::size_t{0}, std::size_t{3}))
        ->capture_default_str()
        ->group(group);
    app.add_option("--significance", words.significance, "e-divisive: a split with a larger p-value is not made")
        ->capture_default_str()
        ->group(group);
    app.add_option("--exponent", words.exponent, "e-divisive: exponent of the distance, above 0, at most 2")
        ->capture_default_str()
        ->group(group);
    app.add_option("--show", words.show,
                   "bayes: changes, each (observation by observation), summary, numbers (of changes), guaranteed "
                   "(intervals), priors (other ones), windows")
        ->check(CLI::IsMember({"changes", "each", "summary", "numbers", "guaranteed", "priors", "windows"}))
        ->capture_default_str()
        ->group(group);
}

/// The result of one method over all series.
Table posterior_result(Session& session, const ChangepointInput& input, PosteriorWords words) {
    TurningPointOptions& turning = words.turning;
    turning.null = words.null == "blocks" ? NoChange::serial : NoChange::exchangeable;
    turning.norm = words.norm == "all" ? StretchLengths::all : StretchLengths::dyadic;
    turning.threshold = noise_threshold(words.threshold);
    turning.credible = input.level;
    turning.samples = words.samples.value_or(input.method == "e-divisive" ? 499 : 9999);
    for (const std::string& window : words.windows) turning.windows.push_back(window_of(window));
    if (words.show == "windows" && turning.windows.empty())
        throw UsageError("--show windows shows the windows that --window names; there is none");
    turning.other_priors = words.show == "priors";
    turning.seed = session.seed;
    turning.threads = session.threads;
    turning.work = session.work;
    if (input.method == "any-change") return any_change_table(input.series, turning);
    if (input.method == "guaranteed") return guaranteed_changes(input.series, turning);
    if (input.method == "e-divisive")
        return divisive_changes(input.series, turning, words, input.min_segment.value_or(standard_min_segment));
    return bayes_table(session, input.series, turning, words.show);
}

/// A series of which the table has no row has no change; that is a result, not silence.
void tell_without_row(Session& session, const ChangepointInput& input, const Table& table) {
    for (const TimeSeries& series : input.series) {
        bool found = false;
        for (std::size_t row = 0; row < table.rows() && !found; ++row)
            found = text_in(table, "series", row) == series.name;
        if (!found)
            note(session,
                 "series " + series.name + (input.method == "guaranteed" ? ": no guaranteed interval" : ": no change"));
    }
}

}  // namespace

ChangepointMethods posterior_methods() {
    return {{"bayes", "any-change", "guaranteed", "e-divisive"}, [](CLI::App& app) -> ChangepointRun {
                auto words = std::make_shared<PosteriorWords>();
                add_posterior_options(app, *words);
                return [words](Session& session, const ChangepointInput& input) {
                    const Table table = posterior_result(session, input, *words);
                    if (words->show == "changes" || input.method != "bayes") tell_without_row(session, input, table);
                    print_table(session, table);
                };
            }};
}

}  // namespace tarazy
