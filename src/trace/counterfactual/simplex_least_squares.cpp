#include "trace/counterfactual/simplex_least_squares.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "trace/counterfactual/donor_matrix.hpp"
#include "trace/counterfactual/solution_face.hpp"

#include <algorithm>

namespace tarazy {
namespace {

SimplexFit simplex_fit(const Eigen::MatrixXd& differences, const NearestPoint& nearest, const Eigen::VectorXd& weights,
                       bool unique) {
    SimplexFit fit;
    fit.weights.assign(weights.begin(), weights.end());
    const Eigen::VectorXd point = differences * weights;
    fit.loss = point.squaredNorm();
    const Eigen::VectorXd slopes = differences.transpose() * point;
    fit.kkt = std::max(0.0, 2 * (fit.loss - slopes.minCoeff()));
    const double scale = differences.colwise().squaredNorm().maxCoeff();
    fit.kkt_relative = scale > 0 ? fit.kkt / scale : 0;
    fit.certified = fit.kkt_relative <= simplex_tolerance;
    fit.unique = unique;
    fit.steps = nearest.steps;
    return fit;
}

}  // namespace

SimplexFit simplex_least_squares(const std::vector<std::vector<double>>& columns, std::span<const double> target) {
    const Eigen::MatrixXd differences = donor_differences(columns, target);
    const NearestPoint nearest = nearest_point(differences);
    const SolutionFace face(differences, nearest);
    return simplex_fit(differences, nearest, face.single() ? nearest.weights : face.least_norm(), face.single());
}

std::vector<std::pair<double, double>> uniqueness_range(const std::vector<std::vector<double>>& columns,
                                                        std::span<const double> target,
                                                        const std::vector<std::vector<double>>& costs) {
    const Eigen::MatrixXd differences = donor_differences(columns, target);
    const SolutionFace face(differences, nearest_point(differences));
    std::vector<std::pair<double, double>> ranges;
    for (const std::vector<double>& values : costs) {
        if (values.size() != columns.size()) throw UsageError("uniqueness_range: a cost a column is needed");
        const Eigen::Map<const Eigen::VectorXd> cost(values.data(), static_cast<Eigen::Index>(values.size()));
        const double low = cost.dot(face.minimiser(cost));
        const double high = face.single() ? low : cost.dot(face.minimiser(-cost));
        ranges.emplace_back(std::min(low, high), std::max(low, high));
    }
    return ranges;
}

SimplexFit penalised_least_squares(const std::vector<std::vector<double>>& columns, std::span<const double> target,
                                   double lambda) {
    check_at_least(lambda, 0, "lambda");
    const Eigen::MatrixXd differences = donor_differences(columns, target);
    const Eigen::VectorXd distances = differences.colwise().squaredNorm().transpose();
    if (lambda > 0) {
        const NearestPoint nearest = nearest_point(differences, lambda / 2 * distances);
        SimplexFit fit = simplex_fit(differences, nearest, nearest.weights, true);
        fit.kkt = nearest.gap;  // of the penalised objective, not of the loss alone
        const double scale = distances.maxCoeff() * (1 + lambda);
        fit.kkt_relative = scale > 0 ? fit.kkt / scale : 0;
        fit.certified = fit.kkt_relative <= simplex_tolerance;
        return fit;
    }
    const NearestPoint nearest = nearest_point(differences);
    const SolutionFace face(differences, nearest);
    return simplex_fit(differences, nearest, face.minimiser(distances), face.single());
}

}  // namespace tarazy
