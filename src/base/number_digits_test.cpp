#include "base/number_digits.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace tarazy {
namespace number_digits_test {

std::string written(double value) {
    char room[number_room];
    return {room, write_number(room, value)};
}

std::string plain(double value) {
    if (value == 0) return "0";
    char room[number_room];
    return {room, std::to_chars(room, room + sizeof room, value, std::chars_format::general, 15).ptr};
}

TEST(WriteNumber, WritesWhatPrintfWrites) {
    Random random(1, "digits", 0);
    for (int round = 0; round < 300'000; ++round) {
        const auto any = std::bit_cast<double>(random());
        if (std::isfinite(any)) {
            ASSERT_EQ(written(any), plain(any));
        }
        const double scale = std::pow(10, static_cast<double>(random.below(22)) - 6);
        const auto whole = static_cast<double>(random.below(2'000'000'000'000'000));
        for (const double value : {whole / 1e15 * scale, -std::floor(whole / 1e9) / 1e6, whole / 1e7, whole}) {
            ASSERT_EQ(written(value), plain(value)) << round;
        }
    }
}

TEST(WriteNumber, AlsoBesidePowersOfTenAndInTheMiddleOfTwoNumbers) {
    for (int power = -8; power <= 20; ++power) {
        for (int step = -40; step <= 40; ++step) {
            double value = std::pow(10, power);
            for (int i = 0; i < std::abs(step); ++i) value = std::nextafter(value, step < 0 ? 0 : 1e30);
            ASSERT_EQ(written(value), plain(value)) << power << ' ' << step;
        }
    }
    for (double half = 0.5; half > 1e-9; half /= 2) {
        for (const double whole : {0.0, 1.0, 3.0, 1234567.0, 123456789012.0, 99999999999999.0, 123456789012345.0}) {
            ASSERT_EQ(written(whole + half), plain(whole + half)) << whole << " + " << half;
        }
    }
}

TEST(WriteNumber, MissingIsEmptyAndInfinitiesHaveNames) {
    EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN()), "");
    EXPECT_EQ(written(-std::numeric_limits<double>::infinity()), "-inf");
    EXPECT_EQ(written(-0.0), "0");
}

}  // namespace number_digits_test
}  // namespace tarazy
