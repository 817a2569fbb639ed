#include "stats/student.hpp"

#include "stats/normal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace tarazy::student_test {
namespace {

TEST(Student, ClosedFormsAndTables) {
    // One degree: tan(pi (p - 1/2)); two: (2p - 1) sqrt(2/(4 p (1 - p))).
    EXPECT_NEAR(student_quantile(0.975, 1), std::tan(std::numbers::pi * 0.475), 1e-9);
    EXPECT_NEAR(student_quantile(0.975, 2), 0.95 * std::sqrt(2 / (4 * 0.975 * 0.025)), 1e-10);
    EXPECT_NEAR(student_quantile(0.975, 4), 2.7764451052, 1e-9);
    EXPECT_NEAR(student_quantile(0.975, 30), 2.0422724563, 1e-9);
}

TEST(Student, IsOddAndTendsToTheNormal) {
    EXPECT_EQ(student_quantile(0.5, 7), 0);
    EXPECT_NEAR(student_quantile(0.1, 7), -student_quantile(0.9, 7), 1e-12);
    EXPECT_NEAR(student_quantile(0.975, 90000), normal_quantile(0.975), 1e-4);
}

}  // namespace
}  // namespace tarazy::student_test
