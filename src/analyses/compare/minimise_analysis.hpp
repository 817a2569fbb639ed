#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `compare.minimise`: which combinations of conditions suffice for an outcome, and which are needed for it, from a
/// table of cases with set memberships (role `cases`), perhaps the record of each coded cell (role `cells`) and what
/// its source keys stand for (role `sources`).
///
/// Tables: the terms of every model of all three solution types (`solution_rows`, `core`); `truth_table`; `necessity`
/// and `sufficiency` of single conditions, `necessity` also with what the search finds; `memberships` (case, outcome,
/// conditions); `xy` (solution,model,term,case,x,y of the first models; term empty = whole model); `assumptions`;
/// `cells`; `sources`; `notes`. Claims: see minimise_claims.hpp.
[[nodiscard]] Method minimise_method();

}  // namespace tarazy
