#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A list of texts as one cell: joined by "; ", an item that holds a semicolon or a quote, begins or ends with a
/// blank, or is empty, in double quotes with its quotes doubled. So a comma in a name stays a comma, and
/// `list_items(list_cell(items)) == items` for any items. The empty list is the empty text. O(length)
[[nodiscard]] std::string list_cell(std::span<const std::string> items);

/// The items of such a cell; blanks around items are passed over. Text behind a closing quote belongs to the item.
/// O(length)
[[nodiscard]] std::vector<std::string> list_items(std::string_view cell);

}  // namespace tarazy
