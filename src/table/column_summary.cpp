#include "table/column_summary.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace tarazy {
namespace {

/// Rows of the smallest and the largest value, and how many different values there are.
struct Extent {
    std::size_t minimum = 0;
    std::size_t maximum = 0;
    std::size_t distinct = 0;
};

template <class Cells>
Extent extent_of_numbers(const Cells& cells, const std::vector<std::size_t>& known) {
    std::vector<std::remove_cvref_t<decltype(cells[0])>> values;
    values.reserve(known.size());
    for (const std::size_t row : known) values.push_back(cells[row]);
    std::ranges::sort(values);
    const auto by_cell = [&cells](std::size_t a, std::size_t b) { return cells[a] < cells[b]; };
    const auto repeated = std::unique(values.begin(), values.end());
    return {*std::ranges::min_element(known, by_cell), *std::ranges::max_element(known, by_cell),
            static_cast<std::size_t>(repeated - values.begin())};
}

Extent extent_of_texts(const TextCells& cells, const std::vector<std::size_t>& known) {
    // One row for each level that occurs; levels may be left over from rows that were taken out.
    std::vector<std::size_t> rows;
    std::vector<bool> seen(cells.levels.size(), false);
    for (const std::size_t row : known) {
        const auto level = static_cast<std::size_t>(cells.codes[row]);
        if (!seen[level]) rows.push_back(row);
        seen[level] = true;
    }
    const auto by_text = [&cells](std::size_t a, std::size_t b) {
        return cells.levels[static_cast<std::size_t>(cells.codes[a])] <
               cells.levels[static_cast<std::size_t>(cells.codes[b])];
    };
    return {*std::ranges::min_element(rows, by_text), *std::ranges::max_element(rows, by_text), rows.size()};
}

}  // namespace

ColumnSummary summarise(const Column& column) {
    std::vector<std::size_t> known;
    known.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.missing(row)) known.push_back(row);
    }
    ColumnSummary summary;
    summary.type = column.type();
    summary.missing = column.size() - known.size();
    if (known.empty()) return summary;
    Extent extent;
    switch (column.type()) {
        case ColumnType::integer: extent = extent_of_numbers(column.integers(), known); break;
        case ColumnType::real: extent = extent_of_numbers(column.reals(), known); break;
        case ColumnType::text: extent = extent_of_texts(column.texts(), known); break;
    }
    summary.distinct = extent.distinct;
    summary.minimum = column.display(extent.minimum);
    summary.maximum = column.display(extent.maximum);
    summary.example = column.display(known.front());
    return summary;
}

}  // namespace tarazy
