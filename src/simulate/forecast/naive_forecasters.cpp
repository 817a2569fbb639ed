#include "simulate/forecast/naive_forecasters.hpp"

#include "base/argument_checks.hpp"
#include "base/random.hpp"
#include "base/text_lists.hpp"
#include "simulate/forecast/open_line.hpp"
#include "stats/gamma_draws.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>

namespace tarazy {
namespace {

/// The years of one state that have all values, on the open line.
struct KnownYears {
    std::vector<std::int64_t> year;
    std::size_t width = 0;
    std::vector<double> rows;  ///< years x width

    [[nodiscard]] std::span<const double> row(std::size_t i) const { return {rows.data() + i * width, width}; }
};

/// Differences between years that are `apart` years from each other: pairs x width.
std::vector<double> changes_apart(const KnownYears& known, std::int64_t apart) {
    std::vector<double> changes;
    for (std::size_t i = 0, j = 0; i < known.year.size(); ++i) {
        while (j < known.year.size() && known.year[j] < known.year[i] + apart) ++j;
        if (j == known.year.size()) break;
        if (known.year[j] != known.year[i] + apart) continue;
        for (std::size_t w = 0; w < known.width; ++w) changes.push_back(known.row(j)[w] - known.row(i)[w]);
    }
    return changes;
}

/// Fills steps x width numbers of one future.
using PathSampler = std::function<void(Random& random, std::span<double> path)>;

/// A sampler for a state's years, or why there is none.
struct Prepared {
    PathSampler sampler;
    std::string lacking = {};
};

/// A normal vector with the covariance of the rows, given as a sum of them with normal weights: no matrix is taken
/// apart, and fewer rows than columns are no trouble. @pre the rows have mean 0
void add_normal(Random& random, std::span<const double> rows, double divisor, std::span<double> sum) {
    const std::size_t width = sum.size(), count = rows.size() / width;
    const double scale = 1 / std::sqrt(divisor);
    for (std::size_t i = 0; i < count; ++i) {
        const double weight = normal_draw(random) * scale;
        for (std::size_t w = 0; w < width; ++w) sum[w] += weight * rows[i * width + w];
    }
}

std::vector<double> column_means(std::span<const double> rows, std::size_t width) {
    std::vector<double> means(width);
    const auto count = static_cast<double>(rows.size() / width);
    for (std::size_t i = 0; i < rows.size(); ++i) means[i % width] += rows[i] / count;
    return means;
}

Prepared prepare_persistence(const KnownYears& known, const std::vector<std::size_t>& steps) {
    constexpr std::size_t enough = 5;
    const std::vector<double> single = changes_apart(known, 1);
    const std::size_t width = known.width;
    if (single.size() / width < 3) return {{}, "persistence needs 3 changes from one year to the next"};
    std::vector<std::vector<double>> apart;
    for (const std::size_t step : steps) {
        apart.push_back(changes_apart(known, static_cast<std::int64_t>(step)));
        if (apart.back().size() / width < enough) apart.back().clear();
    }
    const std::vector<double> last(known.row(known.year.size() - 1).begin(), known.row(known.year.size() - 1).end());
    return {[=](Random& random, std::span<double> path) {
        const double place = random.uniform(), sign = random.uniform() < 0.5 ? -1 : 1;
        for (std::size_t h = 0; h < steps.size(); ++h) {
            const std::span<double> out = path.subspan(h * width, width);
            std::ranges::copy(last, out.begin());
            const auto add = [&](const std::vector<double>& changes, std::size_t at, double direction) {
                for (std::size_t w = 0; w < width; ++w) out[w] += direction * changes[at * width + w];
            };
            if (const std::size_t pairs = apart[h].size() / width; pairs > 0) {
                // The same place for every horizon: the futures follow stretches of the past.
                add(apart[h], std::min(static_cast<std::size_t>(place * static_cast<double>(pairs)), pairs - 1), sign);
                continue;
            }
            for (std::size_t s = 0; s < steps[h]; ++s) {
                const double direction = random.uniform() < 0.5 ? -1 : 1;
                add(single, random.below(single.size() / width), direction);
            }
        }
    }};
}

Prepared prepare_drift(const KnownYears& known, const std::vector<std::size_t>& steps) {
    std::vector<double> changes = changes_apart(known, 1);
    const std::size_t width = known.width, count = changes.size() / width;
    if (count < 3) return {{}, "drift needs 3 changes from one year to the next"};
    const std::vector<double> drift = column_means(changes, width);
    for (std::size_t i = 0; i < changes.size(); ++i) changes[i] -= drift[i % width];
    const std::vector<double> last(known.row(known.year.size() - 1).begin(), known.row(known.year.size() - 1).end());
    return {[=](Random& random, std::span<double> path) {
        const double freedom = static_cast<double>(count - 1);
        std::vector<double> slope = drift, level = last;
        add_normal(random, changes, freedom * static_cast<double>(count), slope);
        for (std::size_t h = 0, step = 0; h < steps.size(); ++h) {
            for (; step < steps[h]; ++step) {
                for (std::size_t w = 0; w < width; ++w) level[w] += slope[w];
                add_normal(random, changes, freedom, level);
            }
            std::ranges::copy(level, path.subspan(h * width, width).begin());
        }
    }};
}

/// Pairs of a year and the next one, each pairs x width.
struct YearPairs {
    std::vector<double> before, after;
};

YearPairs pairs_of(const KnownYears& known) {
    YearPairs pairs;
    for (std::size_t i = 1; i < known.year.size(); ++i) {
        if (known.year[i] != known.year[i - 1] + 1) continue;
        pairs.before.insert(pairs.before.end(), known.row(i - 1).begin(), known.row(i - 1).end());
        pairs.after.insert(pairs.after.end(), known.row(i).begin(), known.row(i).end());
    }
    return pairs;
}

struct AutoregressiveLine {
    double constant = 0, factor = 0;
};

/// Weighted least squares of one column. @param weights  sum 1
AutoregressiveLine autoregression(const YearPairs& pairs, std::size_t column, std::size_t width,
                                  std::span<const double> weights) {
    double x = 0, y = 0, xx = 0, xy = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        x += weights[i] * pairs.before[i * width + column];
        y += weights[i] * pairs.after[i * width + column];
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const double from_mean = pairs.before[i * width + column] - x;
        xx += weights[i] * from_mean * from_mean;
        xy += weights[i] * from_mean * (pairs.after[i * width + column] - y);
    }
    const double factor = xx > 0 ? std::clamp(xy / xx, -0.99, 0.99) : 0;
    return {y - factor * x, factor};
}

Prepared prepare_autoregression(const KnownYears& known, const std::vector<std::size_t>& steps) {
    const YearPairs pairs = pairs_of(known);
    const std::size_t width = known.width, count = pairs.before.size() / width;
    if (count < 5) return {{}, "ar1 needs 5 pairs of a year and the next"};
    const std::vector<double> last(known.row(known.year.size() - 1).begin(), known.row(known.year.size() - 1).end());
    const double freedom = static_cast<double>(count - 2);
    std::vector<double> residuals(count * width);
    const std::vector<double> equal(count, 1 / static_cast<double>(count));
    for (std::size_t w = 0; w < width; ++w) {
        const AutoregressiveLine line = autoregression(pairs, w, width, equal);
        for (std::size_t at = w; at < residuals.size(); at += width)
            residuals[at] = pairs.after[at] - line.constant - line.factor * pairs.before[at];
    }
    return {[=](Random& random, std::span<double> path) {
        std::vector<double> weights(count);
        double sum = 0;
        for (double& weight : weights) sum += weight = -std::log(random.uniform());
        for (double& weight : weights) weight /= sum;
        std::vector<AutoregressiveLine> lines;
        for (std::size_t w = 0; w < width; ++w) lines.push_back(autoregression(pairs, w, width, weights));
        std::vector<double> level = last;
        for (std::size_t h = 0, step = 0; h < steps.size(); ++h) {
            for (; step < steps[h]; ++step) {
                for (std::size_t w = 0; w < width; ++w) level[w] = lines[w].constant + lines[w].factor * level[w];
                add_normal(random, residuals, freedom, level);
            }
            std::ranges::copy(level, path.subspan(h * width, width).begin());
        }
    }};
}

Prepared prepare_recent(const KnownYears& known, const std::vector<std::size_t>& steps, std::size_t recent_years) {
    const std::size_t all = known.year.size(), count = std::min(all, recent_years);
    if (count < 3) return {{}, "recent needs 3 years with values"};
    return {[=](Random& random, std::span<double> path) {
        for (std::size_t h = 0; h < steps.size(); ++h)
            std::ranges::copy(known.row(all - count + random.below(count)),
                              path.subspan(h * known.width, known.width).begin());
    }};
}

/// The years of a state in which all of some series have values. @return years and values, rows x series
KnownYears known_years(const YearPanel& history, std::size_t state, std::size_t first, std::size_t width) {
    KnownYears known{{}, width, {}};
    for (std::int64_t year = history.first_year; year <= history.last_year(); ++year) {
        const std::span<const double> values = history.at(state, year).subspan(first, width);
        if (std::ranges::any_of(values, [](double value) { return std::isnan(value); })) continue;
        known.year.push_back(year);
        known.rows.insert(known.rows.end(), values.begin(), values.end());
    }
    return known;
}

using Prepare = std::function<Prepared(const KnownYears&, const std::vector<std::size_t>& steps)>;

/// What naive forecasters have in common: series together or one by one, to the open line and back.
struct NaiveTask {
    std::string name;
    Prepare prepare;
    ValueScale scale;  ///< of the series: shares go together
    bool open = true;  ///< on the open line
};

/// Counts of reasons, to be said once each.
using NoteCounts = std::map<std::string, std::size_t>;

void forecast_group(const NaiveTask& task, const YearPanel& history, const ForecastRequest& request, std::size_t state,
                    std::size_t first, std::size_t width, ForecastDraws& draws, NoteCounts& notes) {
    KnownYears known = known_years(history, state, first, width);
    if (known.year.empty()) {
        ++notes["there is no value"];
        return;
    }
    const OpenLine line(task.open ? task.scale : ValueScale{}, known.rows, width);
    if (line.drawn_inwards()) ++notes["zeros or values at a bound were drawn inwards (Smithson & Verkuilen 2006)"];
    KnownYears open{known.year, line.width(), std::vector<double>(known.year.size() * line.width())};
    for (std::size_t i = 0; i < known.year.size(); ++i)
        line.to_open(known.row(i), {open.rows.data() + i * line.width(), line.width()});
    std::vector<std::size_t> steps;
    for (const std::size_t horizon : request.horizons)
        steps.push_back(horizon + static_cast<std::size_t>(history.last_year() - known.year.back()));
    const Prepared prepared = task.prepare(open, steps);
    if (!prepared.sampler) {
        ++notes[prepared.lacking];
        return;
    }
    // The name of the state and not its place: another state in the table changes no draw.
    const std::string purpose = "forecast " + task.name + "\n" + history.states[state] + "\n" + history.series[first] +
                                "\n" + std::to_string(history.last_year());
    std::vector<double> path(steps.size() * line.width()), row(width);
    for (std::size_t d = 0; d < request.draws; ++d) {
        if ((d & 255U) == 0) request.work.check();
        Random random(request.seed, purpose, d);
        prepared.sampler(random, path);
        for (std::size_t h = 0; h < steps.size(); ++h) {
            line.from_open(std::span(path).subspan(h * line.width(), line.width()), row);
            for (std::size_t w = 0; w < width; ++w) draws.of(state, h, first + w)[d] = row[w];
        }
    }
}

ForecastDraws naive_forecast(const NaiveTask& task, const YearPanel& history, const ForecastRequest& request) {
    ForecastDraws draws = empty_draws(history, request);
    NoteCounts notes;
    const bool together = task.scale.kind == ValueScale::Kind::shares;
    const std::size_t width = together ? history.series.size() : 1;
    for (std::size_t state = 0; state < history.states.size(); ++state)
        for (std::size_t first = 0; first < history.series.size(); first += width)
            forecast_group(task, history, request, state, first, width, draws, notes);
    for (const auto& [note, count] : notes)
        draws.notes.push_back(note + " (" + std::to_string(count) +
                              (!together    ? " series)"
                               : count == 1 ? " state)"
                                            : " states)"));
    return draws;
}

}  // namespace

std::vector<Forecaster> naive_forecasters(const NaiveOptions& options) {
    const auto recent = [years = options.recent_years](const KnownYears& known, const std::vector<std::size_t>& steps) {
        return prepare_recent(known, steps, years);
    };
    struct Naive {
        const char *name, *describes;
        Prepare prepare;
        bool open = true;
    };
    const std::vector<Naive> naives = {
        {"persistence", "the last value, with the spread of past changes over the same number of years",
         prepare_persistence},
        {"drift", "random walk with drift: the mean of past changes goes on", prepare_drift},
        {"ar1", "first-order autoregression: the series returns to its mean", prepare_autoregression},
        {"recent", "the values of the last years, any of them", recent, false}};
    std::vector<Forecaster> all;
    for (const Naive& naive : naives) {
        const NaiveTask task{naive.name, naive.prepare, options.scale, naive.open};
        all.push_back(
            {naive.name, naive.describes, true, [task](const YearPanel& history, const ForecastRequest& request) {
                 return naive_forecast(task, history, request);
             }});
    }
    return all;
}

std::vector<Forecaster> forecasters_named(const std::vector<Forecaster>& all, const std::vector<std::string>& names) {
    if (names.empty()) return all;
    std::vector<std::string> known;
    for (const Forecaster& forecaster : all) known.push_back(forecaster.name);
    for (const std::string& name : names) (void)check_one_of(name, known, "--forecasters");
    std::vector<Forecaster> chosen;
    for (const Forecaster& forecaster : all)
        if (std::ranges::find(names, forecaster.name) != names.end()) chosen.push_back(forecaster);
    return chosen;
}

}  // namespace tarazy
