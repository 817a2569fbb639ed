#pragma once

#include "table/table.hpp"

namespace tarazy {

/// `append_rows` of tables that are files: messages on the whole table name all of them (`a.csv + b.csv`), those on a
/// row its line in its own file, too. O(cells).
[[nodiscard]] Table stacked_files(const Table& upper, const Table& lower);

}  // namespace tarazy
