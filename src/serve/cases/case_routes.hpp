#pragma once

#include "serve/request.hpp"

namespace tarazy {

/// Coding a table of cases: `/api/cases/...` (docs/serve-coding.md).
[[nodiscard]] Routes case_routes();

}  // namespace tarazy
