#include "trace/counterfactual/simplex_least_squares.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "trace/counterfactual/donor_matrix.hpp"
#include "trace/counterfactual/solution_face.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace {

std::vector<double> squared_lengths(const DonorMatrix& differences) {
    std::vector<double> lengths;
    for (std::size_t j = 0; j < differences.columns; ++j) {
        double square = 0;
        for (std::size_t t = 0; t < differences.rows; ++t) square += differences(t, j) * differences(t, j);
        lengths.push_back(square);
    }
    return lengths;
}

SimplexFit simplex_fit(const DonorMatrix& differences, const NearestPoint& nearest, std::vector<double> weights,
                       bool unique) {
    SimplexFit fit;
    fit.weights = std::move(weights);
    const auto columns = mapped<Eigen::Map<const Eigen::MatrixXd>>(differences);
    const Eigen::VectorXd point = columns * Eigen::Map<const Eigen::VectorXd>(fit.weights.data(), columns.cols());
    fit.loss = point.squaredNorm();
    const Eigen::VectorXd slopes = columns.transpose() * point;
    fit.kkt = std::max(0.0, 2 * (fit.loss - slopes.minCoeff()));
    const double scale = std::ranges::max(squared_lengths(differences));
    fit.kkt_relative = scale > 0 ? fit.kkt / scale : 0;
    fit.certified = fit.kkt_relative <= simplex_tolerance;
    fit.unique = unique;
    fit.steps = nearest.steps;
    return fit;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

}  // namespace

SimplexFit simplex_least_squares(const std::vector<std::vector<double>>& columns, std::span<const double> target) {
    const DonorMatrix differences = donor_differences(columns, target);
    const NearestPoint nearest = nearest_point(differences);
    const SolutionFace face(differences, nearest);
    return simplex_fit(differences, nearest, face.single() ? nearest.weights : face.least_norm(), face.single());
}

std::vector<std::pair<double, double>> uniqueness_range(const std::vector<std::vector<double>>& columns,
                                                        std::span<const double> target,
                                                        const std::vector<std::vector<double>>& costs) {
    const DonorMatrix differences = donor_differences(columns, target);
    const SolutionFace face(differences, nearest_point(differences));
    std::vector<std::pair<double, double>> ranges;
    for (const std::vector<double>& cost : costs) {
        if (cost.size() != columns.size()) throw UsageError("uniqueness_range: a cost a column is needed");
        std::vector<double> opposite = cost;
        for (double& value : opposite) value = -value;
        const double low = product(cost, face.minimiser(cost));
        const double high = face.single() ? low : product(cost, face.minimiser(opposite));
        ranges.emplace_back(std::min(low, high), std::max(low, high));
    }
    return ranges;
}

SimplexFit penalised_least_squares(const std::vector<std::vector<double>>& columns, std::span<const double> target,
                                   double lambda) {
    check_at_least(lambda, 0, "lambda");
    const DonorMatrix differences = donor_differences(columns, target);
    const std::vector<double> distances = squared_lengths(differences);
    if (lambda > 0) {
        std::vector<double> slopes = distances;
        for (double& slope : slopes) slope *= lambda / 2;
        const NearestPoint nearest = nearest_point(differences, slopes);
        SimplexFit fit = simplex_fit(differences, nearest, nearest.weights, true);
        fit.kkt = nearest.gap;  // of the penalised objective, not of the loss alone
        const double scale = std::ranges::max(distances) * (1 + lambda);
        fit.kkt_relative = scale > 0 ? fit.kkt / scale : 0;
        fit.certified = fit.kkt_relative <= simplex_tolerance;
        return fit;
    }
    const NearestPoint nearest = nearest_point(differences);
    const SolutionFace face(differences, nearest);
    return simplex_fit(differences, nearest, face.minimiser(distances), face.single());
}

}  // namespace tarazy
