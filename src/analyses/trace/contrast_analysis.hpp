#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `trace.contrast`: how an indicator changed between two windows in the state in focus, beyond its change in the
/// states of the comparison (difference in differences of means), with the rank of that difference when each of the
/// others is put in the place of the focus.
///
/// Tables: a row a state; `path`, the values themselves; `notes`. Claims, also of the comparison states:
/// `difference.<indicator>`, `standing_of_difference.<indicator>`, `change.<indicator>`, `p_of_difference.<indicator>`,
/// `before_mean.<indicator>`, `after_mean.<indicator>`; of the focus `rank_of_difference.<indicator>` and
/// `states_compared`.
[[nodiscard]] Method contrast_method();

}  // namespace tarazy
