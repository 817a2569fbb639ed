#include "trace/breaks/penalty.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace penalty_test {

TEST(Penalty, ValuesOfTheReferenceTable) {
    EXPECT_NEAR(penalty_named("mbic", ChangeStatistic::mean, 100).per_change, 13.815510558, 1e-9);
    EXPECT_TRUE(penalty_named("mbic", ChangeStatistic::mean, 100).length_term);
    EXPECT_NEAR(penalty_named("mbic", ChangeStatistic::mean_variance, 100).per_change, 18.420680744, 1e-9);
    EXPECT_NEAR(penalty_named("bic", ChangeStatistic::poisson, 100).per_change, 9.210340372, 1e-9);
    EXPECT_FALSE(penalty_named("bic", ChangeStatistic::mean, 100).length_term);
    EXPECT_EQ(penalty_named("aic", ChangeStatistic::trend, 100).per_change, 6);
    EXPECT_NEAR(penalty_named("hq", ChangeStatistic::variance, 100).per_change, 6.1087185032, 1e-9);
    EXPECT_EQ(penalty_named("7.5", ChangeStatistic::variance, 100).per_change, 7.5);
}

TEST(Penalty, OtherWordsAndNegativeNumbersAreRefused) {
    EXPECT_THROW((void)penalty_named("mbik", ChangeStatistic::mean, 100), UsageError);
    EXPECT_THROW((void)penalty_named("-1", ChangeStatistic::mean, 100), UsageError);
}

}  // namespace penalty_test
}  // namespace tarazy
