#pragma once

#include "table/table.hpp"

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

namespace tarazy_python {

/// A column that Python hands over, by its kind: ("integer", values, mask or None), ("real", values), ("text", codes,
/// levels), ("list", lists of texts). The values are read from the buffers of the arrays.
[[nodiscard]] tarazy::Column column_of(const pybind11::tuple& parts);

/// A table that Python hands over: a list of (name, column). Rows count from 1, where a file has lines.
[[nodiscard]] tarazy::Table table_of(const std::string& name, const pybind11::list& columns);

/// The columns of a table in the same form. The arrays of numbers are the memory of the table itself, which lives as
/// long as one of them does.
[[nodiscard]] pybind11::list columns_of(tarazy::Table&& table);

}  // namespace tarazy_python
