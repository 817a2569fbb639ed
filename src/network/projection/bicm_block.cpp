#include "network/projection/bicm_block.hpp"

#include "base/error.hpp"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

using Cells = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Margins = Eigen::ArrayXd;

constexpr double accepted_error = 1e-8, wished_error = 1e-12;
constexpr int most_steps = 200;

/// The block with its larger side in rows.
struct OrientedBlock {
    bool turned = false;
    Margins row_count, column_count, row_margin, column_margin;
    Cells open;  ///< 1 or 0

    [[nodiscard]] Eigen::Index rows() const { return open.rows(); }
    [[nodiscard]] Eigen::Index columns() const { return open.cols(); }
};

Margins margins_of(const std::vector<double>& values) {
    return Eigen::Map<const Margins>(values.data(), static_cast<Eigen::Index>(values.size()));
}

OrientedBlock oriented(const BicmBlock& block) {
    OrientedBlock out{
        block.row_count.size() < block.column_count.size(),
        margins_of(block.row_count),
        margins_of(block.column_count),
        margins_of(block.row_margin),
        margins_of(block.column_margin),
        Cells(static_cast<Eigen::Index>(block.row_count.size()), static_cast<Eigen::Index>(block.column_count.size()))};
    for (Eigen::Index row = 0; row < out.rows(); ++row) {
        for (Eigen::Index column = 0; column < out.columns(); ++column)
            out.open(row, column) = block.open[static_cast<std::size_t>(row * out.columns() + column)] != 0 ? 1 : 0;
    }
    if (out.turned) {
        out.open = Cells(out.open.transpose());
        out.row_count.swap(out.column_count);
        out.row_margin.swap(out.column_margin);
    }
    return out;
}

/// Logarithms of x and y.
struct Fitnesses {
    Margins row, column;
};

/// All that one step needs to know about a point.
struct BicmPoint {
    Fitnesses at;
    Cells probability, complement;
    double likelihood = 0;
    Margins row_gap, column_gap;  ///< observed less expected, of a member
    [[nodiscard]] double error() const { return std::max(row_gap.abs().maxCoeff(), column_gap.abs().maxCoeff()); }
};

BicmPoint evaluated(const OrientedBlock& block, Fitnesses at) {
    BicmPoint point;
    point.probability = Cells::Zero(block.rows(), block.columns());
    point.complement = Cells::Ones(block.rows(), block.columns());
    double normaliser = 0;
    for (Eigen::Index row = 0; row < block.rows(); ++row) {
        for (Eigen::Index column = 0; column < block.columns(); ++column) {
            if (block.open(row, column) == 0) continue;
            const double t = at.row(row) + at.column(column);
            const double small = std::exp(-std::abs(t)), of_small = small / (1 + small), of_great = 1 / (1 + small);
            point.probability(row, column) = t >= 0 ? of_great : of_small;
            point.complement(row, column) = t >= 0 ? of_small : of_great;
            normaliser += block.row_count(row) * block.column_count(column) * (std::max(t, 0.0) + std::log1p(small));
        }
    }
    point.row_gap = block.row_margin - (point.probability.matrix() * block.column_count.matrix()).array();
    point.column_gap =
        block.column_margin - (point.probability.matrix().transpose() * block.row_count.matrix()).array();
    point.likelihood = (block.row_count * block.row_margin * at.row).sum() +
                       (block.column_count * block.column_margin * at.column).sum() - normaliser;
    point.at = std::move(at);
    return point;
}

/// Where an independent tie of the mean row and column would put them.
Fitnesses first_guess(const OrientedBlock& block) {
    const auto logit = [](double share) { return std::log(share / (1 - share)); };
    const Margins row_places = (block.open.matrix() * block.column_count.matrix()).array();
    const Margins column_places = (block.open.matrix().transpose() * block.row_count.matrix()).array();
    const double density = (block.row_count * block.row_margin).sum() / (block.row_count * row_places).sum();
    Fitnesses guess{(block.row_margin / row_places).unaryExpr(logit),
                    (block.column_margin / column_places).unaryExpr(logit) - logit(density)};
    return guess;
}

/// Newton's direction: the matrix of second derivatives is [R B; B' C] with diagonal R and C. x and y are known up to a
/// factor, so that the first column stays where it is.
Fitnesses newton_direction(const OrientedBlock& block, const BicmPoint& point) {
    const Cells weights = (point.probability * point.complement).colwise() * block.row_count;
    const Eigen::MatrixXd b = (weights.rowwise() * block.column_count.transpose()).matrix();
    const Margins row_gradient = block.row_count * point.row_gap;
    const Margins column_gradient = block.column_count * point.column_gap;
    // A variance of 0 is one that has lost its digits far out; the line search bears what follows.
    const Margins row_curve = b.rowwise().sum().array().max(1e-300);
    const Eigen::Index rest = block.columns() - 1;
    Fitnesses direction{Margins(), Margins::Zero(block.columns())};
    if (rest > 0) {
        const Eigen::MatrixXd scaled = row_curve.inverse().matrix().asDiagonal() * b.rightCols(rest);
        Eigen::MatrixXd system = -(b.rightCols(rest).transpose() * scaled);
        system.diagonal() += b.colwise().sum().transpose().tail(rest);
        const Eigen::VectorXd right = column_gradient.tail(rest).matrix() - scaled.transpose() * row_gradient.matrix();
        direction.column.tail(rest) = system.ldlt().solve(right).array();
    }
    direction.row = (row_gradient - (b * direction.column.matrix()).array()) / row_curve;
    return direction;
}

/// The farthest of whole, half, quarter, ... steps that raises the likelihood enough (Armijo 1966).
BicmPoint stepped(const OrientedBlock& block, const BicmPoint& point, const Fitnesses& direction) {
    const double slope = (block.row_count * point.row_gap * direction.row).sum() +
                         (block.column_count * point.column_gap * direction.column).sum();
    const double rounding = 1e-13 * (1 + std::abs(point.likelihood));
    // No fitness moves by more than a factor of e^20 at once: what is far out is flat and knows no step.
    const double greatest = std::max(direction.row.abs().maxCoeff(), direction.column.abs().maxCoeff());
    double length = greatest > 20 ? 20 / greatest : 1;
    for (int halvings = 0; halvings < 60; ++halvings, length /= 2) {
        BicmPoint next =
            evaluated(block, {point.at.row + length * direction.row, point.at.column + length * direction.column});
        if (next.likelihood >= point.likelihood + 1e-4 * length * slope - rounding) return next;
    }
    return point;
}

}  // namespace

BicmFit fit_bicm_block(const BicmBlock& block, const Work& work) {
    const OrientedBlock cells = oriented(block);
    BicmPoint point = evaluated(cells, first_guess(cells));
    BicmFit fit;
    // Beyond the accepted error one goes on while a step still helps, which costs one or two.
    for (double before = INFINITY; point.error() > wished_error && fit.steps < most_steps; ++fit.steps) {
        if (point.error() <= accepted_error && point.error() > before / 4) break;
        work.check();
        before = point.error();
        BicmPoint next = stepped(cells, point, newton_direction(cells, point));
        const bool stands = next.error() == before && next.likelihood == point.likelihood;
        if (stands || (before <= accepted_error && !(next.error() < before))) break;
        point = std::move(next);
    }
    fit.margin_error = point.error();
    if (!(fit.margin_error <= accepted_error))
        throw LimitError("the tie probabilities were not found in " + std::to_string(most_steps) +
                         " steps: a margin is off by " + std::to_string(fit.margin_error) +
                         "; leave out institutions or actors that nearly all others contain");
    if (cells.turned) {
        point.probability = Cells(point.probability.transpose());
        point.complement = Cells(point.complement.transpose());
    }
    fit.probability.assign(point.probability.data(), point.probability.data() + point.probability.size());
    fit.complement.assign(point.complement.data(), point.complement.data() + point.complement.size());
    return fit;
}

}  // namespace tarazy
