#include "base/number_text.hpp"

#include "base/number_digits.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace tarazy {
namespace {

std::string_view without_plus(std::string_view text) {
    const bool plus = text.size() > 1 && text.front() == '+' && text[1] != '-' && text[1] != '+';
    return plus ? text.substr(1) : text;
}

}  // namespace

std::string number_text(double value) {
    std::array<char, number_room> room;
    return {room.data(), write_number(room.data(), value)};
}

std::optional<double> parse_real(std::string_view text) {
    text = without_plus(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
    text = without_plus(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace tarazy
