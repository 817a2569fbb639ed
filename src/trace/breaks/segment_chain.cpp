#include "trace/breaks/segment_chain.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "stats/gamma.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>

namespace tarazy {
namespace {

constexpr double negligible_log = -60;  ///< below any digit of a sum
constexpr std::size_t negligible_run = 64;

[[noreturn]] void refuse_series(const std::string& what, const std::string& remedy) {
    throw InputError({"", 0, 0, what, remedy});
}

}  // namespace

void check_can_change(std::span<const double> y) {
    for (std::size_t i = 0; i < y.size(); ++i) {
        if (!std::isfinite(y[i]))
            refuse_series("observation " + std::to_string(i + 1) + " of the series is no number",
                          "leave the period out of the series or fill it in");
    }
    if (y.size() < 2)
        refuse_series("a series of " + std::to_string(y.size()) + " observation" + (y.size() == 1 ? "" : "s") +
                          " cannot have changed",
                      "give at least two observations");
    if (std::ranges::all_of(y, [&](double value) { return value == y.front(); }))
        refuse_series("the series is constant (" + number_text(y.front()) + " throughout): nothing can have changed",
                      "leave the series out");
}

SegmentPrior default_segment_prior(std::span<const double> y) {
    check_can_change(y);
    const auto n = static_cast<double>(y.size());
    double mean = 0, squares = 0;
    for (const double value : y) mean += value / n;
    for (const double value : y) squares += (value - mean) * (value - mean);
    return {1 / n, mean, 0.1, 2, squares / (n - 1) / 2};
}

void check_segment_prior(const SegmentPrior& prior) {
    if (!(prior.p > 0 && prior.p < 1))
        refuse_argument("prior p", std::isnan(prior.p) ? "not a number" : number_text(prior.p),
                        "give a probability of a change between 0 and 1, both left out");
    if (!std::isfinite(prior.m0)) refuse_argument("prior m0", "not a finite number", "give a number");
    check_positive(prior.k0, "prior k0");
    check_positive(prior.a0, "prior a0");
    check_positive(prior.b0, "prior b0");
}

SegmentChain::SegmentChain(std::span<const double> y, const SegmentPrior& prior, const Work& work,
                           std::size_t exact_up_to)
    : y_(y), prior_(prior) {
    check_can_change(y);
    check_segment_prior(prior);
    const std::size_t n = y.size();
    if (n > length_limit)
        throw LimitError("the exact posterior takes at most " + std::to_string(length_limit) +
                         " observations, the series has " + std::to_string(n) + "; cut or thin it");
    constant_.resize(n);
    const double log_stay = std::log1p(-prior.p), at_start = prior.a0 * std::log(prior.b0) - log_gamma(prior.a0);
    for (std::size_t m = 1; m <= n; ++m) {
        const auto length = static_cast<double>(m);
        constant_[m - 1] = -length / 2 * std::log(2 * std::numbers::pi) +
                           0.5 * (std::log(prior.k0) - std::log(prior.k0 + length)) + at_start +
                           log_gamma(prior.a0 + length / 2) + (length - 1) * log_stay;
    }
    const bool may_truncate = n > exact_up_to;
    const double log_p = std::log(prior.p), negligible_term = std::log(1e-12) + log_p;
    after_.assign(n + 1, 0);
    reach_.assign(n, 0);
    next_.assign(n, 0);
    std::vector<double> best(n + 1, 0), weight;
    WorkStep step(work, "exact posterior of changes", n);
    for (std::size_t t = n; t-- > 0;) {
        const std::size_t most = n - t;
        // A truncated sum rarely needs all lengths: they are weighed in doubling pieces.
        std::size_t lengths = may_truncate ? std::min<std::size_t>(most, 1024) : most;
        double largest = 0, best_here = 0;
        for (bool whole = false; !whole; lengths = std::min(most, 2 * lengths)) {
            weigh(t, lengths, weight, nullptr);
            largest = best_here = -std::numeric_limits<double>::infinity();
            reach_[t] = lengths;
            whole = lengths == most;
            std::size_t small = 0;
            for (std::size_t m = 1; m <= lengths; ++m) {
                double& term = weight[m - 1];
                const double inner = m == most ? 0 : log_p;
                const double chosen = term + inner + best[t + m];
                if (chosen > best_here) {
                    best_here = chosen;
                    next_[t] = m;
                }
                term += inner + after_[t + m];
                largest = std::max(largest, term);
                if (!may_truncate) continue;
                small = term < largest + negligible_term ? small + 1 : 0;
                if (small == negligible_run && m < most) {
                    truncated_ = whole = true;
                    reach_[t] = m;
                    break;
                }
            }
        }
        best[t] = best_here;
        double sum = 0;
        for (std::size_t m = 0; m < reach_[t]; ++m) {
            const double below = weight[m] - largest;
            if (below > negligible_log) sum += std::exp(below);
        }
        after_[t] = largest + std::log(sum);
        step.advance();
    }
}

void SegmentChain::weigh(std::size_t t, std::size_t lengths, std::vector<double>& log_weight, SegmentRow* into) const {
    log_weight.resize(lengths);
    if (into != nullptr) {
        into->mean.resize(lengths);
        into->mean_square.resize(lengths);
    }
    double mean = 0, squares = 0;
    for (std::size_t m = 1; m <= lengths; ++m) {
        const double value = y_[t + m - 1], length = static_cast<double>(m), off = value - mean;
        mean += off / length;
        squares += off * (value - mean);
        const double kn = prior_.k0 + length, away = mean - prior_.m0;
        const double bn = prior_.b0 + 0.5 * (squares + prior_.k0 * length / kn * away * away);
        const double an = prior_.a0 + length / 2;
        log_weight[m - 1] = constant_[m - 1] - an * std::log(bn);
        if (into == nullptr) continue;
        const double shift = length / kn * away;  // posterior mean less m0
        into->mean[m - 1] = prior_.m0 + shift;
        into->mean_square[m - 1] =
            an > 1 ? shift * shift + bn / (kn * (an - 1)) : std::numeric_limits<double>::infinity();
    }
}

void SegmentChain::row(std::size_t t, SegmentRow& into) const {
    const std::size_t most = y_.size() - t;
    const double log_p = std::log(prior_.p);
    weigh(t, reach_[t], into.ends, &into);
    for (std::size_t m = 1; m <= reach_[t]; ++m) {
        const double log_end = into.ends[m - 1] + (m == most ? 0 : log_p) + after_[t + m] - after_[t];
        into.ends[m - 1] = log_end > negligible_log ? std::exp(log_end) : 0;
    }
}

std::vector<std::size_t> SegmentChain::most_probable_changes() const {
    std::vector<std::size_t> changes;
    for (std::size_t t = next_[0]; t < y_.size(); t += next_[t]) changes.push_back(t);
    return changes;
}

}  // namespace tarazy
