#pragma once

#include "table/table.hpp"

#include <cpp11.hpp>

#include <string>

namespace tarazy_r {

/// A data frame whose columns R has brought into the forms that stand in R/frames.R. Rows count from 1, where a file
/// has lines.
[[nodiscard]] tarazy::Table table_of(const std::string& name, const cpp11::list& columns);

/// The columns of a table as a named list. Integers are R's where all fit into 32 bits, and doubles otherwise.
[[nodiscard]] cpp11::writable::list columns_of(const tarazy::Table& table);

}  // namespace tarazy_r
