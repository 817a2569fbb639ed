#pragma once

#include "serve/request.hpp"
#include "serve/served_place.hpp"

namespace tarazy {

/// What may be taken along of a study: its report, its tables, and all of it as a research crate for a journal.
[[nodiscard]] Routes export_routes(ServedPlace& place);

}  // namespace tarazy
