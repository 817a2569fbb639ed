#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `network.bridge`: is the state a bridge between the poles beyond what its number of memberships explains? Data
/// `memberships`. Tables: a row a state and year; `pairs` of poles; `windows`; `institutions` through which the focus
/// bridges; `cards`, a card of each year's network; `notes`. Claims of the focus by year and window, of the comparison
/// states by window and where a test reads them: `exceeds`, `bridges` (also by pair of poles), `bridges_p`, `liaisons`,
/// `liaisons_p`, `memberships`.
[[nodiscard]] Method bridge_method();

}  // namespace tarazy
