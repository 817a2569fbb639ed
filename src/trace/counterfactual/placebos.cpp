#include "trace/counterfactual/placebos.hpp"

#include "base/argument_checks.hpp"
#include "base/parallel.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Is the ratio of `other` as large as that of the treated unit? An exact fit has an unbounded one.
bool as_large(const ControlFit& other, double ratio) {
    return !other.ratio || *other.ratio >= ratio * (1 - 1e-12);
}

}  // namespace

SpacePlacebos placebos_in_space(const DonorPanel& panel, const PlaceboOptions& options) {
    if (options.pre_fit) check_positive(*options.pre_fit, "--pre-fit");
    SpacePlacebos result;
    result.units.resize(panel.donors.size() + 1);
    WorkStep step(options.control.work, "placebos in space", result.units.size());
    parallel_chunks(
        result.units.size(), 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t u = begin; u < end; ++u) {
                const DonorPanel own = u == 0 ? panel : with_treated(panel, u - 1);
                ControlOptions control = options.control;
                control.work = options.control.work.unheard();
                result.units[u] = {own.treated, synthetic_control(own, control), own.donors};
            }
        },
        step);
    const ControlFit& treated = result.units.front().control;
    std::size_t larger = 0;
    for (SpacePlacebo& unit : result.units) {
        const double bound = treated.pre_rmspe * treated.pre_rmspe * options.pre_fit.value_or(0);
        const bool own = &unit == &result.units.front();
        unit.kept = own || !options.pre_fit || unit.control.pre_rmspe * unit.control.pre_rmspe <= bound;
        if (!unit.kept) continue;
        ++result.kept;
        if (treated.ratio && (own || as_large(unit.control, *treated.ratio))) ++larger;
    }
    result.rank = larger;
    if (treated.ratio) result.p = static_cast<double>(larger) / static_cast<double>(result.kept);
    return result;
}

std::vector<TimePlacebo> placebos_in_time(const DonorPanel& panel, const PlaceboOptions& options,
                                          std::size_t least_pre) {
    std::vector<TimePlacebo> result;
    for (std::size_t pre = std::max<std::size_t>(least_pre, 1); pre < panel.pre; ++pre)
        result.push_back({panel.times[pre], pre, {}});
    if (result.empty()) return result;
    WorkStep step(options.control.work, "placebos in time", result.size());
    parallel_chunks(
        result.size(), 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                ControlOptions control = options.control;
                control.work = options.control.work.unheard();
                control.judged = {};
                control.predictors = {};
                if (control.weighting == PredictorWeighting::given) control.weighting = PredictorWeighting::outcome;
                result[i].control = synthetic_control(treated_earlier(panel, result[i].pre), control);
            }
        },
        step);
    return result;
}

}  // namespace tarazy
