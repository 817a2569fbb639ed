#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tarazy {

/// What is believed before the series is seen (Fearnhead 2006): a change follows each observation with probability `p`
/// (so gaps between changes are geometric); the observations of a segment are normal with mean mu and variance v, where
/// v ~ inverse gamma(a0, b0) and mu | v ~ normal(m0, v/k0), anew in each segment.
struct SegmentPrior {
    double p = 0;   ///< in (0, 1)
    double m0 = 0;  ///< in the unit of the series
    double k0 = 0;  ///< above 0: how many observations the prior mean is worth
    double a0 = 0;  ///< above 0
    double b0 = 0;  ///< above 0, in the unit of the series squared
};

/// p = 1/n, m0 = mean, k0 = 0.1, a0 = 2, b0 = variance/2 (divided by n - 1). They lean on the series itself, which is
/// why a table of other priors stands beside every result (`prior_sensitivity`).
/// @throws InputError  fewer than two observations, one that is no number, or all of them equal
[[nodiscard]] SegmentPrior default_segment_prior(std::span<const double> y);

/// @throws UsageError  p outside (0, 1), k0, a0 or b0 not above 0, m0 not finite
void check_segment_prior(const SegmentPrior& prior);

/// @throws InputError  fewer than two observations, one that is no number, or all of them equal
void check_can_change(std::span<const double> y);

/// What follows a segment that begins at observation t (0-based): entry m - 1 is for length m.
struct SegmentRow {
    std::vector<double> ends;         ///< P(it has this length | it begins at t, all data); sums to 1
    std::vector<double> mean;         ///< posterior mean of its level
    std::vector<double> mean_square;  ///< E(level^2), about m0; infinite where the posterior has no variance
};

/// The posterior of change points as a Markov chain of the beginnings of segments, exact (Fearnhead 2006, eq. 4 and 6).
///
/// Marginal likelihood of y(t+1..t+m) (normal-inverse-gamma, e.g. Bernardo & Smith 1994, A.2):
/// log L = -m/2 log 2 pi + (log k0 - log kn)/2 + a0 log b0 - an log bn + log G(an) - log G(a0), kn = k0 + m,
/// an = a0 + m/2, bn = b0 + SSE/2 + k0 m/(2 kn) (mean - m0)^2. Backwards, in logarithms,
/// Q(t) = log sum_m exp(log L(t, m) + log p + (m-1) log(1-p) + Q(t+m)), the last segment without log p.
/// Sums of squares are updated about the running mean (Welford 1962), so that a large level costs no digits.
///
/// O(n^2) time, O(n) memory. Above `exact_up_to` observations a sum ends when 64 terms in a row were below 1e-12 p of
/// the largest, which `truncated` then tells.
class SegmentChain {
public:
    static constexpr std::size_t exact_limit = 20'000;
    static constexpr std::size_t length_limit = 200'000;

    /// @throws InputError, UsageError as above; LimitError above `length_limit` observations; Interrupted
    SegmentChain(std::span<const double> y, const SegmentPrior& prior, const Work& work,
                 std::size_t exact_up_to = exact_limit);

    [[nodiscard]] std::size_t size() const noexcept { return y_.size(); }
    /// log p(y)
    [[nodiscard]] double log_evidence() const noexcept { return after_[0]; }
    [[nodiscard]] bool truncated() const noexcept { return truncated_; }
    /// Numbers of observations after which the most probable segmentation as a whole changes; of two equally probable
    /// ones that with the earlier first change.
    [[nodiscard]] std::vector<std::size_t> most_probable_changes() const;
    /// O(n - t)
    void row(std::size_t t, SegmentRow& into) const;

private:
    /// log L + log of the gap's prior for every length, and the posterior of the level where `into` is given.
    void weigh(std::size_t t, std::size_t lengths, std::vector<double>& log_weight, SegmentRow* into) const;

    std::span<const double> y_;
    SegmentPrior prior_;
    std::vector<double> constant_;    ///< of each length: everything of log L that does not hold data, and the gap
    std::vector<double> after_;       ///< Q
    std::vector<std::size_t> reach_;  ///< longest length that is summed over, of each t
    std::vector<std::size_t> next_;   ///< length of the segment at t in the most probable segmentation
    bool truncated_ = false;
};

}  // namespace tarazy
