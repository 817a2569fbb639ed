#include "simulate/hedge/hedge_recovery.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "stats/line_fit.hpp"

#include <cmath>
#include <limits>

namespace tarazy {
namespace {

RecoveredTerm recovered_term(HedgeTerm term, double truth, const std::vector<std::optional<HedgeFit>>& fits) {
    RecoveredTerm found{.term = term, .truth = truth};
    std::vector<double> values, errors;
    for (const std::optional<HedgeFit>& fit : fits) {
        if (!fit) continue;
        const HedgeEstimate& estimate = fit->estimates[static_cast<std::size_t>(term)];
        values.push_back(estimate.value);
        if (estimate.note.starts_with("at its bound")) ++found.on_bound;
        if (estimate.note.starts_with("not identified")) ++found.flat;
        if (estimate.se) errors.push_back(*estimate.se);
        if (!estimate.lower || !estimate.upper) continue;
        ++found.with_interval;
        if (*estimate.lower <= truth && truth <= *estimate.upper) ++found.covered;
    }
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    found.mean = mean(values).value_or(unknown);
    found.sd = standard_deviation(values).value_or(unknown);
    found.bias_se = found.sd / std::sqrt(static_cast<double>(values.size()));
    found.mean_se = mean(errors).value_or(unknown);
    return found;
}

}  // namespace

HedgeRecovery recover_hedge(const HedgeData& like, const HedgeCoefficients& truth, std::size_t panels,
                            const HedgeFitOptions& fit) {
    std::vector<std::optional<HedgeFit>> fits(panels);
    HedgeFitOptions each = fit;
    each.given = truth;
    each.threads = 1;
    each.work = fit.work.unheard();
    WorkStep step(fit.work, "recovery of parameters", panels);
    parallel_chunks(
        panels, 1, fit.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                Random random(fit.seed, "recovery of the alignment model", i);
                const HedgeData data = simulated_hedge_data(like, truth, random);
                try {
                    fits[i] = fit_hedge(data, each);
                } catch (const LimitError&) {
                    // Counted below: this panel has no estimate.
                }
            }
        },
        step);
    HedgeRecovery recovery{.panels = panels, .level = fit.level};
    for (const std::optional<HedgeFit>& one : fits) recovery.failed += one ? 0 : 1;
    for (const HedgeTerm term : fit.free) recovery.terms.push_back(recovered_term(term, truth[term], fits));
    return recovery;
}

}  // namespace tarazy
