#include "base/number_digits.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace tarazy {
namespace {

constexpr std::array<double, 19> tens = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                         1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};

char* write_general(char* at, double value) {
    return std::to_chars(at, at + number_room, value, std::chars_format::general, 15).ptr;
}

/// The digits of a whole number without zeros in front, at the end of `digits`. @returns where they start
char* write_digits(std::array<char, 20>& digits, std::uint64_t whole) {
    static constexpr auto pairs = [] {
        std::array<char, 200> text{};
        for (std::size_t i = 0; i < 100; ++i) {
            text[2 * i] = static_cast<char>('0' + i / 10);
            text[2 * i + 1] = static_cast<char>('0' + i % 10);
        }
        return text;
    }();
    char* at = digits.data() + digits.size();
    while (whole >= 100) {
        at -= 2;
        std::memcpy(at, pairs.data() + 2 * (whole % 100), 2);
        whole /= 100;
    }
    if (whole >= 10) {
        at -= 2;
        std::memcpy(at, pairs.data() + 2 * whole, 2);
    } else {
        *--at = static_cast<char>('0' + whole);
    }
    return at;
}

/// The power of ten of the first digit of a number from 0.0001 to below 1e15.
int first_place(double magnitude) {
    if (magnitude < 1) return magnitude >= 0.1 ? -1 : magnitude >= 0.01 ? -2 : magnitude >= 0.001 ? -3 : -4;
    int place = 0;
    while (magnitude >= tens[static_cast<std::size_t>(place) + 1]) ++place;
    return place;
}

/// Fifteen digits, of which the first stands at 10^place. Zeros at the end are left out.
char* write_fixed(char* at, std::uint64_t fifteen, int place) {
    int count = 15;
    while (fifteen % 1000 == 0) fifteen /= 1000, count -= 3;
    while (fifteen % 10 == 0) fifteen /= 10, --count;
    std::array<char, 20> room;
    const char* const digits = write_digits(room, fifteen);
    const auto copied = [&](const char* from, int length) {
        std::memcpy(at, from, static_cast<std::size_t>(length));
        at += length;
    };
    if (place < 0) {
        copied("0.000", 1 - place);
        copied(digits, count);
    } else if (count <= place + 1) {
        copied(digits, count);
        for (int zero = count; zero < place + 1; ++zero) *at++ = '0';
    } else {
        copied(digits, place + 1);
        *at++ = '.';
        copied(digits + place + 1, count - place - 1);
    }
    return at;
}

}  // namespace

char* write_number(char* at, double value) {
    if (std::isnan(value)) return at;
    const double magnitude = std::abs(value);
    if (!(magnitude >= 0.0001 && magnitude < 1e15)) {
        if (value == 0) {
            *at = '0';
            return at + 1;
        }
        return write_general(at, value);  // infinities are written inf and -inf
    }
    int place = first_place(magnitude);
    const double ten = tens[static_cast<std::size_t>(14 - place)];
    const double product = magnitude * ten, error = std::fma(magnitude, ten, -product);
    const double whole = std::nearbyint(product), rest = (product - whole) + error;
    if (!(std::abs(rest) < 0.5 - 0x1p-20)) return write_general(at, value);
    auto fifteen = static_cast<std::uint64_t>(whole);
    if (fifteen == 1'000'000'000'000'000U) fifteen /= 10, ++place;  // rounded up to the next power of ten
    if (place > 14 || fifteen < 100'000'000'000'000U) return write_general(at, value);
    if (value < 0) *at++ = '-';
    return write_fixed(at, fifteen, place);
}

}  // namespace tarazy
