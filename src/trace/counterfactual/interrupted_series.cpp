#include "trace/counterfactual/interrupted_series.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "stats/beta.hpp"
#include "stats/squarable.hpp"
#include "trace/counterfactual/donor_panel.hpp"

#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

/// P(|T| > |t|) of Student's t: the regularised incomplete beta function (NIST Handbook 2010, eq. 8.17).
double student_two_sided(double t, double degrees) {
    return beta_cdf(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/// The t that |T| exceeds with probability `tails`.
double student_bound(double tails, double degrees) {
    const double x = beta_quantile(tails, degrees / 2, 0.5);
    return std::sqrt(degrees * (1 - x) / x);
}

struct DatedRow {
    double value = 0;
    std::size_t row = 0;
};

void check_spacing(const Table& table, const DatedSeriesOptions& options,
                   const std::map<std::int64_t, DatedRow>& rows) {
    if (rows.size() < 3) return;
    // The most frequent step is that of the series; a longer one is a gap.
    std::map<std::int64_t, std::size_t> steps;
    for (auto at = std::next(rows.begin()); at != rows.end(); ++at) ++steps[at->first - std::prev(at)->first];
    const std::int64_t usual = std::ranges::max_element(steps, {}, [](const auto& step) { return step.second; })->first;
    for (auto at = std::next(rows.begin()); at != rows.end(); ++at) {
        const std::int64_t before = std::prev(at)->first;
        if (at->first - before == usual) continue;
        throw SeriesShortage(SeriesShortage::Kind::gap,
                             table.problem(at->second.row, options.time,
                                           "between " + std::to_string(before) + " and " + std::to_string(at->first) +
                                               " a period is missing",
                                           "fill it, or take a period without the gap (--since, --until)"));
    }
}

/// Covariance of the coefficients: B (X'S X) B, with the long-run weights of Bartlett.
Eigen::Matrix4d newey_west(const Eigen::MatrixX4d& design, const Eigen::VectorXd& residuals,
                           const Eigen::Matrix4d& bread, std::size_t lag) {
    const Eigen::MatrixX4d scores = residuals.asDiagonal() * design;
    Eigen::Matrix4d meat = scores.transpose() * scores;
    for (std::size_t l = 1; l <= lag; ++l) {
        const auto by = static_cast<Eigen::Index>(l);
        const Eigen::Index rest = scores.rows() - by;
        const Eigen::Matrix4d shifted = scores.bottomRows(rest).transpose() * scores.topRows(rest);
        meat += (1 - static_cast<double>(l) / static_cast<double>(lag + 1)) * (shifted + shifted.transpose());
    }
    return bread * meat * bread;
}

/// Residuals that are rounding alone tell nothing of the noise: every t and p would be made of it.
void check_noise(const DatedSeries& series, std::int64_t at, double squares) {
    double largest = 0;
    for (const double value : series.values) largest = std::max(largest, std::abs(value));
    const double rounding = 1e-11 * largest;
    if (squares > rounding * rounding * static_cast<double>(series.values.size())) return;
    throw SeriesShortage(SeriesShortage::Kind::exact,
                         Problem{"", 0, 0,
                                 "the lines before and from " + std::to_string(at) +
                                     " meet every value exactly, so that nothing tells how large an error is",
                                 "take a series that varies about its lines"});
}

void check_sides(const DatedSeries& series, std::int64_t at, std::size_t before) {
    const std::size_t after = series.times.size() - before;
    if (before >= 3 && after >= 3) return;
    const std::string span = series.times.empty() ? "no observation at all"
                                                  : "observations from " + std::to_string(series.times.front()) +
                                                        " to " + std::to_string(series.times.back());
    throw SeriesShortage(SeriesShortage::Kind::few, Problem{"", 0, 0,
                                                            "an interruption at " + std::to_string(at) + " has " +
                                                                std::to_string(before) + " observations before and " +
                                                                std::to_string(after) + " from then on (" + span + ")",
                                                            "a line on each side needs 3 at least"});
}

}  // namespace

double term_quantile(const SeriesTerm& term, std::size_t n, double probability) {
    const double tails = 2 * std::min(probability, 1 - probability);
    const double reach = tails >= 1 ? 0 : student_bound(tails, static_cast<double>(n) - 4) * term.se_nw;
    return probability < 0.5 ? term.estimate - reach : term.estimate + reach;
}

DatedSeries read_dated_series(const Table& whole, const DatedSeriesOptions& options) {
    const Table table = options.name_column.empty() ? whole : rows_of_series(whole, options.name_column, options.name);
    const std::vector<std::string> needed = {options.time, options.value};
    require_columns(table, needed);
    const std::vector<std::int64_t> times = require_integers(table, options.time);
    const std::vector<double> values = require_reals(table, options.value);
    Diagnostics faults;
    std::map<std::int64_t, DatedRow> rows;
    for (std::size_t row = 0; row < times.size(); ++row) {
        if (times[row] == Column::missing_integer) {
            faults.add(table.problem(row, options.time, "the time is missing", "give it as a whole number"));
            continue;
        }
        if (options.since && times[row] < *options.since) continue;
        if (options.until && times[row] > *options.until) continue;
        if (!std::isnan(values[row]) && !squarable(values[row]))
            faults.add(table.problem(row, options.value, std::string("the value is ") + why_not_squarable(values[row]),
                                     "give the series in another unit"));
        if (!rows.emplace(times[row], DatedRow{values[row], row}).second)
            faults.add(table.problem(row, options.time, "the time " + std::to_string(times[row]) + " stands twice",
                                     "keep one row a time, or name the series"));
    }
    faults.throw_if_any();
    const auto known = [](const auto& entry) { return !std::isnan(entry.second.value); };
    while (!rows.empty() && !known(*rows.begin())) rows.erase(rows.begin());
    while (!rows.empty() && !known(*rows.rbegin())) rows.erase(std::prev(rows.end()));
    const auto gap = std::ranges::find_if_not(rows, known);
    if (gap != rows.end())
        throw SeriesShortage(
            SeriesShortage::Kind::gap,
            table.problem(gap->second.row, options.value,
                          "the value of " + std::to_string(gap->first) + " is missing inside of the series",
                          "fill it, or take a period without the gap (--since, --until)"));
    check_spacing(table, options, rows);
    DatedSeries series;
    for (const auto& [time, row] : rows) {
        series.times.push_back(time);
        series.values.push_back(row.value);
    }
    return series;
}

InterruptedSeries interrupted_series(const DatedSeries& series, std::int64_t at, std::optional<std::size_t> lag,
                                     double level) {
    check_between(level, 0.5, 0.999999, "--level");
    InterruptedSeries result;
    result.n = series.times.size();
    result.before = static_cast<std::size_t>(std::ranges::lower_bound(series.times, at) - series.times.begin());
    check_sides(series, at, result.before);
    const double count = static_cast<double>(result.n);
    result.lag = lag.value_or(static_cast<std::size_t>(std::floor(4 * std::pow(count / 100, 2.0 / 9))));
    if (result.lag >= result.n)
        refuse_argument("--lag", std::to_string(result.lag), "give less than the number of observations");
    const auto n = static_cast<Eigen::Index>(result.n);
    // Time counts from the interruption while fitting, which keeps the numbers small; the intercept is moved
    // afterwards.
    Eigen::MatrixX4d design(n, 4);
    Eigen::VectorXd values(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        const double t = static_cast<double>(series.times[static_cast<std::size_t>(i)] - at);
        const double after = t >= 0 ? 1 : 0;
        design.row(i) << 1, t, after, after * t;
        values[i] = series.values[static_cast<std::size_t>(i)];
    }
    const Eigen::HouseholderQR<Eigen::MatrixX4d> qr(design);
    const Eigen::Vector4d fitted_terms = qr.solve(values);
    const Eigen::Matrix4d upper = qr.matrixQR().topRows<4>().triangularView<Eigen::Upper>();
    const Eigen::Matrix4d inverse = upper.triangularView<Eigen::Upper>().solve(Eigen::Matrix4d::Identity());
    const Eigen::Matrix4d bread = inverse * inverse.transpose();
    const Eigen::VectorXd fitted = design * fitted_terms, residuals = values - fitted;
    const double squares = residuals.squaredNorm(), degrees = count - 4;
    check_noise(series, at, squares);
    result.r2 = 1 - squares / (values.array() - values.mean()).square().sum();
    result.durbin_watson = (residuals.tail(n - 1) - residuals.head(n - 1)).squaredNorm() / squares;
    Eigen::Matrix4d moved = Eigen::Matrix4d::Identity();
    moved(0, 1) = -static_cast<double>(at);
    const Eigen::Vector4d terms = moved * fitted_terms;
    const Eigen::Matrix4d ordinary = moved * bread * moved.transpose() * (squares / degrees);
    const Eigen::Matrix4d robust = moved * newey_west(design, residuals, bread, result.lag) * moved.transpose();
    const double bound = student_bound(1 - level, degrees);
    const std::array<const char*, 4> names = {"(Intercept)", "t", "D", "P"};
    for (Eigen::Index k = 0; k < 4; ++k) {
        SeriesTerm& term = result.terms[static_cast<std::size_t>(k)];
        term.name = names[static_cast<std::size_t>(k)];
        term.estimate = terms[k];
        term.se_ols = std::sqrt(ordinary(k, k));
        term.se_nw = std::sqrt(std::max(0.0, robust(k, k)));
        if (term.se_nw > 0) {
            term.t_nw = term.estimate / term.se_nw;
            term.p_nw = student_two_sided(term.t_nw, degrees);
        }
        term.lower = term.estimate - bound * term.se_nw;
        term.upper = term.estimate + bound * term.se_nw;
    }
    result.fitted.assign(fitted.begin(), fitted.end());
    for (Eigen::Index i = 0; i < n; ++i) result.continued.push_back(fitted_terms[0] + fitted_terms[1] * design(i, 1));
    return result;
}

}  // namespace tarazy
