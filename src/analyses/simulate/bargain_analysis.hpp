#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `simulate.bargain`: where bargaining would end by each model. Tables: each model's end (main), `over_models`
/// (between which positions the models end, and how far the two readings of the expected utility model lie apart),
/// `actors` (who bargains, and where each ends), `positions` and `middles` (weighted mean and median) turn by turn,
/// `notes`.
[[nodiscard]] Method bargain_method();

}  // namespace tarazy
