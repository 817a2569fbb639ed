#include "trace/counterfactual/prediction_intervals.hpp"

#include "base/argument_checks.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "stats/normal.hpp"
#include "stats/quantile.hpp"
#include "trace/counterfactual/donor_matrix.hpp"
#include "trace/counterfactual/nearest_point.hpp"

#include <Eigen/Core>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// The greatest cost'w over the simplex with |D w|^2 <= bound, given that some weights keep the bound.
class GreatestWithin {
public:
    GreatestWithin(const Eigen::MatrixXd& differences, double bound)
        : differences_(plain_matrix(differences)), bound_(bound), nearest_(nearest_point(differences_)) {}

    [[nodiscard]] double value(const Eigen::VectorXd& cost);

private:
    const DonorMatrix differences_;
    const double bound_;
    const NearestPoint nearest_;
    double multiplier_ = 0;  ///< of the cost before, a first guess

    /// w(m) minimises |D w|^2 - 2 m cost'w: its loss and its cost'w rise with the multiplier m.
    [[nodiscard]] NearestPoint at(const Eigen::VectorXd& cost, double multiplier, const NearestPoint& start) const {
        std::vector<double> linear(cost.begin(), cost.end());
        for (double& value : linear) value *= -multiplier;
        return nearest_point(differences_, linear, &start);
    }
};

Eigen::Map<const Eigen::VectorXd> plain_vector(const std::vector<double>& values) {
    return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
}

double cost_of(const Eigen::VectorXd& cost, const NearestPoint& found) {
    return cost.dot(plain_vector(found.weights));
}

/// The s in [0, 1] with |point + s direction|^2 = bound, inside at 0 and outside at 1.
double reach_of_bound(const Eigen::VectorXd& point, const Eigen::VectorXd& direction, double bound) {
    const double a = direction.squaredNorm(), b = point.dot(direction), c = point.squaredNorm() - bound;
    const double root = std::sqrt(std::max(0.0, b * b - a * c));
    const double s = b > 0 ? -c / (b + root) : (root - b) / a;  // no difference of near numbers
    return std::clamp(s, 0.0, 1.0);
}

double GreatestWithin::value(const Eigen::VectorXd& cost) {
    Eigen::Index corner = 0;
    const double most = cost.maxCoeff(&corner), spread = most - cost.minCoeff();
    if (!(spread > 0) || mapped<Eigen::Map<const Eigen::MatrixXd>>(differences_).col(corner).squaredNorm() <= bound_)
        return most;
    const double unit = std::max(bound_, 1e-300) / spread;
    if (nearest_.loss >= bound_ * (1 - 1e-9)) {  // only the best weights keep the bound: the greatest among them
        return std::max(cost_of(cost, nearest_), cost_of(cost, at(cost, 1e-9 * unit, nearest_)));
    }
    double low = 0, high = multiplier_ > 0 ? multiplier_ : unit;
    NearestPoint below = nearest_, above = at(cost, high, nearest_);
    for (int i = 0; i < 60 && above.loss <= bound_; ++i) {
        low = high;
        below = above;
        high *= 4;
        above = at(cost, high, above);
    }
    double below_by = below.loss - bound_, above_by = above.loss - bound_;
    for (int i = 0; i < 60; ++i) {
        if (cost_of(cost, above) - cost_of(cost, below) <= 1e-7 * spread || above_by <= 0) break;
        if (below.support == above.support) {  // between them the weights move along a line: a quadratic equation
            multiplier_ = high;
            const double reach = reach_of_bound(plain_vector(below.point),
                                                plain_vector(above.point) - plain_vector(below.point), bound_);
            return cost_of(cost, below) + reach * (cost_of(cost, above) - cost_of(cost, below));
        }
        // Secant with halved ends (the Illinois rule: Dowell & Jarratt 1971).
        double middle = (low * above_by - high * below_by) / (above_by - below_by);
        if (!(middle > low && middle < high)) middle = (low + high) / 2;
        const NearestPoint between = at(cost, middle, below);
        const double by = between.loss - bound_;
        if (by < 0) {
            low = middle;
            below = between;
            below_by = by;
            above_by /= 2;
        } else {
            high = middle;
            above = between;
            above_by = by;
            below_by /= 2;
        }
        if (std::abs(by) <= 1e-8 * bound_) {
            multiplier_ = middle;
            return cost_of(cost, between);
        }
    }
    multiplier_ = high;
    return cost_of(cost, below);
}

struct InSampleProblem {
    Eigen::MatrixXd donors;              ///< before the treatment, T0 x J
    Eigen::VectorXd weights;             ///< fitted
    Eigen::VectorXd deviations;          ///< residuals less their mean, with the correction of degrees of freedom
    std::vector<Eigen::VectorXd> costs;  ///< the donors' outcomes in each period after it, and their mean
};

/// Rows that say the same about distances, no more of them than columns: |R w - c| as |D w| with fewer rows.
Eigen::MatrixXd fewer_rows(const Eigen::MatrixXd& matrix) {
    if (matrix.rows() <= matrix.cols()) return matrix;
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(matrix);
    return qr.matrixQR().topRows(matrix.cols()).triangularView<Eigen::Upper>();
}

/// Least and greatest p'(w^ - w) of one draw, a pair a cost.
void bounds_of_draw(const InSampleProblem& problem, std::uint64_t seed, std::size_t draw, double* lower,
                    double* upper) {
    Random random(seed, "prediction intervals of a synthetic control", draw);
    Eigen::VectorXd shock = problem.deviations;
    for (double& value : shock) value *= normal_quantile(random.uniform());
    Eigen::MatrixXd differences = problem.donors;
    differences.colwise() -= problem.donors * problem.weights + shock;
    const double bound = shock.squaredNorm();
    const Eigen::MatrixXd fewer = fewer_rows(differences);
    GreatestWithin upwards(fewer, bound), downwards(fewer, bound);
    for (std::size_t c = 0; c < problem.costs.size(); ++c) {
        const Eigen::VectorXd& cost = problem.costs[c];
        const double here = cost.dot(problem.weights);
        lower[c] = std::min(0.0, here - upwards.value(cost));
        upper[c] = std::max(0.0, here + downwards.value(-cost));
    }
}

/// In-sample bounds of one cost over the draws, ascending.
struct SimulatedBounds {
    std::vector<double> low, high;
};

struct OutsideBounds {
    double lower = 0, upper = 0;
};

OutsideBounds outside_bounds(std::vector<double> residuals, double tail, OutsideError kind) {
    if (kind == OutsideError::quantile) {
        std::ranges::sort(residuals);
        return {std::min(0.0, quantile_of_sorted(residuals, tail / 2)),
                std::max(0.0, quantile_of_sorted(residuals, 1 - tail / 2))};
    }
    double squares = 0;
    for (const double value : residuals) squares += value * value;
    const double reach =
        std::sqrt(squares / static_cast<double>(residuals.size() - 1)) * std::sqrt(2 * std::log(2 / tail));
    return {-reach, reach};
}

InSampleProblem in_sample_problem(const DonorPanel& panel, const ControlFit& control, double correction,
                                  bool mean_only) {
    InSampleProblem problem;
    const DonorMatrix plain = donor_matrix(panel.outcomes, panel.times.size());
    const auto all = mapped<Eigen::Map<const Eigen::MatrixXd>>(plain);
    const auto pre = static_cast<Eigen::Index>(panel.pre);
    problem.donors = all.topRows(pre);
    problem.weights = Eigen::Map<const Eigen::VectorXd>(control.fit.weights.data(), all.cols());
    const Eigen::Map<const Eigen::VectorXd> residuals(control.gap.data(), pre);
    problem.deviations = correction * (residuals.array() - residuals.mean()).matrix();
    Eigen::VectorXd sum = Eigen::VectorXd::Zero(all.cols());
    for (Eigen::Index t = pre; t < all.rows(); ++t) {
        problem.costs.emplace_back(all.row(t).transpose());
        sum += problem.costs.back();
    }
    if (mean_only) problem.costs.clear();
    problem.costs.emplace_back(sum / static_cast<double>(panel.post()));
    return problem;
}

/// Intervals of one level from the simulated errors of the weights and the bound on shocks.
LevelIntervals at_level(const DonorPanel& panel, const ControlFit& control,
                        const std::vector<SimulatedBounds>& simulated, const PredictionOptions& options, double level) {
    LevelIntervals all{level, {}, {}};
    const double tail = (1 - level) / 2;
    const auto first = control.gap.begin();
    const OutsideBounds outside =
        outside_bounds({first, first + static_cast<std::ptrdiff_t>(panel.pre)}, tail, options.outside);
    for (std::size_t c = 0; c < simulated.size(); ++c) {
        const bool mean = c + 1 == simulated.size();
        PredictionInterval interval;
        interval.effect = mean ? control.mean_gap : control.gap[panel.pre + c];
        interval.in_lower = quantile_of_sorted(simulated[c].low, tail / 2);
        interval.in_upper = quantile_of_sorted(simulated[c].high, 1 - tail / 2);
        interval.out_lower = outside.lower;
        interval.out_upper = outside.upper;
        interval.lower = interval.effect - interval.in_upper - interval.out_upper;
        interval.upper = interval.effect - interval.in_lower - interval.out_lower;
        (mean ? all.mean : all.periods.emplace_back()) = interval;
    }
    return all;
}

}  // namespace

PredictionIntervals prediction_intervals(const DonorPanel& panel, const ControlFit& control,
                                         const PredictionOptions& options) {
    check_between(options.level, 0.5, 0.999, "--level");
    for (const double level : options.further_levels) check_between(level, 0.5, 0.999, "level");
    if (options.draws < 20 || options.draws > 100'000)
        refuse_argument("--draws", std::to_string(options.draws), "give a number from 20 to 100000");
    PredictionIntervals result;
    std::size_t positive = 0;
    for (const double weight : control.fit.weights) positive += weight > 1e-9 ? 1 : 0;
    if (control.perfect) {
        result.refusal =
            "the donors meet every outcome before the treatment exactly, so that there are no residuals "
            "from which an interval could be learnt";
        return result;
    }
    if (panel.pre <= positive) {
        result.refusal = "there are " + std::to_string(panel.pre) + " periods before the treatment and " +
                         std::to_string(positive) + " donors with weight: no degree of freedom is left for an interval";
        return result;
    }
    const double before = static_cast<double>(panel.pre);
    const InSampleProblem problem = in_sample_problem(
        panel, control, std::sqrt(before / (before - static_cast<double>(positive - 1))), options.mean_only);
    const std::size_t costs = problem.costs.size();
    std::vector<double> lower(options.draws * costs), upper(options.draws * costs);
    std::vector<SimulatedBounds> simulated;
    WorkStep step(options.work, "prediction intervals", options.draws);
    parallel_chunks(
        options.draws, 4, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t d = begin; d < end; ++d) {
                options.work.check();
                bounds_of_draw(problem, options.seed, d, &lower[d * costs], &upper[d * costs]);
            }
        },
        step);
    for (std::size_t c = 0; c < costs; ++c) {
        std::vector<double> low(options.draws), high(options.draws);
        for (std::size_t d = 0; d < options.draws; ++d) {
            low[d] = lower[d * costs + c];
            high[d] = upper[d * costs + c];
        }
        std::ranges::sort(low);
        std::ranges::sort(high);
        simulated.push_back({std::move(low), std::move(high)});
    }
    LevelIntervals main = at_level(panel, control, simulated, options, options.level);
    result.periods = std::move(main.periods);
    result.mean = main.mean;
    for (const double level : options.further_levels)
        result.further.push_back(at_level(panel, control, simulated, options, level));
    return result;
}

}  // namespace tarazy
