#pragma once

#include <cstddef>

namespace tarazy {

/// Room for any number as `write_number` writes it.
inline constexpr std::size_t number_room = 40;

/// Writes what `number_text` gives to `at`, which has `number_room` bytes of room, and returns what is behind it.
///
/// Between 0.0001 and 1e15 the fifteen digits are the nearest whole number to |value| * 10^k with k from 0 to 18. The
/// product of the two doubles is exact as the sum of a rounded product and its error, which a fused multiplication and
/// addition gives (Dekker 1971). What lies within 2^-20 of the middle of two whole numbers, and all other numbers, go
/// the way of std::to_chars, so that every number is rounded as printf rounds it.
[[nodiscard]] char* write_number(char* at, double value);

}  // namespace tarazy
