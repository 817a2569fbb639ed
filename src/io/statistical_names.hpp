#pragma once

#include "base/error.hpp"
#include "io/statistical_columns.hpp"
#include "table/table.hpp"

namespace tarazy {

/// Adds a problem for every column whose name the program cannot hold: too long (32 characters in Stata, 64 bytes in
/// SPSS), a character or beginning that is not allowed, a reserved word, and, in SPSS, a name that differs from
/// an earlier one in case only.
void check_statistical_names(const Table& table, StatisticalFormat format, Diagnostics& diagnostics);

}  // namespace tarazy
