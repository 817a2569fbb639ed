#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `simulate.forecast`: the years to come of yearly series, how well such forecasts would have done in the past, and a
/// forecast that was sealed before. Tables: the quantiles of all forecasters (main), `observed`, `skill`, and of a seal
/// `seal` (what it is and which years it waits for), `sealed` (its quantiles), `scores` (means), `scored` (every
/// number); `notes`.
[[nodiscard]] Method forecast_method();

}  // namespace tarazy
