#include "trace/counterfactual/nearest_point.hpp"

#include <Eigen/Core>
#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

/// The state of the method: a support and its weights, in units in which the longest column has length 1.
class WolfeSearch {
public:
    WolfeSearch(const Eigen::MatrixXd& columns, const Eigen::VectorXd& linear)
        : columns_(columns), linear_(linear), squares_(columns.colwise().squaredNorm()) {}

    void run(const NearestPoint* start);
    [[nodiscard]] const std::vector<Eigen::Index>& support() const { return support_; }
    [[nodiscard]] const std::vector<double>& weights() const { return weights_; }
    [[nodiscard]] std::size_t steps() const { return steps_; }

private:
    const Eigen::MatrixXd& columns_;
    const Eigen::VectorXd& linear_;
    const Eigen::VectorXd squares_;
    std::vector<Eigen::Index> support_;
    std::vector<double> weights_;
    Eigen::VectorXd point_;
    std::size_t steps_ = 0;

    [[nodiscard]] double linear(Eigen::Index j) const { return linear_.size() == 0 ? 0 : linear_[j]; }
    [[nodiscard]] double objective() const;
    void place_point();
    [[nodiscard]] Eigen::Index steepest(double& gap) const;
    /// Where the objective is least on the affine hull of the support, or, where it falls without end, a direction.
    [[nodiscard]] bool affine_minimum(Eigen::VectorXd& target) const;
    void walk_inwards();
    void step_towards(const Eigen::VectorXd& target, bool endless);
};

double WolfeSearch::objective() const {
    double value = point_.squaredNorm();
    for (std::size_t i = 0; i < support_.size(); ++i) value += 2 * weights_[i] * linear(support_[i]);
    return value;
}

void WolfeSearch::place_point() {
    double sum = 0;
    for (const double weight : weights_) sum += weight;
    point_ = Eigen::VectorXd::Zero(columns_.rows());
    for (std::size_t i = 0; i < support_.size(); ++i) {
        weights_[i] /= sum;
        point_ += weights_[i] * columns_.col(support_[i]);
    }
}

Eigen::Index WolfeSearch::steepest(double& gap) const {
    Eigen::VectorXd slopes = columns_.transpose() * point_;
    if (linear_.size() != 0) slopes += linear_;
    Eigen::Index best = 0;
    const double least = slopes.minCoeff(&best);
    double here = 0;
    for (std::size_t i = 0; i < support_.size(); ++i) here += weights_[i] * slopes[support_[i]];
    gap = here - least;
    return best;
}

bool WolfeSearch::affine_minimum(Eigen::VectorXd& target) const {
    const auto size = static_cast<Eigen::Index>(support_.size());
    target = Eigen::VectorXd::Zero(size);
    if (size == 1) {
        target[0] = 1;
        return true;
    }
    const Eigen::VectorXd base = columns_.col(support_[0]);
    Eigen::MatrixXd differences(columns_.rows(), size - 1);
    for (Eigen::Index i = 1; i < size; ++i)
        differences.col(i - 1) = columns_.col(support_[static_cast<std::size_t>(i)]) - base;
    Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(differences.rows(), differences.cols());
    qr.setThreshold(1e-12);
    qr.compute(differences);
    const Eigen::Index rank = qr.rank();
    Eigen::VectorXd rest = -(qr.householderQ().adjoint() * base).head(rank);
    const auto upper = qr.matrixR().topLeftCorner(rank, rank).triangularView<Eigen::Upper>();
    Eigen::VectorXd moved = Eigen::VectorXd::Zero(size - 1);
    bool endless = false;
    if (linear_.size() != 0) {
        Eigen::VectorXd slopes(size - 1);
        for (Eigen::Index i = 1; i < size; ++i)
            slopes[i - 1] = linear(support_[static_cast<std::size_t>(i)]) - linear(support_[0]);
        const Eigen::VectorXd permuted = qr.colsPermutation().transpose() * slopes;
        // The first direction in which the columns do not change but the linear part does is walked without end.
        for (Eigen::Index c = rank; c < size - 1 && !endless; ++c) {
            Eigen::VectorXd null = Eigen::VectorXd::Zero(size - 1);
            null.head(rank) = -upper.solve(qr.matrixR().col(c).head(rank));
            null[c] = 1;
            const double slope = permuted.dot(null);
            if (std::abs(slope) <= 1e-14 * (null.norm() + 1)) continue;
            moved = qr.colsPermutation() * Eigen::VectorXd(slope > 0 ? -null : null);
            endless = true;
        }
        if (!endless) rest -= upper.adjoint().solve(permuted.head(rank));
    }
    if (!endless) {
        Eigen::VectorXd solved = Eigen::VectorXd::Zero(size - 1);
        solved.head(rank) = upper.solve(rest);
        moved = qr.colsPermutation() * solved;
    }
    target.tail(size - 1) = moved;
    target[0] = (endless ? 0 : 1) - moved.sum();
    return !endless;
}

void WolfeSearch::step_towards(const Eigen::VectorXd& target, bool endless) {
    double length = endless ? std::numeric_limits<double>::infinity() : 1;
    std::size_t blocking = support_.size();
    const auto change = [&](std::size_t i) {
        const double value = target[static_cast<Eigen::Index>(i)];
        return endless ? value : value - weights_[i];
    };
    for (std::size_t i = 0; i < support_.size(); ++i) {
        const double by = change(i);
        const bool leaves = endless ? by < 0 : target[static_cast<Eigen::Index>(i)] <= 0;
        if (!leaves) continue;
        const double reach = by < 0 ? weights_[i] / -by : 0;
        if (blocking == support_.size() || reach < length) {
            length = reach;
            blocking = i;
        }
    }
    for (std::size_t i = 0; i < support_.size(); ++i) weights_[i] = std::max(0.0, weights_[i] + length * change(i));
    weights_[blocking] = 0;
    for (std::size_t i = support_.size(); i-- > 0;) {
        if (weights_[i] > 0) continue;
        weights_.erase(weights_.begin() + static_cast<std::ptrdiff_t>(i));
        support_.erase(support_.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void WolfeSearch::walk_inwards() {
    while (support_.size() > 1) {
        Eigen::VectorXd target;
        const bool found = affine_minimum(target);
        ++steps_;
        if (found && target.minCoeff() > 0) {
            for (std::size_t i = 0; i < support_.size(); ++i) weights_[i] = target[static_cast<Eigen::Index>(i)];
            return;
        }
        step_towards(target, !found);
    }
    weights_ = {1};
}

void WolfeSearch::run(const NearestPoint* given) {
    if (given != nullptr) {
        for (const std::size_t j : given->support) {
            support_.push_back(static_cast<Eigen::Index>(j));
            weights_.push_back(given->weights[j]);
        }
        walk_inwards();
    } else {
        Eigen::VectorXd start = squares_;
        if (linear_.size() != 0) start += 2 * linear_;
        Eigen::Index first = 0;
        start.minCoeff(&first);
        support_ = {first};
        weights_ = {1};
    }
    place_point();
    double reached = objective();
    // Each round lowers the objective in exact arithmetic, and there are finitely many supports; a round that does not
    // has met the end of what rounding can tell. The number of rounds is bounded all the same: the residual tells.
    const Eigen::Index most_rounds = 100 * (columns_.cols() + columns_.rows()) + 1000;
    for (Eigen::Index round = 0; round < most_rounds; ++round) {
        if (linear_.size() == 0 && reached <= 1e-30) return;  // the target is met to the last digit
        double gap = 0;
        const Eigen::Index entering = steepest(gap);
        if (gap <= 0 || std::ranges::find(support_, entering) != support_.end()) return;
        const std::vector<Eigen::Index> support = support_;
        const std::vector<double> weights = weights_;
        const Eigen::VectorXd point = point_;
        support_.push_back(entering);
        weights_.push_back(0);
        walk_inwards();
        place_point();
        const double now = objective();
        if (!(now < reached)) {
            support_ = support;
            weights_ = weights;
            point_ = point;
            return;
        }
        reached = now;
    }
}

}  // namespace

NearestPoint nearest_point(const DonorMatrix& given, const std::vector<double>& linear, const NearestPoint* start) {
    const auto columns = mapped<Eigen::Map<const Eigen::MatrixXd>>(given);
    const Eigen::Map<const Eigen::VectorXd> slope(linear.data(), static_cast<Eigen::Index>(linear.size()));
    double scale = std::sqrt(columns.colwise().squaredNorm().maxCoeff());
    if (slope.size() != 0) scale = std::max(scale, std::sqrt(slope.cwiseAbs().maxCoeff()));
    if (!(scale > 0)) scale = 1;
    const Eigen::MatrixXd scaled = columns / scale;
    const Eigen::VectorXd slopes = slope / (scale * scale);
    WolfeSearch search(scaled, slopes);
    search.run(start);
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(columns.cols());
    for (std::size_t i = 0; i < search.support().size(); ++i) weights[search.support()[i]] = search.weights()[i];
    const Eigen::VectorXd point = columns * weights;
    Eigen::VectorXd gradient = columns.transpose() * point;
    if (slope.size() != 0) gradient += slope;
    NearestPoint result;
    for (const Eigen::Index j : search.support()) result.support.push_back(static_cast<std::size_t>(j));
    std::ranges::sort(result.support);
    result.weights.assign(weights.begin(), weights.end());
    result.point.assign(point.begin(), point.end());
    result.loss = point.squaredNorm();
    result.gap = std::max(0.0, 2 * (weights.dot(gradient) - gradient.minCoeff()));
    result.steps = search.steps();
    return result;
}

}  // namespace tarazy
