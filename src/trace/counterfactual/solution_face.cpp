#include "trace/counterfactual/solution_face.hpp"

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

/// Reduced costs, by the vertex that the basis stands for.
struct FaceVertex {
    Eigen::PartialPivLU<Eigen::MatrixXd> factors;
    Eigen::VectorXd values;  ///< of the basic columns
};

FaceVertex face_vertex(const Eigen::MatrixXd& rows, const Eigen::VectorXd& right,
                       const std::vector<Eigen::Index>& basis) {
    Eigen::MatrixXd square(rows.rows(), rows.rows());
    for (std::size_t i = 0; i < basis.size(); ++i) square.col(static_cast<Eigen::Index>(i)) = rows.col(basis[i]);
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

SolutionFace::SolutionFace(const Eigen::MatrixXd& columns, const NearestPoint& nearest) : donors_(columns.cols()) {
    double scale = std::sqrt(columns.colwise().squaredNorm().maxCoeff());
    if (!(scale > 0)) scale = 1;
    const Eigen::VectorXd point = nearest.point / scale;
    const Eigen::VectorXd slopes = columns.transpose() * point / scale;
    const double length = point.norm();
    // Of a perfect fit every column is a candidate: there is no slope.
    const bool perfect = length <= perfect_fit;
    for (Eigen::Index j = 0; j < donors_; ++j) {
        const bool flat = perfect || slopes[j] - point.squaredNorm() <= slope_tolerance * length;
        if (flat || nearest.weights[j] > 0) candidates_.push_back(j);
    }
    const auto count = static_cast<Eigen::Index>(candidates_.size());
    Eigen::MatrixXd system(columns.rows() + 1, count);
    first_.resize(count);
    std::vector<Eigen::Index> support;
    for (Eigen::Index c = 0; c < count; ++c) {
        const Eigen::Index j = candidates_[static_cast<std::size_t>(c)];
        system.col(c).head(columns.rows()) = columns.col(j) / scale;
        system(columns.rows(), c) = 1;
        first_[c] = nearest.weights[j];
        if (first_[c] > 0) support.push_back(c);
    }
    if (count == static_cast<Eigen::Index>(nearest.support.size())) return;  // affinely independent: one solution
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(system, Eigen::ComputeThinV | Eigen::ComputeThinU);
    Eigen::Index rank = 0;
    const Eigen::VectorXd& singular = svd.singularValues();
    while (rank < singular.size() && singular[rank] > rank_tolerance * singular[0]) ++rank;
    if (rank == count) return;
    rows_ = svd.matrixV().leftCols(rank).transpose();
    right_ = rows_ * first_;
    find_basis(support);
    if (basis_.size() != static_cast<std::size_t>(rank)) return;
    // Weight outside of the support, or a support that could be left: is any possible?
    for (Eigen::Index c = 0; c < count && single_; ++c) {
        if (first_[c] > 0) continue;
        Eigen::VectorXd cost = Eigen::VectorXd::Zero(count);
        cost[c] = -1;
        single_ = solve(cost)[c] <= 1e-9;
    }
}

void SolutionFace::find_basis(const std::vector<Eigen::Index>& support) {
    Eigen::MatrixXd rest = rows_;
    const auto take = [&](Eigen::Index column) {
        const Eigen::VectorXd direction = rest.col(column).normalized();
        rest -= direction * (direction.transpose() * rest);
        basis_.push_back(column);
    };
    for (const Eigen::Index column : support)
        if (rest.col(column).norm() > pivot_tolerance) take(column);
    while (static_cast<Eigen::Index>(basis_.size()) < rows_.rows()) {
        Eigen::Index longest = 0;
        if (rest.colwise().squaredNorm().maxCoeff(&longest) <= pivot_tolerance * pivot_tolerance) return;
        take(longest);
    }
}

Eigen::VectorXd SolutionFace::solve(const Eigen::VectorXd& cost) const {
    std::vector<Eigen::Index> basis = basis_;
    std::vector<bool> basic(static_cast<std::size_t>(cost.size()));
    for (const Eigen::Index column : basis) basic[static_cast<std::size_t>(column)] = true;
    const double tolerance = 1e-11 * std::max(cost.cwiseAbs().maxCoeff(), 1e-300);
    const Eigen::Index most_steps = 200 * (cost.size() + rows_.rows()) + 1000;
    FaceVertex vertex = face_vertex(rows_, right_, basis);
    Eigen::Index stalled = 0;
    for (Eigen::Index step = 0; step < most_steps; ++step) {
        Eigen::VectorXd basic_cost(static_cast<Eigen::Index>(basis.size()));
        for (std::size_t i = 0; i < basis.size(); ++i) basic_cost[static_cast<Eigen::Index>(i)] = cost[basis[i]];
        const Eigen::VectorXd prices = vertex.factors.transpose().solve(basic_cost);
        const Eigen::VectorXd reduced = cost - rows_.transpose() * prices;
        const Eigen::Index entering = entering_column(reduced, basic, tolerance, stalled > 20);
        if (entering < 0) break;
        const Eigen::VectorXd change = vertex.factors.solve(rows_.col(entering));
        double length = std::numeric_limits<double>::infinity();
        std::size_t leaving = basis.size();
        for (std::size_t i = 0; i < basis.size(); ++i) {
            const double by = change[static_cast<Eigen::Index>(i)];
            if (by <= pivot_tolerance) continue;
            const double reach = vertex.values[static_cast<Eigen::Index>(i)] / by;
            if (reach < length || (reach == length && basis[i] < basis[leaving])) {
                length = reach;
                leaving = i;
            }
        }
        if (leaving == basis.size()) break;  // the simplex is bounded: only rounding leads here
        stalled = length > 1e-13 ? 0 : stalled + 1;
        basic[static_cast<std::size_t>(basis[leaving])] = false;
        basis[leaving] = entering;
        basic[static_cast<std::size_t>(entering)] = true;
        vertex = face_vertex(rows_, right_, basis);
    }
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(cost.size());
    for (std::size_t i = 0; i < basis.size(); ++i) weights[basis[i]] = vertex.values[static_cast<Eigen::Index>(i)];
    return weights / weights.sum();
}

Eigen::VectorXd SolutionFace::spread(const Eigen::VectorXd& weights) const {
    Eigen::VectorXd all = Eigen::VectorXd::Zero(donors_);
    for (std::size_t c = 0; c < candidates_.size(); ++c) all[candidates_[c]] = weights[static_cast<Eigen::Index>(c)];
    return all;
}

Eigen::VectorXd SolutionFace::minimiser(const Eigen::VectorXd& cost) const {
    if (single_) return spread(first_);
    Eigen::VectorXd own(first_.size());
    for (std::size_t c = 0; c < candidates_.size(); ++c) own[static_cast<Eigen::Index>(c)] = cost[candidates_[c]];
    return spread(solve(own));
}

Eigen::VectorXd SolutionFace::least_norm() const {
    if (single_) return spread(first_);
    // The least norm under a heavy penalty for leaving the face, whose support is then taken to solve exactly.
    constexpr double heavy = 1e4;
    const Eigen::Index count = first_.size(), rank = rows_.rows();
    Eigen::MatrixXd columns(rank + count, count);
    columns.topRows(rank) = heavy * (rows_.colwise() - right_);
    columns.bottomRows(count) = Eigen::MatrixXd::Identity(count, count);
    const NearestPoint near = nearest_point(columns);
    Eigen::MatrixXd kept(rank, static_cast<Eigen::Index>(near.support.size()));
    for (std::size_t i = 0; i < near.support.size(); ++i)
        kept.col(static_cast<Eigen::Index>(i)) = rows_.col(static_cast<Eigen::Index>(near.support[i]));
    const Eigen::VectorXd exact = kept.completeOrthogonalDecomposition().solve(right_);
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(count);
    for (std::size_t i = 0; i < near.support.size(); ++i)
        weights[static_cast<Eigen::Index>(near.support[i])] = exact[static_cast<Eigen::Index>(i)];
    const bool feasible = weights.minCoeff() >= -1e-9 && (rows_ * weights - right_).norm() <= 1e-9;
    if (!feasible) return spread(first_);
    weights = weights.cwiseMax(0);
    return spread(weights / weights.sum());
}

}  // namespace tarazy
