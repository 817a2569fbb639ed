#include "table/lone_mark.hpp"

#include "base/number_text.hpp"
#include "base/text_cut.hpp"

#include <algorithm>

namespace tarazy {

std::optional<LoneMark> lone_mark(const Column& column) {
    if (column.type() != ColumnType::text) return std::nullopt;
    const TextCells& cells = column.texts();
    std::optional<std::size_t> level;
    bool numbers = false;
    for (std::size_t i = 0; i < cells.levels.size(); ++i) {
        if (parse_real(cells.levels[i])) {
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
