#include "trace/counterfactual/nested_search.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace nested_search_test {

// The first predictor is the outcome itself, the second points elsewhere.
const NestedProblem problem{{{0, 9}, {1, 4}, {3, 1}, {4, -2}}, {2, 9}, {{0}, {1}, {3}, {4}}, {2}};

TEST(NestedSearch, APredictorThatTellsTheOutcomeGetsTheWeight) {
    const NestedWeights found = nested_predictor_weights(problem, 500, 1);
    EXPECT_NEAR(found.loss, 0, 1e-6);
    EXPECT_GT(found.v[0], 0.9);
    EXPECT_NEAR(found.v[0] + found.v[1], 1, 1e-12);
    EXPECT_LE(found.evaluations, 500u);
}

TEST(NestedSearch, EndsAtItsBoundAndRepeatsItself) {
    EXPECT_EQ(nested_predictor_weights(problem, 1, 1).evaluations, 1u);
    EXPECT_EQ(nested_predictor_weights(problem, 60, 3).v, nested_predictor_weights(problem, 60, 3).v);
}

}  // namespace nested_search_test
}  // namespace tarazy
