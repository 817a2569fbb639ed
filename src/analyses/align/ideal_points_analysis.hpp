#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `align.ideal-points`: where the states of the study stand on the one dimension that their votes span, and how near
/// focus and comparison states are to each pole there, all from the same joint draws. Tables: closeness and shares a
/// state, year and pole (domain "positions"); `summary` by window of years; `positions` of states and poles;
/// `relations` (probability of being closer to one pole than to another, evenness, tension); `notes`.
///
/// Claims as of `share_claims`; besides `<analysis>.position.<state or pole>.<year>` of focus and poles,
/// `<analysis>.closer.<pole>-<pole>.<year>` and `<analysis>.tension.<year>`, and with `method = "mcmc"`
/// `<analysis>.worst_rhat` and `<analysis>.least_ess`.
[[nodiscard]] Method ideal_points_method();

}  // namespace tarazy
