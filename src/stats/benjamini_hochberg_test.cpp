#include "stats/benjamini_hochberg.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tarazy {
namespace benjamini_hochberg_test {

// The fifteen p-values of Benjamini & Hochberg (1995), section 3.2: at .05 the procedure rejects four.
TEST(BenjaminiHochberg, PublishedExampleOfMyocardialInfarction) {
    const std::vector<double> p = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                                   .0459, .3240, .4262, .5719, .6528, .7590, 1.0};
    const std::vector<double> adjusted = benjamini_hochberg(p);
    std::size_t rejected = 0;
    for (const double value : adjusted) rejected += value <= .05 ? 1 : 0;
    EXPECT_EQ(rejected, 4u);
    EXPECT_DOUBLE_EQ(adjusted[0], .0015);
    EXPECT_DOUBLE_EQ(adjusted[3], 15.0 / 4 * .0095);
    EXPECT_DOUBLE_EQ(adjusted[14], 1);
    for (std::size_t i = 1; i < p.size(); ++i) EXPECT_GE(adjusted[i], adjusted[i - 1]);
}

TEST(BenjaminiHochberg, OrderAndUnknownValuesStay) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> adjusted = benjamini_hochberg(std::vector{.04, unknown, .01, .03});
    EXPECT_DOUBLE_EQ(adjusted[0], .04);
    EXPECT_TRUE(std::isnan(adjusted[1]));
    EXPECT_DOUBLE_EQ(adjusted[2], .03);
    EXPECT_DOUBLE_EQ(adjusted[3], .04);  // 3/2 .03 is more than what follows
    EXPECT_TRUE(benjamini_hochberg({}).empty());
}

}  // namespace benjamini_hochberg_test
}  // namespace tarazy
