#include "trace/breaks/segment_cost.hpp"

#include "base/argument_checks.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tarazy {
namespace {

const double log_two_pi = std::log(2 * std::numbers::pi);

}  // namespace

std::string_view to_string(ChangeStatistic statistic) noexcept {
    switch (statistic) {
        case ChangeStatistic::mean: return "mean";
        case ChangeStatistic::variance: return "var";
        case ChangeStatistic::mean_variance: return "meanvar";
        case ChangeStatistic::trend: return "trend";
        case ChangeStatistic::poisson: return "poisson";
        case ChangeStatistic::negative_binomial: break;
    }
    return "negbin";
}

const std::vector<std::string>& change_statistic_names() {
    static const std::vector<std::string> names = {"mean", "var", "meanvar", "trend", "poisson", "negbin"};
    return names;
}

ChangeStatistic change_statistic_named(std::string_view name) {
    return static_cast<ChangeStatistic>(check_one_of(name, change_statistic_names(), "--statistic"));
}

std::size_t parameters_of(ChangeStatistic statistic) noexcept {
    return statistic == ChangeStatistic::mean_variance || statistic == ChangeStatistic::trend ? 2 : 1;
}

std::size_t usual_least_segment(ChangeStatistic statistic) noexcept {
    if (statistic == ChangeStatistic::mean) return 1;
    return statistic == ChangeStatistic::trend ? 3 : 2;
}

bool needs_counts(ChangeStatistic statistic) noexcept {
    return statistic == ChangeStatistic::poisson || statistic == ChangeStatistic::negative_binomial;
}

SegmentCost::SegmentCost(std::span<const double> y, ChangeStatistic statistic, std::span<const double> time,
                         double size)
    : statistic_(statistic), length_(y.size()), size_(size) {
    const bool counts = needs_counts(statistic);
    const auto n = static_cast<long double>(y.size());
    long double centre = 0;
    for (const double value : y) centre += static_cast<long double>(value);
    const long double total = centre;
    centre = counts ? 0 : centre / n;

    high_.assign(y.size() + 1, 0);
    low_.assign(y.size() + 1, 0);
    const bool with_squares = statistic == ChangeStatistic::variance || statistic == ChangeStatistic::mean_variance;
    if (with_squares) squares_.assign(y.size() + 1, 0);
    long double running = 0, square_sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const long double value = static_cast<long double>(y[i]) - centre;
        running += value;
        square_sum += value * value;
        high_[i + 1] = static_cast<double>(running);
        low_[i + 1] = static_cast<double>(running - static_cast<long double>(high_[i + 1]));
        if (with_squares) squares_[i + 1] = square_sum;
        least_value_ = std::min(least_value_, static_cast<double>(value));
        greatest_value_ = std::max(greatest_value_, static_cast<double>(value));
    }
    const double variance = static_cast<double>(square_sum / n);
    floor_ = 1e-8 * variance;
    if (counts) {
        const double mean = static_cast<double>(total / n);
        magnitude_ = static_cast<double>(n) + 2 * static_cast<double>(total) * (2 + std::abs(std::log(mean + 1e-300)));
        if (statistic == ChangeStatistic::negative_binomial)
            magnitude_ += 2 * static_cast<double>(n) * size * (1 + std::abs(std::log(size)));
    } else if (with_squares) {
        magnitude_ = static_cast<double>(n) * (100 + std::abs(std::log(variance + 1e-300)));
    } else {
        shared_ = magnitude_ = static_cast<double>(square_sum);
    }
    if (statistic != ChangeStatistic::trend) return;

    const long double middle = static_cast<long double>(time.front() + (time.back() - time.front()) / 2);
    x_.assign(y.size() + 1, 0);
    x_squares_ = xy_ = x_;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const long double x = static_cast<long double>(time[i]) - middle;
        x_[i + 1] = x_[i] + x;
        x_squares_[i + 1] = x_squares_[i] + x * x;
        xy_[i + 1] = xy_[i] + x * (static_cast<long double>(y[i]) - centre);
    }
}

/// Sum of squares around the mean of the series, or of the segment.
long double SegmentCost::spread(std::size_t from, std::size_t to) const {
    long double squares = squares_[to] - squares_[from];
    if (statistic_ == ChangeStatistic::mean_variance) {
        const long double part = sum(from, to);
        squares -= part * part / static_cast<long double>(to - from);
    }
    return std::max(squares, 0.0L);
}

bool SegmentCost::at_floor(std::size_t from, std::size_t to) const {
    if (squares_.empty()) return false;
    return static_cast<double>(spread(from, to)) <= floor_ * static_cast<double>(to - from);
}

double SegmentCost::line_cost(std::size_t from, std::size_t to) const {
    const auto m = static_cast<long double>(to - from);
    const long double y = sum(from, to);
    const long double x = x_[to] - x_[from];
    const long double about_mean = y * y / m;
    if (to - from == 1) return -static_cast<double>(about_mean);
    const long double xx = x_squares_[to] - x_squares_[from] - x * x / m;
    const long double xy = xy_[to] - xy_[from] - x * y / m;
    return -static_cast<double>(about_mean + xy * xy / xx);
}

double SegmentCost::operator()(std::size_t from, std::size_t to) const {
    const auto m = static_cast<double>(to - from);
    switch (statistic_) {
        case ChangeStatistic::mean: {
            const double part = centred_sum(from, to);
            return -(part * (part / m));
        }
        case ChangeStatistic::trend: return line_cost(from, to);
        case ChangeStatistic::variance:
        case ChangeStatistic::mean_variance: {
            const double s = static_cast<double>(spread(from, to)) / m;
            const double v = std::max(s, floor_);
            return m * (log_two_pi + std::log(v) + s / v);
        }
        case ChangeStatistic::poisson: {
            const double part = centred_sum(from, to);
            return part > 0 ? -2 * part * std::log(part / m) : 0;
        }
        case ChangeStatistic::negative_binomial: break;
    }
    const double part = centred_sum(from, to);
    if (!(part > 0)) return 0;
    const double a = part / m;
    return 2 * (m * size_ * std::log1p(a / size_) + part * (std::log(size_ + a) - std::log(a)));
}

std::optional<double> dispersion_size(std::span<const double> counts) {
    for (std::size_t window = std::min<std::size_t>(15, counts.size()); window >= 2;
         window = std::min(2 * window, counts.size())) {
        std::vector<double> sizes;
        const std::size_t windows = counts.size() - window + 1;
        for (std::size_t start = 0; start < windows; ++start) {
            double mean = 0, squares = 0;
            for (std::size_t i = start; i < start + window; ++i) mean += counts[i];
            mean /= static_cast<double>(window);
            for (std::size_t i = start; i < start + window; ++i) squares += (counts[i] - mean) * (counts[i] - mean);
            const double variance = squares / static_cast<double>(window - 1);
            if (variance > mean) sizes.push_back(mean * mean / (variance - mean));
        }
        if (2 * sizes.size() >= windows && !sizes.empty()) return quantile(sizes, 0.5);
        if (window == counts.size()) break;
    }
    return std::nullopt;
}

}  // namespace tarazy
