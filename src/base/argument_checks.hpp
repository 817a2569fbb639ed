#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tarazy {

// Checks of arguments by their name, as the user knows it (`--level`, "thresholds"). A refusal is a UsageError that
// says the name, the value and what is allowed: `--level is 1.5; give a number from 0 to 1`.

/// @throws UsageError  `NAME is VALUE; ALLOWED`
[[noreturn]] void refuse_argument(std::string_view name, const std::string& value, const std::string& allowed);

/// From `low` to `high`, the ends included; not a number is refused.
void check_between(double value, double low, double high, std::string_view name);
/// From 0 to 1.
void check_probability(double value, std::string_view name);
/// Above 0 and finite.
void check_positive(double value, std::string_view name);
/// At least `least` and finite.
void check_at_least(double value, double least, std::string_view name);
/// Above `low`, at most `high`.
void check_above(double value, double low, double high, std::string_view name);
/// Each value above the one before it.
void check_increasing(std::span<const double> values, std::string_view name);

/// The place of the text among the choices. @throws UsageError that says the nearest choice, or all of them
[[nodiscard]] std::size_t check_one_of(std::string_view text, std::span<const std::string> choices,
                                       std::string_view name);

/// The number that a text is. @throws UsageError when it is none
[[nodiscard]] double number_argument(std::string_view text, std::string_view name);

}  // namespace tarazy
