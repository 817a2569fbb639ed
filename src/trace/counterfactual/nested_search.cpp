#include "trace/counterfactual/nested_search.hpp"

#include "base/random.hpp"
#include "trace/counterfactual/donor_matrix.hpp"
#include "trace/counterfactual/nearest_point.hpp"

#include <Eigen/Core>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

constexpr double widest_log = 18;  ///< log v lies within this of 0 on either side

class NestedObjective {
public:
    NestedObjective(const NestedProblem& problem, std::size_t most, const Work& work)
        : predictors_(donor_differences(problem.predictors, problem.own_predictors)),
          outcomes_(
              mapped<Eigen::Map<const Eigen::MatrixXd>>(donor_differences(problem.outcomes, problem.own_outcomes))),
          most_(most),
          clock_(work) {}

    [[nodiscard]] bool spent() const { return used_ >= most_; }
    [[nodiscard]] std::size_t used() const { return used_; }

    [[nodiscard]] double at(const Eigen::VectorXd& log_v) {
        ++used_;
        (void)clock_.stops();
        const Eigen::VectorXd root = (log_v.array() / 2).exp().matrix();
        DonorMatrix weighed = predictors_;
        for (std::size_t i = 0; i < weighed.values.size(); ++i)
            weighed.values[i] *= root[static_cast<Eigen::Index>(i % weighed.rows)];
        const NearestPoint inner = nearest_point(weighed);
        const Eigen::Map<const Eigen::VectorXd> weights(inner.weights.data(), outcomes_.cols());
        return (outcomes_ * weights).squaredNorm() / static_cast<double>(outcomes_.rows());
    }

private:
    const DonorMatrix predictors_;
    const Eigen::MatrixXd outcomes_;
    const std::size_t most_;
    StepClock clock_;
    std::size_t used_ = 0;
};

struct LogWeights {
    Eigen::VectorXd at;
    double loss = 0;
};

/// log v, the largest 0, none further down than can matter.
Eigen::VectorXd log_weights(const Eigen::VectorXd& v) {
    const double largest = v.maxCoeff();
    return (v / (largest > 0 ? largest : 1)).cwiseMax(std::exp(-widest_log)).array().log().matrix();
}

/// Squared coefficients of the outcomes on the predictors over units, summed over periods.
Eigen::VectorXd regression_weights(const NestedProblem& problem) {
    const std::size_t donors = problem.predictors.size(), count = problem.own_predictors.size();
    Eigen::MatrixXd design(static_cast<Eigen::Index>(donors + 1), static_cast<Eigen::Index>(count + 1));
    Eigen::MatrixXd outcomes(static_cast<Eigen::Index>(donors + 1),
                             static_cast<Eigen::Index>(problem.own_outcomes.size()));
    const auto fill = [&](std::size_t row, const std::vector<double>& x, const std::vector<double>& y) {
        const auto at = static_cast<Eigen::Index>(row);
        design(at, 0) = 1;
        for (std::size_t k = 0; k < x.size(); ++k) design(at, static_cast<Eigen::Index>(k + 1)) = x[k];
        for (std::size_t t = 0; t < y.size(); ++t) outcomes(at, static_cast<Eigen::Index>(t)) = y[t];
    };
    fill(0, problem.own_predictors, problem.own_outcomes);
    for (std::size_t j = 0; j < donors; ++j) fill(j + 1, problem.predictors[j], problem.outcomes[j]);
    const Eigen::MatrixXd slopes = design.completeOrthogonalDecomposition().solve(outcomes);
    return slopes.bottomRows(static_cast<Eigen::Index>(count)).rowwise().squaredNorm();
}

/// Pattern search from a start: along each predictor up and down, then along the whole step once more.
LogWeights pattern_search(NestedObjective& objective, LogWeights best, std::size_t until) {
    Eigen::VectorXd last = best.at;
    for (double step = 4; step > 0.02 && objective.used() < until && !objective.spent();) {
        const double before = best.loss;
        for (Eigen::Index k = 0; k < best.at.size(); ++k) {
            for (const double by : {step, -step}) {
                if (objective.used() >= until || objective.spent()) break;
                LogWeights other = best;
                other.at[k] = std::clamp(other.at[k] + by, -widest_log, widest_log);
                other.loss = objective.at(other.at);
                if (!(other.loss < best.loss)) continue;
                best = other;
                break;
            }
        }
        if (!(best.loss < before * (1 - 1e-9))) {
            step /= 2;
            last = best.at;
            continue;
        }
        LogWeights further{(2 * best.at - last).cwiseMax(-widest_log).cwiseMin(widest_log), 0};
        last = best.at;
        if (objective.used() >= until || objective.spent()) break;
        further.loss = objective.at(further.at);
        if (further.loss < best.loss) best = further;
    }
    return best;
}

}  // namespace

NestedWeights nested_predictor_weights(const NestedProblem& problem, std::size_t evaluations, std::uint64_t seed,
                                       const Work& work) {
    work.check();
    const auto count = static_cast<Eigen::Index>(problem.own_predictors.size());
    NestedObjective objective(problem, std::max<std::size_t>(evaluations, 1), work);
    std::vector<Eigen::VectorXd> starts = {Eigen::VectorXd::Zero(count), log_weights(regression_weights(problem))};
    for (Eigen::Index k = 0; k < count; ++k) {
        starts.emplace_back(Eigen::VectorXd::Constant(count, -6));
        starts.back()[k] = 0;
    }
    Random random(seed, "starts of the nested search for predictor weights", 0);
    for (Eigen::Index r = 0; r < 4 * count; ++r) {
        Eigen::VectorXd v(count);
        for (double& weight : v) weight = -std::log(random.uniform());
        starts.push_back(log_weights(v));
    }
    std::vector<LogWeights> tried;
    for (const Eigen::VectorXd& start : starts) {
        if (objective.spent()) break;
        tried.push_back({start, objective.at(start)});
    }
    // The most promising starts share what is left of the evaluations.
    std::ranges::stable_sort(tried, {}, &LogWeights::loss);
    LogWeights best = tried.front();
    const std::size_t searched = std::min<std::size_t>(tried.size(), 6);
    for (std::size_t s = 0; s < searched && !objective.spent(); ++s) {
        const std::size_t left = std::max<std::size_t>(evaluations, objective.used()) - objective.used();
        const LogWeights found = pattern_search(objective, tried[s], objective.used() + left / (searched - s));
        if (found.loss < best.loss) best = found;
    }
    NestedWeights result;
    const Eigen::VectorXd v = (best.at.array() - best.at.maxCoeff()).exp().matrix();
    result.v.assign(v.begin(), v.end());
    for (double& weight : result.v) weight /= v.sum();
    result.loss = best.loss;
    result.evaluations = objective.used();
    return result;
}

}  // namespace tarazy
