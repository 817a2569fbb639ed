#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `network.regimes`: in how much of a set of treaties and institutions is the state, and did it join before or after
/// the others? Data `memberships` (with `institutions`, where given) or `treaties`. Tables: a row a state; `joining`, a
/// row a state and institution with sources and lines; `notes`. Claims: `regime_coverage` and `regime_rank` with what
/// the unknown cells allow as interval, `known_in`; by institution `joined`, `years_before_median` (interval: readings
/// of rival sources) and `share_before`. Comparison states have coverage and rank always, the others where a test asks.
[[nodiscard]] Method regimes_method();

}  // namespace tarazy
