#pragma once

#include "simulate/bargain/smp_options.hpp"

#include <cstddef>

namespace tarazy {

/// Challenges of one actor i on all others, as i sees them; all arrays but `weight` and `risk` in rows of whole lanes
/// (`padded_to_lanes`), whose last lanes may hold any finite number.
struct ContestView {
    std::size_t actors = 0, stride = 0;
    const double* gap = nullptr;                             ///< 1 - d_kj, row k
    const double* reach = nullptr;                           ///< min(d_kj, 1), row k
    const double* risk = nullptr;                            ///< what i takes for the attitude of each k
    const double* weight = nullptr;                          ///< of third parties; 0 for i itself
    const double* worth = nullptr;                           ///< u_ki
    const double *principal = nullptr, *opponent = nullptr;  ///< strength of i and of j before third parties join
};

/// Adds the third parties k to the coalitions of i and each j, k = i and k = j left out.
///
/// k takes p from the contest of i, j and itself alone, and compares joining i, p (2 u_ki + u_kk) + (1 - p) 3 u_kj,
/// with joining j, p 3 u_ki + (1 - p)(2 u_kj + u_kk): a third party that has lost must move, one that has won need not
/// (ThirdParties::semi). O(actors^2)
/// @param strength, other  row of j: taken as they are, and added to
void join_third_parties(VotingRule rule, const ContestView& view, double* strength, double* other);

}  // namespace tarazy
