#include "cli/table_on_terminal.hpp"

#include "base/number_text.hpp"
#include "base/printable.hpp"
#include "table/rounding.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace tarazy {
namespace {

/// Columns a terminal needs for the text: wide East Asian characters take two, combining marks none.
std::size_t display_width(const std::string& text) {
    std::size_t width = 0;
    const icu::UnicodeString characters = icu::UnicodeString::fromUTF8(text);
    for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
        const UChar32 c = characters.char32At(i);
        const int kind = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
        const bool mark = (U_MASK(u_charType(c)) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
        if (!mark) width += kind == U_EA_WIDE || kind == U_EA_FULLWIDTH ? 2 : 1;
    }
    return width;
}

std::string shown_cell(const Column& column, std::size_t row, const std::optional<int>& decimals) {
    if (column.type() == ColumnType::real && !column.missing(row)) {
        if (decimals) return fixed_text(*column.real(row), *decimals);
        // Six digits are enough to read; csv and json keep fifteen.
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%.6g", *column.real(row));
        return buffer;
    }
    std::string text = column.display(row);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return printable(text);
}

}  // namespace

std::string table_on_terminal(const Table& table, const std::optional<int>& decimals, const Work& work) {
    const std::size_t columns = table.names.size();
    std::vector<std::vector<std::string>> cells(columns);
    std::vector<std::size_t> width(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        cells[i].push_back(printable(table.names[i]));
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (row % 1024 == 0) work.check();
            cells[i].push_back(shown_cell(table.columns[i], row, decimals));
        }
        for (const std::string& cell : cells[i]) width[i] = std::max(width[i], display_width(cell));
    }
    std::string text;
    for (std::size_t line = 0; line <= table.rows(); ++line) {
        if (line % 1024 == 0) work.check();
        std::string row;
        for (std::size_t i = 0; i < columns; ++i) {
            const std::string padding(width[i] - display_width(cells[i][line]), ' ');
            const bool number = table.columns[i].type() != ColumnType::text;
            if (i > 0) row += "  ";
            row += number ? padding + cells[i][line] : cells[i][line] + padding;
        }
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + '\n';
    }
    return text;
}

}  // namespace tarazy
