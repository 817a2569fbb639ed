#pragma once

#include "analyses/write_study/recognise/recognise.hpp"

#include <vector>

namespace tarazy {

/// What each column of a table looks like, from at most its first 1,000 rows.
[[nodiscard]] std::vector<ColumnLook> column_looks(const Table& table);

}  // namespace tarazy
