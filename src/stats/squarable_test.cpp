#include "stats/squarable.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tarazy {
namespace squarable_test {

TEST(Squarable, NumbersWhoseSquaresADoubleHolds) {
    for (const double value : {0.0, 1.0, -3.5, 1e150, -1e-150}) EXPECT_TRUE(squarable(value)) << value;
    for (const double value : {1e151, -1e200, 1e-151, std::numeric_limits<double>::infinity(), std::nan("")})
        EXPECT_FALSE(squarable(value)) << value;
    EXPECT_STREQ(why_not_squarable(-1e200), "too large to be squared");
    EXPECT_STREQ(why_not_squarable(1e-200), "too small to be squared");
}

}  // namespace squarable_test
}  // namespace tarazy
