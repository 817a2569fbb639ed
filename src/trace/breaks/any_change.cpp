#include "trace/breaks/any_change.hpp"

#include "base/argument_checks.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "trace/breaks/segment_chain.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

namespace tarazy {
namespace {

constexpr std::size_t all_orders_up_to = 8;

/// The statistic and where it lies; 0 for a constant series. `mean` and `sd` are those of y.
AnyChange largest_difference(std::span<const double> y, double mean, double sd) {
    AnyChange result;
    const auto n = static_cast<double>(y.size());
    double sum = 0;
    for (std::size_t t = 1; t < y.size(); ++t) {
        sum += y[t - 1] - mean;
        const auto left = static_cast<double>(t);
        // |S/t + S/(n-t)| / sqrt(1/t + 1/(n-t)), S the sum of deviations from the mean
        const double difference = std::abs(sum) * std::sqrt(n / (left * (n - left)));
        if (difference > result.statistic) {
            result.statistic = difference;
            result.at = t;
        }
    }
    result.statistic = sd > 0 ? result.statistic / sd : 0;
    return result;
}

struct LevelAndSpread {
    double mean = 0, sd = 0;
};

LevelAndSpread level_and_spread(std::span<const double> y) {
    const auto n = static_cast<double>(y.size());
    LevelAndSpread result;
    for (const double value : y) result.mean += value / n;
    for (const double value : y) result.sd += (value - result.mean) * (value - result.mean);
    result.sd = std::sqrt(result.sd / (n - 1));
    return result;
}

/// At least as large, rounding apart: a rearrangement adds in another order.
bool at_least(double other, double observed) {
    return other >= observed * (1 - 1e-10);
}

/// How many of all orders of the values have a statistic as large.
AnyChange over_all_orders(std::span<const double> y, AnyChange result, LevelAndSpread whole) {
    std::vector<std::size_t> order(y.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<double> other(y.size());
    std::size_t as_large = 0;
    do {
        for (std::size_t i = 0; i < order.size(); ++i) other[i] = y[order[i]];
        as_large += at_least(largest_difference(other, whole.mean, whole.sd).statistic, result.statistic) ? 1 : 0;
        ++result.samples;
    } while (std::ranges::next_permutation(order).found);
    result.p = static_cast<double>(as_large) / static_cast<double>(result.samples);
    result.exact = true;
    return result;
}

void shuffle_values(std::vector<double>& values, Random& random) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.below(i)]);
}

void draw_blocks(std::span<const double> y, std::size_t block, std::vector<double>& into, Random& random) {
    into.clear();
    while (into.size() < y.size()) {
        const std::size_t from = random.below(y.size() - block + 1), count = std::min(block, y.size() - into.size());
        for (std::size_t i = 0; i < count; ++i) into.push_back(y[from + i]);
    }
}

}  // namespace

AnyChange largest_mean_difference(std::span<const double> y) {
    check_can_change(y);
    const LevelAndSpread whole = level_and_spread(y);
    return largest_difference(y, whole.mean, whole.sd);
}

std::size_t default_block_length(std::span<const double> y) {
    const AnyChange change = largest_mean_difference(y);
    std::vector<double> rest(y.begin(), y.end());
    for (const auto& [from, to] : {std::pair{std::size_t{0}, change.at}, std::pair{change.at, y.size()}}) {
        double mean = 0;
        for (std::size_t i = from; i < to; ++i) mean += y[i] / static_cast<double>(to - from);
        for (std::size_t i = from; i < to; ++i) rest[i] -= mean;
    }
    double squares = 0, products = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        squares += rest[i] * rest[i];
        if (i > 0) products += rest[i] * rest[i - 1];
    }
    const double r = squares > 0 ? std::clamp(products / squares, 0.0, 0.95) : 0;
    const auto n = static_cast<double>(y.size());
    const double root = std::cbrt(n), plug_in = std::cbrt(6 * r * r / ((1 - r * r) * (1 - r * r))) * root;
    const auto length = static_cast<std::size_t>(std::ceil(std::max(root, plug_in)));
    return std::clamp<std::size_t>(length, 1, std::max<std::size_t>(1, y.size() / 4));
}

AnyChange any_change(std::span<const double> y, const AnyChangeOptions& options) {
    AnyChange result = largest_mean_difference(y);
    const LevelAndSpread whole = level_and_spread(y);
    if (options.samples < 19)
        refuse_argument("samples", std::to_string(options.samples), "give at least 19, else no p-value is small");
    options.work.check();
    const bool serial = options.null == NoChange::serial;
    if (!serial && y.size() <= all_orders_up_to) return over_all_orders(y, result, whole);
    result.block = !serial ? 0 : options.block != 0 ? options.block : default_block_length(y);
    if (2 * result.block > y.size())
        refuse_argument("block", std::to_string(result.block),
                        "give at most half of the length of the series, " + std::to_string(y.size() / 2));
    std::atomic<std::size_t> as_large = 1;
    WorkStep step(options.work, "series without a change", options.samples);
    parallel_chunks(
        options.samples, 256, options.threads,
        [&](std::size_t begin, std::size_t end) {
            std::vector<double> other;
            for (std::size_t sample = begin; sample < end; ++sample) {
                Random random(options.seed, "series without a change", sample);
                LevelAndSpread spread = whole;
                if (serial) {
                    draw_blocks(y, result.block, other, random);
                    spread = level_and_spread(other);
                } else {
                    other.assign(y.begin(), y.end());
                    shuffle_values(other, random);
                }
                if (at_least(largest_difference(other, spread.mean, spread.sd).statistic, result.statistic)) ++as_large;
            }
        },
        step);
    result.samples = options.samples + 1;
    result.p = static_cast<double>(as_large) / static_cast<double>(result.samples);
    return result;
}

}  // namespace tarazy
