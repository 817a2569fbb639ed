#include "trace/breaks/e_divisive.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "trace/breaks/segment_chain.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <string>

namespace tarazy {
namespace {

double distance_between(double a, double b, double alpha) {
    const double apart = std::abs(a - b);
    if (alpha == 1) return apart;
    return alpha == 2 ? apart * apart : std::pow(apart, alpha);
}

struct EnergySplit {
    std::size_t after = 0;  ///< observations before it
    double statistic = -1;
};

/// The best split of one segment, its right side ending anywhere from `min_segment` on.
EnergySplit best_energy_split(std::span<const double> y, std::size_t min_segment, double alpha,
                              std::vector<double>& to_left, std::vector<double>& to_all) {
    const std::size_t n = y.size();
    EnergySplit best;
    if (n < 2 * min_segment) return best;
    // to_left[j]: distances of j to the observations of the left side; to_all[j]: to all observations before j.
    to_left.assign(n, 0);
    to_all.assign(n, 0);
    for (std::size_t j = 1; j < n; ++j) {
        for (std::size_t i = 0; i < j; ++i) to_all[j] += distance_between(y[i], y[j], alpha);
    }
    double inside_left = 0;
    for (std::size_t t = 1; t + min_segment <= n; ++t) {
        inside_left += to_all[t - 1];
        for (std::size_t j = t; j < n; ++j) to_left[j] += distance_between(y[t - 1], y[j], alpha);
        if (t < min_segment) continue;
        const auto left = static_cast<double>(t);
        const double within_left = 2 * inside_left / (left * (left - 1));
        double inside_right = 0, across = 0;
        for (std::size_t end = t + 1; end <= n; ++end) {
            across += to_left[end - 1];
            inside_right += to_all[end - 1] - to_left[end - 1];
            if (end - t < min_segment) continue;
            const auto right = static_cast<double>(end - t);
            const double apart = 2 * across / (left * right) - within_left - 2 * inside_right / (right * (right - 1));
            const double statistic = left * right / (left + right) * apart;
            if (statistic > best.statistic) best = {t, statistic};
        }
    }
    return best;
}

void check_divisive(std::span<const double> y, const EDivisiveOptions& options) {
    check_can_change(y);
    check_probability(options.significance, "significance");
    check_above(options.alpha, 0, 2, "--exponent");
    if (options.min_segment < 2) refuse_argument("min-segment", std::to_string(options.min_segment), "give at least 2");
    if (options.permutations < 1) refuse_argument("permutations", "0", "give at least 1");
    if (y.size() < 2 * options.min_segment)
        throw InputError({"", 0, 0,
                          "a series of " + std::to_string(y.size()) + " observations has no two segments of " +
                              std::to_string(options.min_segment),
                          "ask for shorter segments"});
}

/// Segment by segment: ends (beginnings included) in order, and the best split of each.
class Division {
public:
    Division(std::span<const double> y, const EDivisiveOptions& options) : y_(y), options_(options) {}

    [[nodiscard]] EDivisive run() {
        EDivisive result;
        while (true) {
            options_.work.check();
            std::size_t segment = 0;
            const EnergySplit best = best_of(y_, segment);
            if (best.after == 0) break;  // every segment is too short
            DivisiveSplit split{ends_[segment] + best.after, best.statistic, p_value(best.statistic), false};
            split.accepted = split.p <= options_.significance;
            result.splits.push_back(split);
            if (!split.accepted) break;
            ends_.insert(ends_.begin() + static_cast<std::ptrdiff_t>(segment) + 1, split.change_after);
        }
        result.changes.assign(ends_.begin() + 1, ends_.end() - 1);
        return result;
    }

private:
    [[nodiscard]] EnergySplit best_of(std::span<const double> y, std::size_t& segment) const {
        EnergySplit best;
        std::vector<double> to_left, to_all;
        for (std::size_t s = 0; s + 1 < ends_.size(); ++s) {
            const EnergySplit one = best_energy_split(y.subspan(ends_[s], ends_[s + 1] - ends_[s]),
                                                      options_.min_segment, options_.alpha, to_left, to_all);
            if (one.statistic > best.statistic) {
                best = one;
                segment = s;
            }
        }
        return best;
    }

    /// Each permutation keeps the values inside their segment.
    [[nodiscard]] double p_value(double observed) const {
        std::atomic<std::size_t> as_large = 1;
        WorkStep step(options_.work, "permutations inside segments", options_.permutations);
        parallel_chunks(
            options_.permutations, 4, options_.threads,
            [&](std::size_t begin, std::size_t end) {
                std::vector<double> other;
                std::size_t segment = 0;
                for (std::size_t r = begin; r < end; ++r) {
                    step.work().check();
                    Random random(options_.seed, "permutations inside segments", ends_.size() * 1'000'000 + r);
                    other.assign(y_.begin(), y_.end());
                    for (std::size_t s = 0; s + 1 < ends_.size(); ++s) {
                        for (std::size_t i = ends_[s + 1] - ends_[s]; i > 1; --i)
                            std::swap(other[ends_[s] + i - 1], other[ends_[s] + random.below(i)]);
                    }
                    if (best_of(other, segment).statistic >= observed * (1 - 1e-10)) ++as_large;
                }
            },
            step);
        return static_cast<double>(as_large) / static_cast<double>(options_.permutations + 1);
    }

    std::span<const double> y_;
    const EDivisiveOptions& options_;
    std::vector<std::size_t> ends_{0, y_.size()};
};

}  // namespace

EDivisive e_divisive(std::span<const double> y, const EDivisiveOptions& options) {
    check_divisive(y, options);
    return Division(y, options).run();
}

}  // namespace tarazy
