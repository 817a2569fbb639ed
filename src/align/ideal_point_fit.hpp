#pragma once

#include "align/ideal_point_model.hpp"
#include "align/vote_panel.hpp"
#include "table/table.hpp"

namespace tarazy {

/// How well the model tells the votes of each session at these parameters, a row a session and one over all ("all"):
/// session,n_votes,correct,pre,apre,yes,yes_expected,abstain,abstain_expected,no,no_expected
///
/// correct   share of votes whose category is the most probable one
/// apre      aggregate proportional reduction in error (Poole & Rosenthal 1997): over the roll calls, (votes outside
///           the commonest category - votes not told) / votes outside the commonest category
/// pre       the mean of the same over the items that vote in the session, each for itself
/// yes, ...  share of a category; `_expected` is the mean of its probability: a model that fits has both alike
/// A repeated text counts in each session with the votes cast there. Items of two categories have their two only.
/// O(votes).
[[nodiscard]] Table ideal_point_fit(const VotePanel& panel, const IdealPointParameters& at);

}  // namespace tarazy
