#include "table/lone_mark.hpp"

#include "base/number_text.hpp"
#include "base/text_cut.hpp"

#include <algorithm>
#include <vector>

namespace tarazy {

bool has_decimal_comma(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos || text.find('.') != std::string_view::npos) return false;
    std::string with_point(text);
    with_point[comma] = '.';
    return comma + 1 < text.size() && text[comma + 1] >= '0' && text[comma + 1] <= '9' &&
           parse_real(with_point).has_value();
}

bool is_of_decimal_commas(const Column& column) {
    if (column.type() != ColumnType::text) return false;
    std::size_t commas = 0, whole = 0, others = 0;
    const TextCells& cells = column.texts();
    std::vector<std::size_t> times(cells.levels.size());
    for (const std::int32_t code : cells.codes)
        if (code >= 0) ++times[static_cast<std::size_t>(code)];
    for (std::size_t i = 0; i < times.size(); ++i) {
        const std::string& text = cells.levels[i];
        if (text == "NA") continue;  // it keeps no column from being read as numbers
        const bool plain = parse_real(text).has_value();
        if (plain && text.find('.') != std::string::npos) return false;  // then it is not known which mark is meant
        (has_decimal_comma(text) ? commas : plain ? whole : others) += times[i];
    }
    constexpr std::size_t one_in = 20;
    return commas > 0 && others > 0 && (others == 1 || others * one_in <= commas + whole + others);
}

std::optional<LoneMark> lone_mark(const Column& column) {
    if (column.type() != ColumnType::text) return std::nullopt;
    const TextCells& cells = column.texts();
    std::optional<std::size_t> level;
    bool numbers = false;
    const bool commas = is_of_decimal_commas(column);
    for (std::size_t i = 0; i < cells.levels.size(); ++i) {
        if (parse_real(cells.levels[i]) || (commas && has_decimal_comma(cells.levels[i]))) {
            numbers = true;
        } else if (level) {
            return std::nullopt;
        } else {
            level = i;
        }
    }
    if (!level || !numbers) return std::nullopt;
    LoneMark mark{cells.levels[*level], 0, cells.codes.size()};
    for (std::size_t row = 0; row < cells.codes.size(); ++row) {
        if (cells.codes[row] != static_cast<std::int32_t>(*level)) continue;
        mark.first_row = std::min(mark.first_row, row);
        ++mark.cells;
    }
    return mark.cells == 0 ? std::nullopt : std::optional(mark);
}

std::string mark_remedy(const LoneMark& mark) {
    const std::string shown = shortened(mark.text);
    const bool plain = shown.find_first_of(" ,;'\"$&|<>*?(){}[]~#\\") == std::string::npos;
    return "--missing " + (plain ? shown : "'" + shown + "'") +
           (mark.cells == 1 ? " makes it missing" : " makes them missing") + " (in a study: missing = [\"" + shown +
           "\"])";
}

}  // namespace tarazy
