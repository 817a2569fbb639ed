#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace tarazy {

/// Profiles of alignment are grid points of the simplex: each share is a multiple of 1/20.
inline constexpr std::size_t profile_steps = 20;
/// Shares of a profile at most: eight poles and autonomy.
inline constexpr std::size_t most_profile_shares = 9;

/// Utility of a profile a: the sum over its shares of linear_j a_j - quadratic_j a_j^2/2.
struct ProfileUtility {
    std::size_t shares = 0;  ///< from 2 to `most_profile_shares`
    std::array<double, most_profile_shares> linear = {}, quadratic = {};
};

/// A choice among all profiles.
struct ProfileChoice {
    std::array<double, most_profile_shares> expected = {};  ///< expected shares; they sum to 1
    double entropy = 0;                                     ///< of the choice, in nats
};

/// Number of profiles of so many shares: 1,771 for four. @pre 1 <= shares <= most_profile_shares
[[nodiscard]] double profile_count(std::size_t shares) noexcept;

/// Logit choice, Pr(a) in proportion to exp(u(a)) (McKelvey & Palfrey 1995), over all profiles.
///
/// The utility has no products of different shares, so that the sum over the profiles of a grid is a convolution: exact
/// in O(shares steps^2) instead of one term a profile. Where the sum would underflow it is done in logarithms.
/// No allocation. @pre utilities are finite, quadratic_j >= 0
[[nodiscard]] ProfileChoice choose_profile(const ProfileUtility& utility) noexcept;

/// One profile drawn with its probability. @param uniforms  one number on (0, 1) a share but the last
void draw_profile(const ProfileUtility& utility, std::span<const double> uniforms, std::span<double> profile) noexcept;

}  // namespace tarazy
