#pragma once

#include "base/number_text.hpp"
#include "table/table.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tarazy {

/// A table of text with commas, as the tests of this folder write it, which may not use the reader of files: no quotes;
/// a column is of whole numbers where every cell is one or empty, else of texts.
inline Table comma_table(const std::string& text, const std::string& path) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    for (const char c : text) {
        if (c == '\n')
            rows.emplace_back(1);
        else if (c == ',')
            rows.back().emplace_back();
        else
            rows.back().back() += c;
    }
    rows.pop_back();
    Table table;
    table.origin.path = path;
    for (std::size_t c = 0; c < rows.front().size(); ++c) {
        std::vector<std::string> cells;
        for (std::size_t r = 1; r < rows.size(); ++r) cells.push_back(rows[r].at(c));
        const bool whole = std::ranges::all_of(
            cells, [](const std::string& cell) { return cell.empty() || parse_integer(cell).has_value(); });
        std::vector<std::int64_t> numbers;
        for (const std::string& cell : cells)
            numbers.push_back(whole && !cell.empty() ? *parse_integer(cell) : Column::missing_integer);
        table.add(rows.front()[c], whole ? Column(std::move(numbers)) : Column(std::span<const std::string>(cells)));
    }
    return table;
}

}  // namespace tarazy
