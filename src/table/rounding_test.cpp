#include "table/rounding.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace rounding_test {

TEST(Rounding, DecimalsAreFixed) {
    EXPECT_EQ(fixed_text(0.5, 3), "0.500");
    EXPECT_EQ(fixed_text(2.0 / 3, 3), "0.667");
    EXPECT_EQ(fixed_text(1e20, 1), "100000000000000000000.0");
    EXPECT_EQ(fixed_text(1.5e308, 17).find('.'), 309u);
    EXPECT_EQ(fixed_text(2.4, 0), "2");
    EXPECT_EQ(fixed_text(Column::missing_real, 3), "");
}

TEST(Rounding, AZeroHasNoSign) {
    EXPECT_EQ(fixed_text(-0.0001, 3), "0.000");
    EXPECT_EQ(fixed_text(-0.0, 0), "0");
    EXPECT_EQ(fixed_text(-0.0006, 3), "-0.001");
}

TEST(Rounding, RoundedNumbersAreWhatIsShown) {
    for (const double value : {0.123456789, -7.5, 1e300, 1e-300, 0.0, 2.675})
        for (const int decimals : {0, 2, 6, most_decimals})
            EXPECT_EQ(fixed_text(rounded(value, decimals), decimals), fixed_text(value, decimals));
    EXPECT_TRUE(std::isnan(rounded(Column::missing_real, 2)));
}

TEST(Rounding, OnlyRealColumnsAreRounded) {
    Table table;
    table.add("n", Column(std::vector<std::int64_t>{Column::missing_integer, 12}));
    table.add("x", Column(std::vector<double>{0.12345, Column::missing_real}));
    table.add("name", Column(std::vector<std::string>{"0.12345", ""}));
    const Table shown = rounded(table, 2);
    EXPECT_EQ(shown["x"].real(0), 0.12);
    EXPECT_TRUE(shown["x"].missing(1));
    EXPECT_TRUE(shown["n"].missing(0));
    EXPECT_EQ(shown["name"].display(0), "0.12345");
}

}  // namespace rounding_test
}  // namespace tarazy
