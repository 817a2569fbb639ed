#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `network.knockout`: what the state in focus loses when an institution, two, or a named set of them is taken away,
/// and the Shapley value of every institution. Reads `memberships` and `institutions` (with the column `functions`).
[[nodiscard]] Method knockout_method();

}  // namespace tarazy
