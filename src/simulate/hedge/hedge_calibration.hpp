#pragma once

#include "base/work.hpp"
#include "simulate/hedge/hedge_data.hpp"
#include "stats/rank_uniformity.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// What is believed of a parameter before the data, for the calibration: normal around 0, its positive half where the
/// sign is said, lognormal for the precision.
struct HedgePrior {
    enum class Kind { normal, half_normal, lognormal } kind = Kind::normal;
    double location = 0;  ///< logarithm of the median of the lognormal; else 0
    double scale = 1;
};
[[nodiscard]] HedgePrior hedge_prior(HedgeTerm term) noexcept;
/// "half-normal, scale 50", for tables.
[[nodiscard]] std::string hedge_prior_text(HedgeTerm term);

struct HedgePosteriorOptions {
    std::size_t warm_up = 2000;  ///< steps in which the proposal adapts
    std::size_t draws = 99;
    std::size_t thin = 30;  ///< steps between draws
};

/// Draws of the posterior by random-walk Metropolis (Metropolis et al. 1953) with a normal proposal whose covariance is
/// learned in the warm-up (Haario, Saksman & Tamminen 2001) and fixed after it; positive parameters by their logarithm.
/// @return draws x free
[[nodiscard]] std::vector<double> hedge_posterior(const HedgeData& data, const std::vector<HedgeTerm>& free,
                                                  const HedgeCoefficients& given, const HedgePosteriorOptions& options,
                                                  Random& random, const Work& work);

struct HedgeCalibrationOptions {
    std::vector<HedgeTerm> free;
    HedgeCoefficients given = {};
    std::size_t replicates = 200;
    HedgePosteriorOptions posterior = {};
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

struct HedgeCalibration {
    std::vector<HedgeTerm> terms;
    std::vector<std::vector<std::uint32_t>> ranks = {};  ///< of each term, one a replicate that has one
    std::size_t largest = 0;                             ///< the greatest rank there can be
    std::size_t failed = 0;  ///< replicates without mutually consistent profiles at the drawn parameters
};

/// Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari & Gelman 2018): parameters from the prior, a panel
/// from the model, the rank of each parameter among draws of its posterior. Uniform ranks say that likelihood and
/// simulator belong together. O(replicates (warm-up + draws thin) likelihoods).
[[nodiscard]] HedgeCalibration calibrate_hedge(const HedgeData& like, const HedgeCalibrationOptions& options);

}  // namespace tarazy
