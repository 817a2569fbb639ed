#include "trace/counterfactual/conformal.hpp"

#include "base/argument_checks.hpp"
#include "base/parallel.hpp"
#include "trace/counterfactual/donor_matrix.hpp"
#include "trace/counterfactual/nearest_point.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

Eigen::MatrixXd donor_outcomes(const DonorPanel& panel) {
    const DonorMatrix all = donor_matrix(panel.outcomes, panel.times.size());
    return mapped<Eigen::Map<const Eigen::MatrixXd>>(all);
}

/// Periods before, and the last `post` after; the hypothesis takes an effect off the last ones.
struct ConformalPeriods {
    Eigen::VectorXd actual;
    Eigen::MatrixXd donors;
    Eigen::Index post = 1;
};

/// Share of cyclic shifts of the residuals whose last `post` are as large as they stand.
double shift_share(const Eigen::VectorXd& residuals, Eigen::Index post) {
    const Eigen::Index all = residuals.size();
    const auto sum_from = [&](Eigen::Index first) {
        double sum = 0;
        for (Eigen::Index i = 0; i < post; ++i) sum += std::abs(residuals[(first + i) % all]);
        return sum;
    };
    const double own = sum_from(all - post);
    // Residuals of an exact fit are rounding: they count as equal.
    const double slack = 1e-9 * own + 1e-12 * residuals.cwiseAbs().maxCoeff();
    Eigen::Index as_large = 0;
    for (Eigen::Index first = 0; first < all; ++first) as_large += sum_from(first) >= own - slack ? 1 : 0;
    return static_cast<double>(as_large) / static_cast<double>(all);
}

double p_of_effect(const ConformalPeriods& periods, double effect) {
    Eigen::VectorXd without = periods.actual;
    without.tail(periods.post).array() -= effect;
    const NearestPoint fit = nearest_point(plain_matrix(Eigen::MatrixXd(periods.donors.colwise() - without)));
    Eigen::VectorXd residuals = Eigen::Map<const Eigen::VectorXd>(fit.point.data(), without.size());
    const double scale = std::max(without.cwiseAbs().maxCoeff(), periods.donors.cwiseAbs().maxCoeff());
    if (residuals.cwiseAbs().maxCoeff() <= 1e-12 * scale) residuals.setZero();
    return shift_share(residuals, periods.post);
}

/// The outermost effect on one side that is not rejected. @param reach  an effect so far off is surely rejected
double outermost(const ConformalPeriods& periods, double estimate, double reach, double share) {
    constexpr int points = 64;
    const auto at = [&](int i) {
        const double part = static_cast<double>(i) / points;
        return estimate + reach * part * part;
    };
    int inner = points;
    while (inner > 0 && p_of_effect(periods, at(inner)) <= share) --inner;
    if (inner == points) return at(points);
    double accepted = at(inner), rejected = at(inner + 1);
    for (int i = 0; i < 40 && std::abs(rejected - accepted) > 1e-10 * std::abs(reach); ++i) {
        const double middle = (accepted + rejected) / 2;
        (p_of_effect(periods, middle) > share ? accepted : rejected) = middle;
    }
    return accepted;
}

ConformalSet conformal_set(const ConformalPeriods& periods, double level) {
    ConformalSet set;
    const Eigen::Index before = periods.actual.size() - 1;
    const Eigen::MatrixXd known = periods.donors.topRows(before).colwise() - periods.actual.head(before);
    const NearestPoint fit = nearest_point(plain_matrix(known));
    const Eigen::Map<const Eigen::VectorXd> weights(fit.weights.data(), known.cols());
    set.estimate = periods.actual[before] - periods.donors.row(before).dot(weights);
    set.p_zero = p_of_effect(periods, 0);
    const double share = 1 - level, least = 1 / static_cast<double>(periods.actual.size());
    if (least > share * (1 + 1e-9)) {
        const auto needed = static_cast<long>(std::ceil(1 / share - 1e-9)) - 1;
        set.unbounded = "with " + std::to_string(before) + (before == 1 ? " period" : " periods") +
                        " before it p is never below " + std::to_string(least).substr(0, 5) +
                        ": no effect could be rejected at this level; it needs " + std::to_string(needed);
        return set;
    }
    // Weights on the simplex keep the fit within the donors' range, so that beyond this the last residual is larger
    // than any other.
    double spread = 0;
    for (Eigen::Index t = 0; t <= before; ++t) {
        spread = std::max(spread, (periods.donors.row(t).array() - periods.actual[t]).abs().maxCoeff());
        spread = std::max(spread, periods.donors.row(t).maxCoeff() - periods.donors.row(t).minCoeff());
    }
    const double reach = 2 * spread + std::abs(set.estimate) + 1e-9;
    set.lower = outermost(periods, set.estimate, -reach, share);
    set.upper = outermost(periods, set.estimate, reach, share);
    return set;
}

ConformalPeriods one_period(const DonorPanel& panel, std::size_t period) {
    const Eigen::MatrixXd all = donor_outcomes(panel);
    const auto pre = static_cast<Eigen::Index>(panel.pre);
    ConformalPeriods periods{Eigen::VectorXd(pre + 1), Eigen::MatrixXd(pre + 1, all.cols())};
    for (Eigen::Index t = 0; t < pre; ++t) periods.actual[t] = panel.actual[static_cast<std::size_t>(t)];
    periods.actual[pre] = panel.actual[period];
    periods.donors.topRows(pre) = all.topRows(pre);
    periods.donors.row(pre) = all.row(static_cast<Eigen::Index>(period));
    return periods;
}

/// Means over blocks as long as the treatment, the last block being the treatment itself.
ConformalPeriods block_means(const DonorPanel& panel) {
    const std::size_t length = panel.post(), blocks = panel.pre / length;
    const Eigen::MatrixXd all = donor_outcomes(panel);
    ConformalPeriods periods{Eigen::VectorXd::Zero(static_cast<Eigen::Index>(blocks + 1)),
                             Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(blocks + 1), all.cols())};
    for (std::size_t b = 0; b <= blocks; ++b) {
        const std::size_t first = panel.pre - (blocks - b) * length;
        for (std::size_t t = first; t < first + length; ++t) {
            periods.actual[static_cast<Eigen::Index>(b)] += panel.actual[t] / static_cast<double>(length);
            periods.donors.row(static_cast<Eigen::Index>(b)) +=
                all.row(static_cast<Eigen::Index>(t)) / static_cast<double>(length);
        }
    }
    return periods;
}

}  // namespace

ConformalTest conformal_test(const DonorPanel& panel, const ConformalOptions& options) {
    check_between(options.level, 0.5, 0.999, "--level");
    ConformalTest result;
    result.least_p = 1 / static_cast<double>(panel.times.size());
    WorkStep step(options.work, "conformal test", panel.post() + 1);
    ConformalPeriods whole{
        Eigen::Map<const Eigen::VectorXd>(panel.actual.data(), static_cast<Eigen::Index>(panel.times.size())),
        donor_outcomes(panel), static_cast<Eigen::Index>(panel.post())};
    result.p = p_of_effect(whole, 0);
    if (options.p_only) {
        step.advance(panel.post() + 1);
        return result;
    }
    result.periods.resize(panel.post());
    const std::size_t blocks = panel.pre / panel.post();
    if (blocks < 1) {
        result.no_mean = "the treatment lasts longer (" + std::to_string(panel.post()) +
                         " periods) than all that is known before it (" + std::to_string(panel.pre) +
                         "): there is no block of that length to compare its mean with";
    } else {
        result.mean = conformal_set(block_means(panel), options.level);
    }
    step.advance();
    parallel_chunks(
        panel.post(), 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                result.periods[i] = conformal_set(one_period(panel, panel.pre + i), options.level);
        },
        step);
    return result;
}

}  // namespace tarazy
