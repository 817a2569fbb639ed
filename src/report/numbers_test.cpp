#include "report/numbers.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace numbers_test {

TEST(ShownNumbers, KeepWhatAReaderCanUse) {
    EXPECT_EQ(shown_number(0.37), "0.370");
    EXPECT_EQ(shown_number(-0.0214), "−0.021");
    EXPECT_EQ(shown_number(27), "27");
    EXPECT_EQ(shown_number(12.3456), "12.35");
    EXPECT_EQ(shown_number(123.0001), "123");
    EXPECT_EQ(shown_number(0.00042), "0.00042");
    EXPECT_EQ(shown_number(12345), "12345");
}

TEST(ShownNumbers, UnknownIsADashNotAZero) {
    EXPECT_EQ(shown_number(std::nullopt), "–");
    EXPECT_EQ(shown_number(std::nan("")), "–");
    EXPECT_EQ(shown_interval(0.1, std::nullopt), "");
}

TEST(ShownNumbers, AClaimIsShownWithItsInterval) {
    Claim claim;
    claim.value = -0.021;
    claim.interval = Interval{-0.03, -0.01, 0.9, "percentile"};
    EXPECT_EQ(shown_claim(claim), "−0.021 [−0.030; −0.010]");
    claim.value.reset();
    EXPECT_EQ(shown_claim(claim), "–");
    claim.statement = "No link goes back in time.";
    EXPECT_EQ(shown_claim(claim), "No link goes back in time.");
}

}  // namespace numbers_test
}  // namespace tarazy
