#include "compare/minimisation/model_choice.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace model_choice_test {

Table rows() {
    Table table;
    table.add("solution", Column(std::vector<std::string>{"conservative", "parsimonious", "parsimonious",
                                                          "intermediate C1P1", "intermediate C1P2"}));
    table.add("model", Column(std::vector<std::int64_t>{1, 1, 2, 1, 1}));
    return table;
}

struct Choice {
    const char* text;
    const char* shown;                ///< what a figure shows first
    std::vector<std::size_t> chosen;  ///< rows
};

class ModelChoices : public testing::TestWithParam<Choice> {};

TEST_P(ModelChoices, AreUnderstood) {
    const ModelChoice choice = parse_model_choice(GetParam().text);
    EXPECT_EQ(shown_model(rows(), choice), GetParam().shown);
    EXPECT_EQ(rows_of_choice(rows(), choice), GetParam().chosen);
}

INSTANTIATE_TEST_SUITE_P(Written, ModelChoices,
                         testing::Values(Choice{"", "intermediate C1P1 1", {0, 1, 2, 3, 4}},
                                         Choice{"M2", "parsimonious 2", {2}}, Choice{"2", "parsimonious 2", {2}},
                                         Choice{"m1", "intermediate C1P1 1", {0, 1, 3, 4}},
                                         Choice{"parsimonious", "parsimonious 1", {1, 2}},
                                         Choice{"Parsimonious  M2", "parsimonious 2", {2}},
                                         Choice{"c1p2", "intermediate C1P2 1", {4}},
                                         Choice{" intermediate C1P2 M1 ", "intermediate C1P2 1", {4}},
                                         Choice{"conservative 1", "conservative 1", {0}}));

TEST(ModelChoice, WhatNamesNoModelIsRefused) {
    for (const char* text : {"M0", "first", "parsimonious conservative", "M1 M2", "C1", "C0P1", "-1", "1.5"})
        EXPECT_THROW((void)parse_model_choice(text), UsageError) << text;
}

TEST(ModelChoice, AModelThatIsNotThereIsToldWithThoseThatAre) {
    try {
        (void)rows_of_choice(rows(), parse_model_choice("parsimonious M3"));
        ADD_FAILURE() << "there is no third model";
    } catch (const UsageError& error) {
        EXPECT_STREQ(error.what(),
                     "there is no model 'parsimonious M3'; there are conservative M1, parsimonious M1 to M2, "
                     "intermediate C1P1 M1, intermediate C1P2 M1");
    }
}

TEST(ModelChoice, WithoutModelsNothingIsShown) {
    Table none;
    none.add("solution", Column(std::vector<std::string>{}));
    none.add("model", Column(std::vector<std::int64_t>{}));
    EXPECT_EQ(shown_model(none, parse_model_choice("M2")), "");
}

}  // namespace model_choice_test
}  // namespace tarazy
