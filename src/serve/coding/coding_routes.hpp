#pragma once

#include "serve/request.hpp"

namespace tarazy {

/// Coding texts by hand: `/api/coding/...` (docs/serve-coding.md).
[[nodiscard]] Routes coding_routes();

}  // namespace tarazy
