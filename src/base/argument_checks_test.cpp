#include "base/argument_checks.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace tarazy {
namespace argument_checks_test {

std::string refusal(const std::function<void()>& check) {
    try {
        check();
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(ArgumentChecks, BoundsAreAllowed) {
    check_between(0, 0, 1, "level");
    check_probability(1, "level");
    check_positive(1e-9, "weight");
    check_at_least(0, 0, "weight");
    check_above(1, 0.5, 1, "level");
    check_increasing(std::vector<double>{0.2, 0.5, 0.8}, "thresholds");
    check_increasing({}, "thresholds");
}

TEST(ArgumentChecks, RefusalSaysNameValueAndWhatIsAllowed) {
    EXPECT_EQ(refusal([] { check_probability(1.5, "--level"); }), "--level is 1.5; give a number from 0 to 1");
    EXPECT_EQ(refusal([] { check_between(-1, 0, 0.5, "share"); }), "share is -1; give a number from 0 to 0.5");
    EXPECT_EQ(refusal([] { check_positive(0, "--limit"); }), "--limit is 0; give a number above 0");
    EXPECT_EQ(refusal([] { check_at_least(99, 100, "draws"); }), "draws is 99; give 100 or more");
    EXPECT_EQ(refusal([] { check_above(0.5, 0.5, 1, "p"); }), "p is 0.5; give a number above 0.5 and at most 1");
    EXPECT_EQ(refusal([] {
                  check_increasing(std::vector<double>{0.2, 0.2}, "thresholds");
              }),
              "thresholds is 0.2, 0.2; each number must be above the one before it");
    EXPECT_EQ(refusal([] { (void)number_argument("0,5", "--incl-cut"); }), "--incl-cut is '0,5'; give a number");
}

TEST(ArgumentChecks, NoValueIsEverEmpty) {
    EXPECT_EQ(refusal([] { refuse_argument("--window", "", "give two times"); }), "--window is empty; give two times");
}

TEST(ArgumentChecks, WhatIsNoNumberIsRefusedEverywhere) {
    EXPECT_NE(refusal([] { check_probability(nan, "a"); }), "");
    EXPECT_NE(refusal([] { check_positive(nan, "a"); }), "");
    EXPECT_NE(refusal([] { check_positive(infinity, "a"); }), "");
    EXPECT_NE(refusal([] { check_at_least(nan, 0, "a"); }), "");
    EXPECT_NE(refusal([] { check_above(nan, 0, 1, "a"); }), "");
    EXPECT_NE(refusal([] { check_increasing(std::vector<double>{1, nan}, "a"); }), "");
    EXPECT_NE(refusal([] { check_increasing(std::vector<double>{nan}, "a"); }), "");
}

TEST(ArgumentChecks, AChoiceGivesItsPlaceOrTheNearestName) {
    const std::vector<std::string> choices = {"kappa", "pi"};
    EXPECT_EQ(check_one_of("pi", choices, "--measure"), 1U);
    EXPECT_EQ(refusal([&] { (void)check_one_of("kapa", choices, "--measure"); }),
              "--measure is 'kapa'; did you mean 'kappa'?");
    EXPECT_EQ(refusal([&] { (void)check_one_of("agreement", choices, "--measure"); }),
              "--measure is 'agreement'; choose one of: kappa, pi");
}

}  // namespace argument_checks_test
}  // namespace tarazy
