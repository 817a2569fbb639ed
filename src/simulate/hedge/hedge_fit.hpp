#pragma once

#include "base/work.hpp"
#include "simulate/hedge/hedge_data.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// At most so many parameters are free: a panel of decades and a few states has no more in it.
inline constexpr std::size_t most_free_terms = 6;

enum class HedgeIntervals { wald, profile };

struct HedgeFitOptions {
    std::vector<HedgeTerm> free = {HedgeTerm::inertia, HedgeTerm::entrapment, HedgeTerm::precision};
    HedgeCoefficients given = {};  ///< of the terms that are not free
    unsigned starts = 8;
    HedgeIntervals intervals = HedgeIntervals::wald;
    bool with_intervals = true;
    double level = 0.95;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

struct HedgeEstimate {
    HedgeTerm term = HedgeTerm::trade;
    double value = 0;
    bool free = false;
    /// From the observed information, of parameters that are not negative by their logarithm (those near 0 by
    /// themselves). Nothing for a parameter on a bound of the search, or along which the likelihood is flat.
    std::optional<double> se = {};
    std::optional<double> lower = {}, upper = {};
    std::string note = {};
};

struct HedgeFit {
    HedgeCoefficients coefficients = {};
    std::vector<HedgeEstimate> estimates;  ///< all terms in their order
    double log_likelihood = 0;
    std::size_t pairs = 0;
    unsigned starts = 0, starts_at_best = 0;  ///< at best: within 0.01 of the greatest log-likelihood
    bool converged = false;
    /// The Laplace approximation: free terms that lie on no bound, on the scale of their
    /// intervals, and a root R of their covariance
    /// (R R' is it) without the directions in which the likelihood is flat.
    std::vector<HedgeTerm> varied;
    std::vector<double> root;             ///< varied x varied
    std::vector<std::string> notes = {};  ///< what the reader must know, a sentence each
};

/// Maximum likelihood with bounds (hedge_terms.cpp) from several starts. Standard errors are those of the observed
/// information; where a direction of the parameters leaves the likelihood as it is, the parameters along it have no
/// interval and a note says so. Profile intervals are those of the likelihood ratio, the
/// other parameters maximised anew; an end that lies beyond the bounds of the search is open.
/// O(starts x some hundred likelihoods).
/// @throws UsageError for no free term or more than six, a driver that the data lack, no starts, a level outside (0,
/// 1);
///         InputError for fewer pairs than free parameters + 2; LimitError when no start has a finite likelihood
[[nodiscard]] HedgeFit fit_hedge(const HedgeData& data, const HedgeFitOptions& options);

/// The drivers that free or given terms need.
[[nodiscard]] std::vector<HedgeTerm> drivers_needed(const HedgeFitOptions& options);
/// @throws UsageError for what `fit_hedge` refuses; @param panel  which drivers there are, and neighbours
void check_hedge_fit(const HedgePanel& panel, const HedgeFitOptions& options);

/// Parameters drawn from the Laplace approximation, held to their bounds: draw `number` of the stream.
[[nodiscard]] HedgeCoefficients drawn_coefficients(const HedgeFit& fit, Random& random);

}  // namespace tarazy
