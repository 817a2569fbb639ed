#pragma once

#include "base/work.hpp"
#include "trace/counterfactual/donor_panel.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

struct ConformalOptions {
    double level = 0.9;
    unsigned threads = 0;
    Work work = {};
    bool p_only = false;  ///< the test of no effect at all, without sets
};

/// Effects that the test does not reject.
struct ConformalSet {
    double estimate = 0;
    double p_zero = 1;                   ///< of no effect in this period
    std::optional<double> lower, upper;  ///< nothing: without end on this side
    std::string unbounded = {};          ///< why, in English; empty for a bounded set
};

struct ConformalTest {
    double p = 1;                       ///< of no effect in any period, over all cyclic shifts of the residuals
    double least_p = 1;                 ///< the smallest that p could have been: one over the number of periods
    std::vector<ConformalSet> periods;  ///< after the treatment, one by one
    std::optional<ConformalSet> mean;   ///< of the mean effect
    std::string no_mean = {};           ///< why there is none (English)
};

/// Conformal inference of Chernozhukov, Wuthrich & Zhu (2021) with moving blocks (cyclic shifts). Under the hypothesis
/// that the effects are known they are taken off, the weights are fitted to ALL periods, and S = sum of |u_t| over the
/// periods of the treatment is compared with the same sum after each shift of the residuals (their eq. 2-4, q = 1). For
/// one period: the periods before it and this one. For the mean effect: means over blocks as long as the treatment,
/// counted backwards from it (their sec. 2.3 on average effects).
///
/// A set {effect: p > 1 - level} is never empty, since p = 1 at the estimate itself; where 1 / (periods) is not below
/// 1 - level no effect could ever be rejected, and the set is without end and says so. Its ends are those of the
/// outermost effects not rejected on a grid of 64 points a side (finer towards the estimate), bisected between them.
/// O(periods x fits), in parallel.
[[nodiscard]] ConformalTest conformal_test(const DonorPanel& panel, const ConformalOptions& options = {});

}  // namespace tarazy
