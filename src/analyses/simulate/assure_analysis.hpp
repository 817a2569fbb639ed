#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `simulate.assure`: the assurance game over ranges that people judged. Tables: the quantities (main), `shares` of the
/// draws, `curves` over p, `inputs` (what was judged, by whom), `notes`.
[[nodiscard]] Method assure_method();

}  // namespace tarazy
