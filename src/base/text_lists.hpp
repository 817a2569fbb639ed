#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Lists that people write (`A, B,C`) and sentences that list things. Cells of tables whose items may hold the separator
// are `list_cell` and `list_items` (table/list_cells.hpp).

/// Without blanks, tabs and line ends at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// The parts between separators as they stand, empty ones too: n separators make n + 1 parts. @pre a separator
[[nodiscard]] std::vector<std::string> split(std::string_view text, std::string_view separator);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// The items of a list: its parts trimmed, without the empty ones.
[[nodiscard]] std::vector<std::string> listed(std::string_view text, char separator);

/// Adds an item to a list that is being written; no separator stands before what comes first.
void add_item(std::string& list, std::string_view item, std::string_view separator = ", ");

/// Things with the separator between them, each put into words by `text_of`.
template <typename Items, typename TextOf>
[[nodiscard]] std::string joined(const Items& items, std::string_view separator, TextOf text_of) {
    std::string list;
    bool first = true;
    for (const auto& item : items) {
        if (!first) list += separator;
        list += text_of(item);
        first = false;
    }
    return list;
}

/// The same for texts.
template <typename Items>
[[nodiscard]] std::string joined(const Items& items, std::string_view separator) {
    return joined(items, separator, [](std::string_view item) { return item; });
}

/// The first `most` of them and ", ..." where there are more.
[[nodiscard]] std::string first_few(std::span<const std::string> items, std::size_t most);

}  // namespace tarazy
