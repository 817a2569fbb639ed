#include "io/number_scan.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <limits>

namespace tarazy {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

ScannedNumber scan_number(std::string_view cell) {
    std::string_view digits = cell;
    if (!digits.empty() && (digits.front() == '-' || digits.front() == '+')) digits.remove_prefix(1);
    // Whole cells of text are turned away here, before the slower conversions look at them.
    if (digits.empty() || !(is_digit(digits.front()) || digits.front() == '.')) return {};
    if (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1])) return {};
    if (std::ranges::all_of(digits, is_digit)) {
        const auto value = parse_integer(cell);
        if (!value || *value == std::numeric_limits<std::int64_t>::min()) return {};
        return {ScannedNumber::Kind::integer, *value, 0};
    }
    const auto value = parse_real(cell);
    if (!value) return {};
    return {ScannedNumber::Kind::real, 0, *value};
}

}  // namespace tarazy
