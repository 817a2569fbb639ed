#pragma once

#include "align/balance/balance.hpp"
#include "align/balance/shares.hpp"
#include "align/ideal_points/ideal_point_draws.hpp"

#include "base/work.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct PositionOptions {
    std::string domain = "votes";
    std::vector<std::string> states;  ///< ISO alpha-3, or names of members
    std::vector<PoleMembers> poles;
    double width = 1;  ///< multiplies h, to see what depends on it
    unsigned threads = 0;
    Work work = {};
};

/// Closeness of states to poles from joint draws of ideal points (design: exp(-|theta_i - theta_p| / h)).
/// theta_p is the mean of the pole's members that are in the session, the state itself left out; a pole with none is
/// unknown. h is the median distance over all pairs of states of the session, taken anew in every draw, so that
/// closeness has no unit: at the typical distance of two states it is 1/e. Tension: the mean distance between the
/// poles, in h. Years are those of the draws' assembly; a state that did not vote in a session has no entry. Who sat in
/// a session: `Sitting`.
/// @throws UsageError for fewer than two poles; InputError when no state has an entry, or when the sessions have no
/// years or share one, since balance goes by year O(draws * states log states) a session.
[[nodiscard]] DomainSeries position_domain(const IdealPointDraws& draws, const PositionOptions& options);

/// Where the poles stand: `pole,session,year,mean,sd,q05,q50,q95` of the mean of the members that are in the session,
/// over the draws. A session without any member of a pole has no row of it. O(draws log draws * sessions * poles).
[[nodiscard]] Table pole_positions(const IdealPointDraws& draws, const std::vector<PoleMembers>& poles);

}  // namespace tarazy
