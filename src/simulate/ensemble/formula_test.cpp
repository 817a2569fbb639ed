#include "simulate/ensemble/formula.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace formula_test {

const std::vector<std::string> names = {"a", "b", "китай"}, outcomes = {"y"};

double value(const std::string& text, std::span<const double> before = {}) {
    const std::vector<double> values = {2, 3, 5};
    return Formula(text, names, outcomes).value({values, before, 2030});
}

TEST(Formula, FollowsTheOrderOfOperations) {
    EXPECT_EQ(value("a + b * китай"), 17);
    EXPECT_EQ(value("(a + b) * китай"), 25);
    EXPECT_EQ(value("10 - 3 - 2"), 5);
    EXPECT_EQ(value("24 / 4 / 2"), 3);
    EXPECT_EQ(value("2 ^ 3 ^ 2"), 512);
    EXPECT_EQ(value("-a ^ 2"), -4);
    EXPECT_EQ(value("2 ^ -1"), 0.5);
    EXPECT_EQ(value("1e-2 + .5 + 1.5E+1"), 15.51);
    EXPECT_EQ(value("a < b and b < китай or 0"), 1);
    EXPECT_EQ(value("not a == 2"), 0);
    EXPECT_EQ(value("a + 1 >= b"), 1);
    EXPECT_EQ(value("a != 2"), 0);
}

TEST(Formula, Functions) {
    EXPECT_DOUBLE_EQ(value("exp(log(b)) + sqrt(a * a) + abs(-1)"), 6);
    EXPECT_EQ(value("min(a, b) + max(a, b)"), 5);
    EXPECT_EQ(value("clamp(7, 0, 1) + clamp(-7, 0, 1) + clamp(.5, 0, 1)"), 1.5);
    EXPECT_EQ(value("if(a > b, 10, 20)"), 20);
    EXPECT_EQ(value("year - 2000"), 30);
    EXPECT_EQ(value("lag(y, a) + 1"), 3);
    EXPECT_EQ(value("lag(y, a) + 1", std::vector<double>{9}), 10);
    EXPECT_TRUE(std::isnan(value("log(-1)")));
}

TEST(Formula, WhatIsNotDefinedStaysSo) {
    for (const char* text : {"log(-1)",
                             "log(0)",
                             "1 / 0",
                             "0 ^ -1",
                             "log(-1) > 0",
                             "log(-1) != 1",
                             "not log(-1)",
                             "if(log(-1), 5, 7)",
                             "if(log(-1) > 0, 5, 7)",
                             "min(1, log(-1))",
                             "min(log(-1), 1)",
                             "max(1, log(-1))",
                             "max(log(-1), 1)",
                             "clamp(log(-1), 0, 1)",
                             "clamp(1, log(-1), 2)",
                             "clamp(1, 2, 0)",
                             "1 and log(-1)",
                             "log(-1) and 1",
                             "0 or log(-1)",
                             "log(-1) ^ 0",
                             "1 ^ log(-1)",
                             "lag(y, log(-1))"})
        EXPECT_TRUE(std::isnan(value(text))) << text;
    EXPECT_EQ(value("0 and log(-1)"), 0) << "one side is enough";
    EXPECT_EQ(value("log(-1) or 1"), 1);
    EXPECT_EQ(value("if(a > b, log(-1), 7)"), 7) << "what is not chosen does not count";
    EXPECT_EQ(value("1 / (1 + exp(800))"), 0) << "too large a number has a limit";
}

TEST(Formula, WordsOfItsOwnNameNoNumbers) {
    for (const char* word : {"year", "lag", "exp", "if", "not"}) EXPECT_TRUE(is_word_of_formulas(word)) << word;
    EXPECT_FALSE(is_word_of_formulas("years"));
}

TEST(Formula, WhatIsWrongIsToldWithItsPlace) {
    const auto refusal = [](const std::string& text) {
        try {
            (void)Formula(text, names, outcomes);
        } catch (const UsageError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_EQ(refusal("a + "), "character 5: the formula ends too early; add a number or a name");
    EXPECT_EQ(refusal("a + kitai"), "character 5: there is no number 'kitai'; choose one of: a, b, китай");
    EXPECT_EQ(refusal("ex(a)"), "character 1: there is no function 'ex'; did you mean 'exp'?");
    EXPECT_EQ(refusal("(a + b"), "character 7: ')' is lacking; add it");
    EXPECT_EQ(refusal("min(a)"), "character 6: ',' is lacking; add it");
    EXPECT_NE(refusal("a b").find("does not belong here"), std::string::npos);
    EXPECT_NE(refusal("a = 1").find("compare with =="), std::string::npos);
    EXPECT_NE(refusal("2,5").find("decimals with a point"), std::string::npos);
    EXPECT_NE(refusal("1.2.3").find("is no number"), std::string::npos);
    EXPECT_NE(refusal("lag(z, 1)").find("there is no outcome 'z'"), std::string::npos);
    EXPECT_NE(refusal(std::string(5000, '(')).find("nested too deeply"), std::string::npos);
    EXPECT_NE(refusal(std::string(5000, '-') + "1").find("nested too deeply"), std::string::npos);
    EXPECT_NE(refusal("").find("ends too early"), std::string::npos);
}

TEST(Formula, ManyWaitingNumbersAreComputedToo) {
    std::string text = "1";
    for (int i = 0; i < 150; ++i) text = "1 + (" + text + ")";
    EXPECT_EQ(value(text), 151);
}

}  // namespace formula_test
}  // namespace tarazy
