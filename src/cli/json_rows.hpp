#pragma once

#include "base/work.hpp"
#include "table/table.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace tarazy {

/// A table as an array of objects, one a row, on one line: handed out in pieces, none of them longer than a row and its
/// comma. Numbers have the digits that they have in CSV; missing ones and those that are not finite are null.
void write_rows_json(const Table& table, const std::function<void(std::string_view piece)>& write,
                     const Work& work = {});

/// The same as one text.
[[nodiscard]] std::string rows_json_text(const Table& table);

}  // namespace tarazy
