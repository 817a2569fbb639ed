#include "io/number_scan.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

namespace tarazy {
namespace number_scan_test {

using Kind = ScannedNumber::Kind;

/// What the quick path makes of a cell, or nothing if it declines or stops early.
template <typename Value, typename Scan>
std::optional<Value> quick(const std::string& cell, Scan scan) {
    const std::string padded = cell + ',' + std::string(scan_margin, ',');
    Value value{};
    const char* const end = scan(padded.data(), value);
    if (end != padded.data() + cell.size()) return std::nullopt;
    return value;
}

void expect_same_as_strtod(const std::string& cell) {
    const double expected = std::strtod(cell.c_str(), nullptr);
    if (const auto value = quick<double>(cell, scan_real)) {
        EXPECT_EQ(std::bit_cast<std::uint64_t>(*value), std::bit_cast<std::uint64_t>(expected)) << cell;
    }
    const ScannedNumber number = scan_number(cell);
    ASSERT_NE(number.kind, Kind::none) << cell;
    if (number.kind == Kind::real) {
        EXPECT_EQ(std::bit_cast<std::uint64_t>(number.real), std::bit_cast<std::uint64_t>(expected)) << cell;
    } else {
        EXPECT_EQ(static_cast<double>(number.integer), expected) << cell;
    }
}

std::string random_digits(Random& random, std::size_t count) {
    std::string digits;
    for (std::size_t digit = 0; digit < count; ++digit) digits += static_cast<char>('0' + random.below(10));
    return digits;
}

TEST(NumberScan, DecimalsAgreeWithStrtodToTheLastBit) {
    Random random(1, "decimals", 0);
    for (int round = 0; round < 200'000; ++round) {
        std::string cell = random.below(2) ? "-" : "";
        cell += std::to_string(1 + random.below(9)) + random_digits(random, random.below(10));
        cell += "." + random_digits(random, 1 + random.below(16));
        if (random.below(4) == 0) cell += "e" + std::to_string(static_cast<int>(random.below(580)) - 290);
        expect_same_as_strtod(cell);
    }
}

TEST(NumberScan, EveryFiniteDoublePrintedInSeventeenDigitsComesBack) {
    Random random(2, "doubles", 0);
    for (int round = 0; round < 200'000; ++round) {
        const double value = std::bit_cast<double>(random());
        if (!(value - value == 0)) continue;
        char cell[64];
        std::snprintf(cell, sizeof cell, "%.17g", value);
        const ScannedNumber number = scan_number(cell);
        if (number.kind == Kind::integer) continue;
        EXPECT_EQ(std::bit_cast<std::uint64_t>(number.real), std::bit_cast<std::uint64_t>(value)) << cell;
    }
}

TEST(NumberScan, IntegersOfEveryLengthAgreeOnBothPaths) {
    Random random(3, "integers", 0);
    for (int round = 0; round < 100'000; ++round) {
        const std::string cell = (random.below(2) ? "-" : "") + std::to_string(1 + random.below(9)) +
                                 random_digits(random, random.below(18));
        const std::int64_t expected = std::strtoll(cell.c_str(), nullptr, 10);
        EXPECT_EQ(scan_number(cell).integer, expected) << cell;
        EXPECT_EQ(quick<std::int64_t>(cell, scan_integer).value_or(expected), expected) << cell;
    }
}

TEST(NumberScan, QuickPathsDeclineWhatTheyCannotDecide) {
    for (const char* cell : {"", "-", "+1", "007", "-00", "1234567890123456789", "abc", " 1"}) {
        EXPECT_FALSE((quick<std::int64_t>(cell, scan_integer))) << cell;
    }
    for (const char* cell : {"", ".5", "1e5", "00.5", "9007199254740993.5", "0.1234567890123456789"}) {
        EXPECT_FALSE((quick<double>(cell, scan_real))) << cell;
    }
    EXPECT_EQ((quick<std::int64_t>("-0", scan_integer)), 0);
    EXPECT_EQ((quick<double>("0.1", scan_real)), 0.1);
}

TEST(NumberScan, KindsOfCells) {
    for (const char* cell : {"0", "-0", "+7", "9223372036854775807"})
        EXPECT_EQ(scan_number(cell).kind, Kind::integer) << cell;
    for (const char* cell : {"0.0", ".5", "5.", "1e5", "-1E-5", "+0.5"})
        EXPECT_EQ(scan_number(cell).kind, Kind::real) << cell;
    for (const char* cell : {"",
                             "-",
                             "+",
                             "+-1",
                             "-+1",
                             "--1",
                             "e5",
                             ".",
                             "007",
                             "-01.5",
                             "1 ",
                             " 1",
                             "1,5",
                             "0x10",
                             "nan",
                             "inf",
                             "1e999",
                             "9223372036854775808",
                             "-9223372036854775808",
                             "1e",
                             "1.2.3"}) {
        EXPECT_EQ(scan_number(cell).kind, Kind::none) << cell;
    }
}

}  // namespace number_scan_test
}  // namespace tarazy
