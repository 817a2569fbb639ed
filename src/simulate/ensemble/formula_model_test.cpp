#include "simulate/ensemble/formula_model.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tarazy {
namespace formula_model_test {

TEST(FormulaModel, OutcomesUseInputsOutcomesBeforeThemAndTheYearBefore) {
    const Model model = formula_model({"x"}, {{"y", "2 * x"}, {"stock", "lag(stock, 100) + y + (year == 2031)"}}, 2030);
    EXPECT_EQ(model.outcomes, (std::vector<std::string>{"y", "stock"}));
    const std::array<double, 3> values = {1, 2, 3};
    std::array<double, 6> results{};
    model.compute(RunDraws(1, 0), values, results);
    EXPECT_EQ(results, (std::array<double, 6>{2, 102, 4, 107, 6, 113}));
}

TEST(FormulaModel, AFormulaMayNotUseWhatComesAfterIt) {
    try {
        (void)formula_model({"x"}, {{"y", "z + 1"}, {"z", "x"}}, 0);
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_EQ(std::string(error.what()), "formula of 'y', character 1: there is no number 'z'; did you mean 'x'?");
    }
}

TEST(RunDraws, DependOnTheirPlaceAlone) {
    const RunDraws draws(1, 5);
    EXPECT_EQ(draws.uniform(1, 2, 3), RunDraws(1, 5).uniform(1, 2, 3));
    EXPECT_NE(draws.uniform(1, 2, 3), draws.uniform(1, 2, 4));
    EXPECT_NE(draws.uniform(1, 2, 3), draws.uniform(1, 3, 3));
    EXPECT_NE(draws.uniform(1, 2, 3), RunDraws(1, 6).uniform(1, 2, 3));
    EXPECT_NE(draws.uniform(1, 2, 3), RunDraws(2, 5).uniform(1, 2, 3));
}

}  // namespace formula_model_test
}  // namespace tarazy
