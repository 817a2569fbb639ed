#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// A number as text with at most 15 significant digits, `.` as decimal point whatever the locale, no
/// trailing zeros; integers without a point. NaN gives the empty string, since NaN means "missing" in
/// our columns; infinities give `inf` and `-inf`. Minus zero is written `0`.
[[nodiscard]] std::string number_text(double value);

/// The whole of `text` as a finite decimal number, else nothing. Accepts a leading `+` or `-` and an exponent;
/// refuses blanks, hexadecimal, `nan`, `inf`, decimal commas and thousands separators.
[[nodiscard]] std::optional<double> parse_real(std::string_view text);

/// The whole of `text` as a decimal integer that fits 64 bits, else nothing.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

}  // namespace tarazy
