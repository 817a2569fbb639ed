#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `network.functions`: which institutions carry which function for the state in focus and the comparison states.
/// Reads `memberships` and `institutions` (with the column `functions`).
[[nodiscard]] Method functions_method();

}  // namespace tarazy
