#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tarazy {

/// What a cell of delimited text is as a number.
struct ScannedNumber {
    enum class Kind { none, integer, real };
    Kind kind = Kind::none;
    std::int64_t integer = 0;
    double real = 0;
};

/// The whole cell as a number, exact to the last bit. Whole numbers that fit 64 bits (other than the smallest, which
/// stands for "missing" in columns) are integers. Not numbers: leading zeros before another digit ("007", "-00.5"),
/// longer whole numbers, blanks, `nan`, `inf`, and what does not fit a finite double.
[[nodiscard]] ScannedNumber scan_number(std::string_view cell);

/// Bytes that must be readable behind the start of a cell for `scan_integer` and `scan_real`.
inline constexpr std::size_t scan_margin = 64;

namespace number_scan {

inline std::uint64_t eight_bytes(const char* at) noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes;
}

/// How many of eight bytes (exclusive-ored with '0') are digits before the first that is none.
/// A byte above 9 gets its high bit by the addition; a carry can only disturb later bytes.
inline unsigned leading_digits(std::uint64_t bytes) noexcept {
    const std::uint64_t not_digit = ((bytes + 0x7676767676767676u) | bytes) & 0x8080808080808080u;
    return static_cast<unsigned>(std::countr_zero(not_digit)) / 8;
}

/// Value of eight digit values, the first in the lowest byte: neighbours are joined to pairs, fours, eight
/// (the trick of D. Lemire, "Quickly parsing eight digits", 2018).
inline std::uint64_t value_of_eight(std::uint64_t digits) noexcept {
    digits = (digits * 10 + (digits >> 8)) & 0x00FF00FF00FF00FFu;
    digits = (digits * 100 + (digits >> 16)) & 0x0000FFFF0000FFFFu;
    return (digits * 10000 + (digits >> 32)) & 0x00000000FFFFFFFFu;
}

inline constexpr std::array<std::uint64_t, 9> powers = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
inline constexpr std::array<double, 23> exact_powers = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                        1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                        1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Appends up to 24 digits at `at` to `value` (wrapping: callers refuse more than 18) and returns what follows them.
inline const char* take_digits(const char* at, std::uint64_t& value) noexcept {
    for (int block = 0; block < 3; ++block) {
        const std::uint64_t bytes = eight_bytes(at) ^ 0x3030303030303030u;
        const unsigned count = leading_digits(bytes);
        if (count == 8) {
            value = value * powers[8] + value_of_eight(bytes);
            at += 8;
            continue;
        }
        if (count > 0) value = value * powers[count] + value_of_eight(bytes << (8 * (8 - count)));
        return at + count;
    }
    return at;
}

}  // namespace number_scan

/// Quick path for a plain integer of at most 18 digits: the byte behind it, or nullptr when `scan_number` must decide.
/// @pre scan_margin bytes are readable
inline const char* scan_integer(const char* at, std::int64_t& value) noexcept {
    const bool negative = *at == '-';
    at += negative ? 1 : 0;
    const std::uint64_t bytes = number_scan::eight_bytes(at) ^ 0x3030303030303030u;
    const unsigned first_count = number_scan::leading_digits(bytes);
    std::uint64_t digits = 0;
    const char* end = at + first_count;
    if (first_count >= 1 && first_count <= 7) [[likely]] {
        digits = number_scan::value_of_eight(bytes << (8 * (8 - first_count)));
        if ((bytes & 0xFF) == 0 && first_count > 1) return nullptr;
    } else {
        end = number_scan::take_digits(at, digits);
        const auto count = end - at;
        if (count < 1 || count > 18 || (*at == '0' && count > 1)) return nullptr;
    }
    const auto magnitude = static_cast<std::int64_t>(digits);
    value = negative ? -magnitude : magnitude;
    return end;
}

/// Quick path for a decimal without exponent: with at most 2^53 as the digits' value and at most 22 decimals, one
/// correctly rounded division of two exact doubles gives the nearest double (Clinger 1990, the fast case).
/// The byte behind the number, or nullptr when `scan_number` must decide. @pre scan_margin bytes are readable
inline const char* scan_real(const char* at, double& value) noexcept {
    const bool negative = *at == '-';
    at += negative ? 1 : 0;
    std::uint64_t digits = 0;
    const char* end = number_scan::take_digits(at, digits);
    const auto whole = end - at;
    if (whole < 1 || whole > 18 || (*at == '0' && whole > 1)) return nullptr;
    std::ptrdiff_t decimals = 0;
    if (*end == '.') {
        const char* const point = end + 1;
        end = number_scan::take_digits(point, digits);
        decimals = end - point;
    }
    if (whole + decimals > 18 || digits > (std::uint64_t{1} << 53)) return nullptr;
    const double quotient = static_cast<double>(digits) / number_scan::exact_powers[static_cast<std::size_t>(decimals)];
    value = negative ? -quotient : quotient;
    return end;
}

}  // namespace tarazy
