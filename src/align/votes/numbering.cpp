#include "align/votes/numbering.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

bool holds_names(const Column& column) {
    if (column.type() != ColumnType::text) return false;
    const std::vector<std::string>& levels = column.texts().levels;
    const auto numbers =
        std::ranges::count_if(levels, [](const std::string& level) { return parse_integer(level).has_value(); });
    return 2 * numbers <= std::ssize(levels);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The run of digits at `at`, without leading zeros.
std::string_view digits_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    while (at + 1 < end && text[at] == '0') ++at;
    return text.substr(at, end - at);
}

std::size_t after_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

}  // namespace

bool natural_less(std::string_view a, std::string_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (is_digit(a[i]) && is_digit(b[j])) {
            const std::string_view x = digits_at(a, i), y = digits_at(b, j);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
            i = after_digits(a, i);
            j = after_digits(b, j);
            continue;
        }
        if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
        ++i;
        ++j;
    }
    if ((i < a.size()) != (j < b.size())) return i == a.size();
    return a < b;  // the same but for leading zeros
}

void Numbering::see(const Table& table, const std::string& column) {
    const Column& cells = require_column(table, column);
    named_ = named_ || holds_names(cells);
    seen_.push_back(&cells);
}

void Numbering::close() {
    if (!named_) return;
    for (const Column* const cells : seen_) {
        if (cells->type() == ColumnType::text) {
            const auto& levels = cells->texts().levels;
            names_.insert(names_.end(), levels.begin(), levels.end());
            continue;
        }
        std::set<std::string> shown;
        for (std::size_t row = 0; row < cells->size(); ++row)
            if (!cells->missing(row)) shown.insert(cells->display(row));
        names_.insert(names_.end(), shown.begin(), shown.end());
    }
    std::ranges::sort(names_, natural_less);
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    std::erase(names_, std::string());
}

std::int64_t Numbering::number_of(const std::string& name) const {
    const auto found = std::ranges::lower_bound(names_, name, natural_less);
    if (found == names_.end() || *found != name) return Column::missing_integer;
    return found - names_.begin() + 1;
}

std::vector<std::int64_t> Numbering::numbers(const Table& table, const std::string& column) const {
    if (!named_) return require_integers(table, column);
    const Column& cells = require_column(table, column);
    std::vector<std::int64_t> numbers(cells.size(), Column::missing_integer);
    if (cells.type() == ColumnType::text) {
        std::vector<std::int64_t> of_level;
        for (const std::string& level : cells.texts().levels) of_level.push_back(number_of(level));
        for (std::size_t row = 0; row < numbers.size(); ++row)
            if (!cells.missing(row)) numbers[row] = of_level[static_cast<std::size_t>(cells.texts().codes[row])];
        return numbers;
    }
    for (std::size_t row = 0; row < numbers.size(); ++row)
        if (!cells.missing(row)) numbers[row] = number_of(cells.display(row));
    return numbers;
}

}  // namespace tarazy
