#pragma once

#include "simulate/hedge/hedge_terms.hpp"
#include "simulate/hedge/profile_choice.hpp"

#include <span>

namespace tarazy {

/// A state in a year. Profiles have a share for each pole, and behind them one of autonomy where the model has it.
struct HedgeSituation {
    std::size_t poles = 0;
    std::span<const double> drivers;  ///< drivers x poles: all of trade, then of finance, ... in the order of the terms
    std::span<const double> previous;    ///< profile of the year before, sums to 1
    std::span<const double> neighbours;  ///< mean expected profile of the neighbours; empty where there are none
};

/// Utility of a profile a, up to a constant:
///
///     sum_p a_p (b_T T_p + b_I I_p + b_S G_p + b_C C_p + b_A A_p) + b_N <a, neighbours> - (k/2) sum_p a_p^2
///         - (e/2) |a - previous|^2
///
/// over the poles p; the products with neighbours and previous profile go over autonomy as well. Every term is an
/// assumption (hedge_terms.cpp names its grounds). O(poles). @pre previous.size() is poles or poles + 1
[[nodiscard]] ProfileUtility hedge_utility(const HedgeSituation& situation,
                                           const HedgeCoefficients& coefficients) noexcept;

/// What is told of a profile.
struct HedgeMeasures {
    /// Entropy of the poles' parts of what is not autonomy, over log of the poles: 1 = even, 0 = one pole (Pielou
    /// 1966). NaN for one pole, or where all is autonomy.
    double balance;
    double autonomy;   ///< NaN where the model has none
    double hhi;        ///< sum over poles of squared shares: dependence (Herfindahl; Hirschman)
    double max_share;  ///< greatest share of a pole
};

/// @param profile  shares that sum to 1, of the poles, then of autonomy where there is any
[[nodiscard]] HedgeMeasures hedge_measures(std::span<const double> profile, std::size_t poles) noexcept;

/// Room for manoeuvre: exp(entropy of the choice) over the number of profiles, in (0, 1]. 1 = all profiles are alike.
[[nodiscard]] double room_for_manoeuvre(const ProfileChoice& choice, std::size_t shares) noexcept;

/// How a pole's pressure follows from the state's profile: C' = (1 - decay) C + gain max(0, target - expected share).
struct PoleAdaptation {
    double decay = 0, gain = 0, target = 0;

    [[nodiscard]] double next(double pressure, double expected_share) const noexcept;
};

/// Chance of a crisis with a pole in a year: logistic(h0 + h1 C max(0, -change of the expected share) + h2 shock).
struct CrisisHazard {
    double base = 0, pressure = 0, shock = 0;  ///< h0, h1, h2

    [[nodiscard]] double chance(double coercion, double change, double shock_now) const noexcept;
};

}  // namespace tarazy
