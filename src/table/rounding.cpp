#include "table/rounding.hpp"

#include <charconv>
#include <cmath>

namespace tarazy {

std::string fixed_text(double value, int decimals) {
    if (std::isnan(value)) return "";
    char digits[400];  // the largest double has 309 digits before the point
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals);
    std::string text(digits, end.ptr);
    if (text.starts_with('-') && text.find_first_of("123456789") == std::string::npos) text.erase(0, 1);
    return text;
}

double rounded(double value, int decimals) {
    if (!std::isfinite(value)) return value;
    const std::string text = fixed_text(value, decimals);
    double result = value;
    std::from_chars(text.data(), text.data() + text.size(), result);
    return result;
}

Table rounded(Table table, int decimals) {
    for (Column& column : table.columns) {
        if (column.type() != ColumnType::real) continue;
        std::vector<double> cells(column.reals().begin(), column.reals().end());
        for (double& cell : cells) cell = rounded(cell, decimals);
        column = Column(std::move(cells));
    }
    return table;
}

}  // namespace tarazy
