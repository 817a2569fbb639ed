#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `Method::other_readings` of compare.minimise: what the tested numbers are when one cell that the record (role
/// `cells`) makes contestable holds another value that the record allows: a stated alternative, or, of a cell of low
/// confidence without one, the levels beside its own. The case table is read with that value and told again, number by
/// number as the study would; solutions only where a tested number needs them, once for all readings with the same
/// coded rows. Values are those of the file, so that the same reading is the same in analyses of RENOUNCE and
/// ~RENOUNCE. Numbers that a reading leaves without a meaning (no row goes with the outcome) are missing. Of a
/// disjunction the fit is told whether or not the search would list it. Empty without the role `cells`. The same at
/// any number of threads. O(readings x (rows x cases x conditions + claims)) and a minimisation each distinct table.
[[nodiscard]] Table other_readings(const AnalysisPlan& plan, const RoleTables& data);

}  // namespace tarazy
