#include "trace/counterfactual/solution_face.hpp"

#include <Eigen/Core>
#include <Eigen/LU>
#include <Eigen/QR>
#include <Eigen/SVD>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

constexpr double slope_tolerance = 1e-9;  ///< of a column that may have weight, in lengths of the point
constexpr double perfect_fit = 1e-10;     ///< length of the point, by the longest column
constexpr double rank_tolerance = 1e-10;  ///< of singular values, by the largest
constexpr double pivot_tolerance = 1e-11;

using FaceMatrix = Eigen::Map<const Eigen::MatrixXd>;
using FaceVector = Eigen::Map<const Eigen::VectorXd>;

FaceVector face_vector(const std::vector<double>& values) {
    return FaceVector(values.data(), static_cast<Eigen::Index>(values.size()));
}

Eigen::Index place(std::size_t column) {
    return static_cast<Eigen::Index>(column);
}

/// The vertex that a basis stands for.
struct FaceVertex {
    Eigen::PartialPivLU<Eigen::MatrixXd> factors;
    Eigen::VectorXd values;  ///< of the basic columns
};

FaceVertex face_vertex(const FaceMatrix& rows, const FaceVector& right, const std::vector<std::size_t>& basis) {
    Eigen::MatrixXd square(rows.rows(), rows.rows());
    for (std::size_t i = 0; i < basis.size(); ++i) square.col(place(i)) = rows.col(place(basis[i]));
    FaceVertex vertex{Eigen::PartialPivLU<Eigen::MatrixXd>(square), {}};
    vertex.values = vertex.factors.solve(right).cwiseMax(0);
    return vertex;
}

/// The column that enters: the most negative reduced cost, or with Bland's rule the first.
Eigen::Index entering_column(const Eigen::VectorXd& reduced, const std::vector<bool>& basic, double tolerance,
                             bool bland) {
    Eigen::Index best = -1;
    for (Eigen::Index j = 0; j < reduced.size(); ++j) {
        if (basic[static_cast<std::size_t>(j)] || reduced[j] >= -tolerance) continue;
        if (best < 0 || reduced[j] < reduced[best]) best = j;
        if (bland) break;
    }
    return best;
}

}  // namespace

SolutionFace::SolutionFace(const DonorMatrix& given, const NearestPoint& nearest) : donors_(given.columns) {
    const auto columns = mapped<FaceMatrix>(given);
    double scale = std::sqrt(columns.colwise().squaredNorm().maxCoeff());
    if (!(scale > 0)) scale = 1;
    const Eigen::VectorXd point = face_vector(nearest.point) / scale;
    const Eigen::VectorXd slopes = columns.transpose() * point / scale;
    const double length = point.norm();
    // Of a perfect fit every column is a candidate: there is no slope.
    const bool perfect = length <= perfect_fit;
    for (std::size_t j = 0; j < donors_; ++j) {
        const bool flat = perfect || slopes[place(j)] - point.squaredNorm() <= slope_tolerance * length;
        if (flat || nearest.weights[j] > 0) candidates_.push_back(j);
    }
    if (candidates_.size() == nearest.support.size()) {  // affinely independent: one solution
        for (const std::size_t j : candidates_) first_.push_back(nearest.weights[j]);
        return;
    }
    Eigen::MatrixXd system(columns.rows() + 1, place(candidates_.size()));
    std::vector<std::size_t> support;
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
        system.col(place(c)).head(columns.rows()) = columns.col(place(candidates_[c])) / scale;
        system(columns.rows(), place(c)) = 1;
        first_.push_back(nearest.weights[candidates_[c]]);
        if (first_[c] > 0) support.push_back(c);
    }
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(system, Eigen::ComputeThinV | Eigen::ComputeThinU);
    Eigen::Index rank = 0;
    const Eigen::VectorXd& singular = svd.singularValues();
    while (rank < singular.size() && singular[rank] > rank_tolerance * singular[0]) ++rank;
    if (rank == system.cols()) return;
    const Eigen::MatrixXd rows = svd.matrixV().leftCols(rank).transpose();
    const Eigen::VectorXd right = rows * face_vector(first_);
    rows_ = plain_matrix(rows);
    right_.assign(right.begin(), right.end());
    find_basis(support);
    if (basis_.size() != static_cast<std::size_t>(rank)) return;
    // Weight outside of the support, or a support that could be left: is any possible?
    for (std::size_t c = 0; c < first_.size() && single_; ++c) {
        if (first_[c] > 0) continue;
        std::vector<double> cost(first_.size(), 0.0);
        cost[c] = -1;
        single_ = solve(cost)[c] <= 1e-9;
    }
}

void SolutionFace::find_basis(const std::vector<std::size_t>& support) {
    Eigen::MatrixXd rest = mapped<FaceMatrix>(rows_);
    const auto take = [&](std::size_t column) {
        const Eigen::VectorXd direction = rest.col(place(column)).normalized();
        rest -= direction * (direction.transpose() * rest);
        basis_.push_back(column);
    };
    for (const std::size_t column : support)
        if (rest.col(place(column)).norm() > pivot_tolerance) take(column);
    while (basis_.size() < rows_.rows) {
        Eigen::Index longest = 0;
        if (rest.colwise().squaredNorm().maxCoeff(&longest) <= pivot_tolerance * pivot_tolerance) return;
        take(static_cast<std::size_t>(longest));
    }
}

std::vector<double> SolutionFace::solve(const std::vector<double>& given) const {
    const auto rows = mapped<FaceMatrix>(rows_);
    const FaceVector right = face_vector(right_), cost = face_vector(given);
    std::vector<std::size_t> basis = basis_;
    std::vector<bool> basic(given.size());
    for (const std::size_t column : basis) basic[column] = true;
    const double tolerance = 1e-11 * std::max(cost.cwiseAbs().maxCoeff(), 1e-300);
    const Eigen::Index most_steps = 200 * (cost.size() + rows.rows()) + 1000;
    FaceVertex vertex = face_vertex(rows, right, basis);
    Eigen::Index stalled = 0;
    for (Eigen::Index step = 0; step < most_steps; ++step) {
        Eigen::VectorXd basic_cost(place(basis.size()));
        for (std::size_t i = 0; i < basis.size(); ++i) basic_cost[place(i)] = given[basis[i]];
        const Eigen::VectorXd prices = vertex.factors.transpose().solve(basic_cost);
        const Eigen::VectorXd reduced = cost - rows.transpose() * prices;
        const Eigen::Index entering = entering_column(reduced, basic, tolerance, stalled > 20);
        if (entering < 0) break;
        const Eigen::VectorXd change = vertex.factors.solve(rows.col(entering));
        double length = std::numeric_limits<double>::infinity();
        std::size_t leaving = basis.size();
        for (std::size_t i = 0; i < basis.size(); ++i) {
            const double by = change[place(i)];
            if (by <= pivot_tolerance) continue;
            const double reach = vertex.values[place(i)] / by;
            if (reach < length || (reach == length && basis[i] < basis[leaving])) {
                length = reach;
                leaving = i;
            }
        }
        if (leaving == basis.size()) break;  // the simplex is bounded: only rounding leads here
        stalled = length > 1e-13 ? 0 : stalled + 1;
        basic[basis[leaving]] = false;
        basis[leaving] = static_cast<std::size_t>(entering);
        basic[basis[leaving]] = true;
        vertex = face_vertex(rows, right, basis);
    }
    std::vector<double> weights(given.size(), 0.0);
    const double sum = vertex.values.sum();
    for (std::size_t i = 0; i < basis.size(); ++i) weights[basis[i]] = vertex.values[place(i)] / sum;
    return weights;
}

std::vector<double> SolutionFace::spread(const std::vector<double>& weights) const {
    std::vector<double> all(donors_, 0.0);
    for (std::size_t c = 0; c < candidates_.size(); ++c) all[candidates_[c]] = weights[c];
    return all;
}

std::vector<double> SolutionFace::minimiser(const std::vector<double>& cost) const {
    if (single_) return spread(first_);
    std::vector<double> own;
    for (const std::size_t j : candidates_) own.push_back(cost[j]);
    return spread(solve(own));
}

std::vector<double> SolutionFace::least_norm() const {
    if (single_) return spread(first_);
    // The least norm under a heavy penalty for leaving the face, whose support is then taken to solve exactly.
    constexpr double heavy = 1e4;
    const auto rows = mapped<FaceMatrix>(rows_);
    const FaceVector right = face_vector(right_);
    const Eigen::Index count = place(first_.size()), rank = rows.rows();
    Eigen::MatrixXd columns(rank + count, count);
    columns.topRows(rank) = heavy * (rows.colwise() - right);
    columns.bottomRows(count) = Eigen::MatrixXd::Identity(count, count);
    const NearestPoint near = nearest_point(plain_matrix(columns));
    Eigen::MatrixXd kept(rank, place(near.support.size()));
    for (std::size_t i = 0; i < near.support.size(); ++i) kept.col(place(i)) = rows.col(place(near.support[i]));
    const Eigen::VectorXd exact = kept.completeOrthogonalDecomposition().solve(right);
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(count);
    for (std::size_t i = 0; i < near.support.size(); ++i) weights[place(near.support[i])] = exact[place(i)];
    const bool feasible = weights.minCoeff() >= -1e-9 && (rows * weights - right).norm() <= 1e-9;
    if (!feasible) return spread(first_);
    weights = weights.cwiseMax(0);
    weights /= weights.sum();
    return spread({weights.begin(), weights.end()});
}

}  // namespace tarazy
