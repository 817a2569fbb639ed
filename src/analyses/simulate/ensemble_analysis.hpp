#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `simulate.ensemble`: a scenario file run over all that is uncertain about it. Tables: the fans (main), `effect`
/// (each run less itself when nothing happens), `thresholds`, `regret`, `sensitivity`, `boxes`, `inputs` (what was
/// judged, by whom), `notes`.
[[nodiscard]] Method ensemble_method();

}  // namespace tarazy
