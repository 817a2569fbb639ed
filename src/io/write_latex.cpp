#include "io/write_latex.hpp"

#include "base/text_lists.hpp"
#include "table/rounding.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace tarazy {
namespace {

/// A text cell with more characters than this is set as a paragraph.
constexpr std::size_t longest_line = 40;

/// Signs of more than one character stand before those that begin alike.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> latex_signs{{
    {"<=>", "$\\Leftrightarrow$"},
    {"<->", "$\\leftrightarrow$"},
    {"->", "$\\rightarrow$"},
    {"=>", "$\\Rightarrow$"},
    {"<-", "$\\leftarrow$"},
    {"<=", "$\\leq$"},
    {">=", "$\\geq$"},
    {"~", "$\\sim$"},
    {"*", "$\\ast$"},
    {"<", "$<$"},
    {">", "$>$"},
    {"|", "$|$"},
    {"\\", "\\textbackslash{}"},
    {"{", "\\{"},
    {"}", "\\}"},
    {"$", "\\$"},
    {"&", "\\&"},
    {"#", "\\#"},
    {"^", "\\textasciicircum{}"},
    {"_", "\\_"},
    {"%", "\\%"},
    {"\"", "\\textquotedbl{}"},
}};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Items of a list are parted by commas, or by semicolons where an item has a comma itself.
std::string shown_text(const Column& column, std::size_t row) {
    if (!column.holds_lists()) return column.display(row);
    const std::vector<std::string> items = column.list(row);
    const bool commas =
        std::ranges::any_of(items, [](const std::string& item) { return item.find(',') != std::string::npos; });
    return joined(items, commas ? "; " : ", ");
}

std::string latex_number(double value, int decimals) {
    const std::string fixed = fixed_text(value, decimals);
    const bool looks_like_zero = fixed.find_first_of("123456789") == std::string::npos;
    if (looks_like_zero && value != 0) {
        char digits[40];
        const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::scientific, 1);
        const std::string text(digits, end.ptr);
        const std::size_t e = text.find('e');
        const int power = std::stoi(text.substr(e + 1));
        return '$' + text.substr(0, e) + "\\times10^{" + std::to_string(power) + "}$";
    }
    return fixed.starts_with('-') ? "$-$" + fixed.substr(1) : fixed;
}

std::string latex_cell(const Column& column, std::size_t row, int decimals) {
    if (column.type() == ColumnType::text) return latex_text(shown_text(column, row));
    if (column.missing(row)) return "--";
    if (column.type() == ColumnType::real) return latex_number(*column.real(row), decimals);
    const std::string text = column.display(row);
    return text.starts_with('-') ? "$-$" + text.substr(1) : text;
}

std::string latex_alignment(const Column& column) {
    if (column.type() != ColumnType::text) return "r";
    std::size_t longest = 0;
    for (std::size_t row = 0; row < column.size(); ++row)
        longest = std::max(longest, characters(shown_text(column, row)));
    if (longest > longest_line) return ">{\\raggedright\\arraybackslash}p{0.25\\linewidth}";
    return longest == 1 ? "c" : "l";
}

void append_row(std::string& latex, const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) row += (&cell == cells.data() ? "" : " & ") + cell;
    // Behind the end of the row before, a bracket would be read as a length.
    if (row.starts_with('[')) row = "{[}" + row.substr(1);
    latex += row + " \\\\\n";
}

}  // namespace

std::string latex_text(std::string_view text) {
    std::string latex;
    while (!text.empty()) {
        const auto sign =
            std::ranges::find_if(latex_signs, [&](const auto& one) { return text.starts_with(one.first); });
        if (sign != latex_signs.end()) {
            latex += sign->second;
            text.remove_prefix(sign->first.size());
            continue;
        }
        const bool control = static_cast<unsigned char>(text.front()) < 0x20 || text.front() == 0x7F;
        latex += control ? ' ' : text.front();
        text.remove_prefix(1);
    }
    return latex;
}

std::string to_latex(const Table& table, int decimals) {
    std::string columns;
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        columns += latex_alignment(table.columns[i]);
        cells.push_back(latex_text(table.names[i]));
    }
    std::string latex = "% \\usepackage{booktabs,array}";
    latex += "; letters beyond Latin need XeLaTeX or LuaLaTeX, or \\usepackage[T2A]{fontenc} for Cyrillic\n";
    latex += "\\begin{tabular}{" + columns + "}\n\\toprule\n";
    append_row(latex, cells);
    latex += "\\midrule\n";
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) cells[i] = latex_cell(table.columns[i], row, decimals);
        append_row(latex, cells);
    }
    return latex + "\\bottomrule\n\\end{tabular}\n";
}

}  // namespace tarazy
