#include "simulate/sensitivity/shapley_effects.hpp"

#include "base/work_test.hpp"
#include "simulate/sensitivity/ishigami_test.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace tarazy {
namespace shapley_effects_test {

InputSpace normals(double correlation) {
    InputSpace space;
    for (const char* name : {"a", "b", "c"}) {
        UncertainInput input;
        input.name = name;
        input.distribution.kind = DistributionKind::normal;
        space.inputs.push_back(input);
    }
    if (correlation != 0) space.correlations = {{1, 2, correlation}};
    return space;
}

/// Y = a + b + 2 c.
std::vector<double> linear(const Design& design) {
    std::vector<double> y(design.rows());
    for (std::size_t row = 0; row < y.size(); ++row)
        y[row] = design.value(row, 0) + design.value(row, 1) + 2 * design.value(row, 2);
    return y;
}

TEST(ShapleyEffects, OfIndependentInputsOfASumAreTheirShares) {
    const Design design =
        sample_design(normals(0), {.method = "shapley", .base = 6000, .inner = 3, .variance_runs = 4000});
    const ShapleyEffects effects = shapley_effects(shapley_layout(design), 3, linear(design), {});
    EXPECT_NEAR(effects.variance, 6, 0.5);
    const double exact[3] = {1.0 / 6, 1.0 / 6, 4.0 / 6};
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(effects.shares[i].value, exact[i], 0.03) << i;
        EXPECT_NEAR(effects.shares[i].value, exact[i], 2 * *effects.shares[i].conf);
        EXPECT_LT(*effects.shares[i].lower, effects.shares[i].value);
        EXPECT_GT(*effects.shares[i].upper, effects.shares[i].value);
    }
}

TEST(ShapleyEffects, OfCorrelatedNormalsAreThoseOfOwenAndPrieur) {
    // Owen & Prieur (2017), section 4: of a linear model of two correlated normals besides an independent one,
    // effect of b = b^2 (1 - r^2/2) + b c r + c^2 r^2/2, in units of variance; here b = 1, c = 2, r = 0.5.
    const double r = 0.5, sum = 1 + 1 + 4 + 2 * 2 * r;
    const double b = 1 - r * r / 2 + 2 * r + 4 * r * r / 2, c = 4 * (1 - r * r / 2) + 2 * r + r * r / 2;
    ASSERT_NEAR(1 + b + c, sum, 1e-12);
    const Design design = sample_design(normals(r), {.method = "shapley", .base = 6000, .variance_runs = 4000});
    const ShapleyEffects effects = shapley_effects(shapley_layout(design), 3, linear(design), {});
    EXPECT_NEAR(effects.shares[0].value, 1 / sum, 0.03);
    EXPECT_NEAR(effects.shares[1].value, b / sum, 0.03);
    EXPECT_NEAR(effects.shares[2].value, c / sum, 0.03);
}

TEST(ShapleyEffects, SharesAddUpToOneAndLieBetweenTheSobolIndices) {
    const Design design = sample_design(ishigami_inputs(), {.method = "shapley", .base = 3000, .variance_runs = 4000});
    const ShapleyEffects effects = shapley_effects(shapley_layout(design), 3, ishigami_outcomes(design), {});
    double sum = 0;
    for (const IndexEstimate& share : effects.shares) sum += share.value;
    EXPECT_NEAR(sum, 1, 1e-12);
    // Independent inputs: first-order index plus half of the interaction of x1 and x3.
    const double exact[3] = {.3139 + .2437 / 2, .4424, .2437 / 2};
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(effects.shares[i].value, exact[i], 0.05) << i;
}

TEST(ShapleyEffects, ThreadsReasonsAndStops) {
    const Design design = sample_design(ishigami_inputs(), {.method = "shapley", .base = 60, .variance_runs = 100});
    const ShapleyLayout layout = shapley_layout(design);
    std::vector<double> y = ishigami_outcomes(design);
    const ShapleyEffects one = shapley_effects(layout, 3, y, {.threads = 1});
    EXPECT_EQ(*one.shares[2].upper, *shapley_effects(layout, 3, y, {.threads = 2}).shares[2].upper);
    expect_stoppable([&](const Work& work) {
        (void)shapley_effects(layout, 3, y, {.replicates = 400, .threads = 1, .work = work});
    });
    std::ranges::fill(y, 1.0);
    EXPECT_FALSE(shapley_effects(layout, 3, y, {}).reason.empty());
}

}  // namespace shapley_effects_test
}  // namespace tarazy
