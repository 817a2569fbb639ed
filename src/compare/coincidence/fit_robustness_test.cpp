#include "compare/coincidence/fit_robustness.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace fit_robustness_test {

/// Y is A, but for two of ten cases.
Coincidences noisy() {
    Coincidences data;
    data.space = PropertySpace({{"A"}, {"B"}, {"Y"}});
    data.membership = {{1, 1, 1, 1, 1, 0, 0, 0, 0, 0}, {1, 0, 1, 0, 1, 0, 1, 0, 1, 0}, {1, 1, 1, 1, 0, 1, 0, 0, 0, 0}};
    for (int i = 0; i < 10; ++i) data.names.push_back("c" + std::to_string(i));
    return data;
}

AtomicFormula model(std::vector<Literals> terms) {
    std::ranges::sort(terms);
    return {{2, 1}, std::move(terms), 1, 1, 0};
}

TEST(FitRobustness, SubmodelsMakeNoStatementTheWholeDoesNotMake) {
    const PropertySpace space({{"A"}, {"B"}, {"Y"}, {"C"}});
    const Literals a = space.literal(0, 1), b = space.literal(1, 1), c = space.literal(3, 1);
    EXPECT_TRUE(is_submodel(model({a}), model({a | b, c})));
    EXPECT_TRUE(is_submodel(model({a, c}), model({a | b, c})));
    EXPECT_FALSE(is_submodel(model({a | b}), model({a, b})));
    EXPECT_TRUE(is_submodel(model({a}), model({a})));
    AtomicFormula other = model({a});
    other.effect = {1, 1};
    EXPECT_FALSE(is_submodel(other, model({a})));
}

TEST(FitRobustness, TheModelThatMostThresholdsAgreeOnComesFirst) {
    const Coincidences data = noisy();
    const FitRobustness found = fit_robustness(data, {2, 1}, {1, 0.8, 0.7}, {0.8, 0.7});
    EXPECT_EQ(found.reanalyses, 6u);
    ASSERT_FALSE(found.models.empty());
    EXPECT_EQ(model_text(data.space, found.models.front().model.terms), "A");
    EXPECT_EQ(found.models.front().score, 1);
    // A is found at con 0.8 and 0.7 with both coverages: four times, three of them duplicates of the first.
    EXPECT_EQ(found.models.front().found, 4u);
    EXPECT_GE(found.models.front().submodels, 3u);
    for (const RobustModel& one : found.models) EXPECT_LE(one.score, 1);
}

TEST(FitRobustness, WithoutModelsNothingIsScored) {
    Coincidences data = noisy();
    data.membership[2] = {1, 0, 0, 1, 0, 1, 1, 0, 0, 1};
    const FitRobustness found = fit_robustness(data, {2, 1}, {1}, {1});
    EXPECT_TRUE(found.models.empty());
    EXPECT_EQ(found.without_model, 1u);
}

}  // namespace fit_robustness_test
}  // namespace tarazy
