#pragma once

#include "table/table.hpp"

#include <initializer_list>
#include <string_view>

namespace tarazy {

/// A column that is kept, and what it is called then; the same when `as` is empty.
struct KeptColumn {
    std::string_view name;
    std::string_view as = {};
};

/// These columns in this order. The origin is dropped. @pre they exist
[[nodiscard]] Table kept_columns(const Table& table, std::initializer_list<KeptColumn> columns);

/// The rows whose cell in a column of texts is `text`. @pre the column exists
[[nodiscard]] Table rows_where(const Table& table, std::string_view column, std::string_view text);

/// The columns of `more` behind those of `table`. @pre as many rows
void add_columns(Table& table, Table more);

}  // namespace tarazy
