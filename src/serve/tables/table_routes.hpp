#pragma once

#include "serve/request.hpp"
#include "serve/served_place.hpp"

namespace tarazy {

/// What the page of tables asks for: any file that the program reads, its columns with their types and gaps, its rows
/// by pages, how many rows each state has in each year.
[[nodiscard]] Routes table_routes(ServedPlace& place);

}  // namespace tarazy
