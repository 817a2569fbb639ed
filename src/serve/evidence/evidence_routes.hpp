#pragma once

#include "serve/request.hpp"

namespace tarazy {

/// Judging evidence: `/api/evidence/...` (docs/serve-coding.md).
[[nodiscard]] Routes evidence_routes();

}  // namespace tarazy
