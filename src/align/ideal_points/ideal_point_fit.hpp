#pragma once

#include "align/ideal_points/ideal_point_model.hpp"
#include "table/table.hpp"

#include <span>

namespace tarazy {

/// How well positions and items account for the votes, a row a session and one (session missing) over all:
/// session, year, roll_calls, n_votes,
/// yes, yes_expected, abstain, abstain_expected, no, no_expected: shares of the votes cast and their expectation, the
/// mean
///     probability of the category (an abstention on an item with one cut point is what it was when it was cast),
/// correct: share of votes on whose category the model puts the highest probability,
/// modal: share correct when everyone is said to vote as most do on that roll call,
/// apre: aggregate proportional reduction in error, sum of (minority - errors) over sum of minority, where the minority
/// is
///     everyone outside the roll call's largest category (Poole & Rosenthal 1997; with three categories instead of
///     two); missing when there is no minority,
/// gmp: geometric mean probability of the votes cast (Poole & Rosenthal 1997).
/// A roll call is an item within a session. Plug-in figures at one point of the parameter space, the votes that the
/// point was fitted to: no test on votes held out. O(votes)
[[nodiscard]] Table ideal_point_fit(const VotePanel& panel, std::span<const double> theta,
                                    std::span<const ItemParameters> items);

}  // namespace tarazy
