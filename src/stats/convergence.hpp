#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>

namespace tarazy {

/// How far the draws of one quantity from several Markov chains can be trusted, and what they say.
///
/// After Vehtari, Gelman, Simpson, Carpenter & Bürkner (2021), Bayesian Analysis 16(2), 667-718, with the choices of
/// the R package posterior (1.4.0) where the paper leaves one open. Rules of thumb of the authors: rhat below 1.01,
/// both effective sizes above 100 a chain. The standard errors have the unit of the draws.
struct Convergence {
    /// Greater of the split R-hat of the normal scores (section 4.1) and of the folded draws (section 4.2).
    /// Infinite when every half chain stands still, not all at one place.
    std::optional<double> rhat;
    std::optional<double> ess_bulk;   ///< effective number of draws for the centre: that of the normal scores (4.1)
    std::optional<double> ess_tail;   ///< for the tails: the smaller of those of x <= q05 and of x <= q95 (4.3)
    std::optional<double> mcse_mean;  ///< Monte Carlo standard error: sd/sqrt(effective number of the draws themselves)
    std::optional<double> mcse_q05;   ///< half the interval of one standard error about the 5 % quantile (4.4)
    std::optional<double> mcse_q50;
    std::optional<double> mcse_q95;

    static constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    double mean = undefined;
    double sd = undefined;   ///< divisor n - 1; NaN for a single draw
    double q05 = undefined;  ///< quantiles of type 7, as in stats/quantile.hpp
    double q50 = undefined;
    double q95 = undefined;
};

/// @param draws   finite numbers without warm-up, chain after chain
/// @param chains  number of chains, all of the same length
/// @pre chains > 0 and draws.size() is a multiple of it
///
/// Each chain is cut into halves, which are treated as chains; the middle draw of an odd length is left out of rhat,
/// the effective sizes and mcse_mean, not of the rest. Unknown is:
/// - everything, with no draws or with one that is not finite: a chain that diverged has no summary;
/// - all but mean, sd and quantiles, for chains shorter than 4 (R-hat) or 6 draws (effective sizes, standard errors);
/// - what is computed from constants: everything but mean, sd and quantiles of constant draws; rhat where all draws
///   lie at the same distance of the median, as yes and no half and half; ess_tail and mcse_q95 where more than 5 % of
///   the draws share the greatest value.
///
/// An effective size may exceed the number of draws n, at most by the factor log10(n).
/// O(n log n + n lags), where Geyer's rule stops after few lags in chains that mix. bench/convergence_bench.cpp
[[nodiscard]] Convergence convergence(std::span<const double> draws, std::size_t chains);

/// The same for draws kept in single precision; computed in double.
[[nodiscard]] Convergence convergence(std::span<const float> draws, std::size_t chains);

/// mean to q95 alone, the same numbers; the rest stays unknown. For draws that are independent. O(n log n).
[[nodiscard]] Convergence summary_of_draws(std::span<const float> draws);

}  // namespace tarazy
