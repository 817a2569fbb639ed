#pragma once

#include "base/work.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// A table in columns of equal width, as a terminal shows it: numbers to the right, six digits unless `decimals` says
/// otherwise. A wide character of East Asia takes two places. O(cells). @throws Interrupted
[[nodiscard]] std::string table_on_terminal(const Table& table, const std::optional<int>& decimals, const Work& work);

}  // namespace tarazy
