#pragma once

#include "align/ideal_points/ideal_point_model.hpp"

#include "base/work.hpp"

#include <array>
#include <memory>
#include <span>
#include <vector>

namespace tarazy {

/// Vectors over all parameters: a number a node, three an item, each `columns` times.
struct IdealPointVectors {
    std::vector<double> theta;  ///< node * columns + column
    std::vector<double> items;  ///< (3 * item + {0: beta, 1: gamma1, 2: delta}) * columns + column
    std::size_t columns = 1;    ///< several are treated at once, for the price of fewer passes over the factor
};

/// Cholesky factor of minus the Hessian of the log posterior over all parameters, H = K K'.
///
/// Sessions are eliminated one after the other: first the items of the session alone (3 x 3 blocks), then its nodes
/// together with the bridged items that end there; what remains coupled, the next node of each state and the bridged
/// items still to come, is a dense front of a few hundred rows (the multifrontal method, Duff & Reid 1983).
/// Time O(sessions * front^3), memory O(sessions * front^2): about 1 s and 50 MB for the whole General Assembly.
/// The factor is kept in single precision: it serves as a metric and for intervals.
class IdealPointPrecision {
public:
    enum class Curvature {
        observed,     ///< the exact Hessian: positive definite at a mode
        gauss_newton  ///< without the terms that vanish in expectation: positive definite everywhere
    };

    /// @throws std::domain_error when the observed curvature is not positive definite at these parameters
    IdealPointPrecision(const VotePanel& panel, const IdealPointParameters& at, const IdealPointPriors& priors,
                        Curvature curvature, const Work& work = {});
    ~IdealPointPrecision();
    IdealPointPrecision(IdealPointPrecision&&) noexcept;
    IdealPointPrecision& operator=(IdealPointPrecision&&) noexcept;

    /// K^-1 g, in place: a gradient in whitened coordinates.
    void whiten_gradient(IdealPointVectors& gradients) const;
    /// K'^-1 z, in place: a step of the parameters from whitened coordinates; of standard normal z, a draw from
    /// N(0, H^-1).
    void unwhiten(IdealPointVectors& z) const;
    /// K' x, in place: whitened coordinates of a step.
    void whiten(IdealPointVectors& x) const;
    /// A standard normal step as one of an item's parameters while theta stands still.
    void unwhiten_item(std::uint32_t item, std::array<double, 3>& step) const;

private:
    struct Factor;
    std::unique_ptr<Factor> factor_;
};

}  // namespace tarazy
