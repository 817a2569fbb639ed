#include "text/counts/association.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace tarazy::association_test {
namespace {

// Dunning (1993), table: "the swiss" in text on banks: 110, 2442, 111, 29114, -2 log lambda = 270.72.
TEST(Association, DunningsExample) {
    EXPECT_NEAR(signed_g2({110, 2442, 111, 29114}), 270.72, 0.005);
    EXPECT_NEAR(signed_chi_square({110, 2442, 111, 29114}, YatesCorrection::none), 525.02, 0.005);
}

TEST(Association, PearsonByHand) {
    // (20*70 - 30*80)^2 200/(50*150*100*100)
    const TwoByTwo table{20, 30, 80, 70};
    EXPECT_NEAR(signed_chi_square(table, YatesCorrection::none), -200.0 * 1e6 / 7.5e7, 1e-12);
    EXPECT_NEAR(signed_chi_square(table, YatesCorrection::always), -200.0 * 810000 / 7.5e7, 1e-12);
    EXPECT_EQ(signed_chi_square(table, YatesCorrection::conditional), signed_chi_square(table, YatesCorrection::none));
    EXPECT_NEAR(williams_q(table), 1 + (4 + 200.0 / 150 - 1) * (2 + 2 - 1) / 1200, 1e-15);
    EXPECT_NEAR(odds_ratio(table), 1400.0 / 2400, 1e-15);
}

TEST(Association, TheCorrectionTakesNoMoreThanThereIs) {
    EXPECT_EQ(signed_chi_square({1, 1, 9, 10}, YatesCorrection::always), 0);
}

TEST(Association, SwappingTheGroupsTurnsTheSign) {
    for (const TwoByTwo& t :
         std::array<TwoByTwo, 4>{{{3, 9, 100, 80}, {0, 4, 50, 60}, {7, 7, 7, 7}, {40, 1, 9, 900}}}) {
        const TwoByTwo swapped{t.b, t.a, t.d, t.c};
        EXPECT_NEAR(signed_g2(t), -signed_g2(swapped), 1e-10);
        EXPECT_NEAR(log_ratio(t), -log_ratio(swapped), 1e-12);
        EXPECT_NEAR(std::log(odds_ratio(t)), -std::log(odds_ratio(swapped)), 1e-12);
        EXPECT_NEAR(signed_chi_square(t, YatesCorrection::always), -signed_chi_square(swapped, YatesCorrection::always),
                    1e-10);
        EXPECT_NEAR(williams_q(t), williams_q(swapped), 1e-12);
    }
}

TEST(Association, TestsGrowWithTheCountsAndSizesDoNot) {
    const TwoByTwo t{12, 5, 300, 400}, tenfold{120, 50, 3000, 4000};
    EXPECT_NEAR(signed_g2(tenfold), 10 * signed_g2(t), 1e-9);
    EXPECT_NEAR(signed_chi_square(tenfold, YatesCorrection::none), 10 * signed_chi_square(t, YatesCorrection::none),
                1e-9);
    EXPECT_NEAR(pointwise_information(tenfold), pointwise_information(t), 1e-12);
    EXPECT_NEAR(log_ratio(tenfold), log_ratio(t), 1e-12);
}

TEST(Association, ZeroCounts) {
    EXPECT_NEAR(log_ratio({8, 0, 92, 200}), std::log2((8.5 / 100) / (0.5 / 200)), 1e-12);
    EXPECT_TRUE(std::isnan(pointwise_information({0, 3, 5, 5})));
    EXPECT_TRUE(std::isnan(signed_g2({0, 0, 5, 5})));
    EXPECT_TRUE(std::isnan(signed_chi_square({5, 5, 0, 0}, YatesCorrection::none)));
    EXPECT_GT(signed_g2({5, 0, 5, 10}), 0);
}

}  // namespace
}  // namespace tarazy::association_test
