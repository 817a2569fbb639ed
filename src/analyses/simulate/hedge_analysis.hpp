#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `simulate.hedge`: the alignment model estimated on a panel and held against naive forecasts. Tables: the parameters
/// (main), `skill` by horizon, `hindcast` (what the model and the last value foresaw, and what came), `fit` (observed
/// and expected profiles), `odd` (description of the model, a row a line), `notes`.
[[nodiscard]] Method hedge_method();

}  // namespace tarazy
