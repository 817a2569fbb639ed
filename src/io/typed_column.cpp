#include "io/typed_column.hpp"

#include "io/column_builder.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tarazy {

Column typed_by_content(TextCells cells, bool keep_na) {
    ColumnBuilder builder(cells.codes.size());
    for (const std::int32_t code : cells.codes) {
        if (builder.type() == ColumnType::text) return Column(std::move(cells));
        builder.add(code < 0 ? std::string_view() : std::string_view(cells.levels[static_cast<std::size_t>(code)]));
    }
    if (keep_na) builder.keep_na();
    if (builder.type() == ColumnType::text) return Column(std::move(cells));
    return builder.take();
}

bool keeps_na(std::string_view name, const std::vector<std::string>& columns) {
    if (std::ranges::find(columns, name) != columns.end()) return true;
    std::string plain;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
    }
    return plain.find("iso2") != std::string::npos || plain.find("isoa2") != std::string::npos ||
           plain.find("alpha2") != std::string::npos || plain.find("api2c") != std::string::npos;
}

Column integers_if_whole(std::vector<double> cells) {
    constexpr double exact = 0x1.0p53;
    const bool whole = std::ranges::all_of(
        cells, [](double cell) { return std::isnan(cell) || (cell == std::trunc(cell) && std::abs(cell) <= exact); });
    if (!whole) return Column(std::move(cells));
    std::vector<std::int64_t> integers;
    integers.reserve(cells.size());
    for (const double cell : cells) {
        integers.push_back(std::isnan(cell) ? Column::missing_integer : static_cast<std::int64_t>(cell));
    }
    return Column(std::move(integers));
}

}  // namespace tarazy
