#include "simulate/sensitivity/borgonovo_delta.hpp"

#include "base/work_test.hpp"
#include "simulate/sensitivity/ishigami_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace tarazy {
namespace borgonovo_delta_test {

/// delta of Y = X + e, standard deviations 1 and s: half of the expected area between two normals, by numbers.
double exact_delta_of_sum(double s) {
    const double all = std::sqrt(1 + s * s), h = 0.02;
    const auto normal = [](double z, double sd) {
        return std::exp(-0.5 * z * z / (sd * sd)) / (sd * std::sqrt(2 * std::numbers::pi));
    };
    double delta = 0;
    for (double x = -6; x <= 6; x += h) {
        double area = 0;
        for (double y = -12; y <= 12; y += h) area += std::abs(normal(y, all) - normal(y - x, s)) * h;
        delta += 0.5 * area * normal(x, 1) * h;
    }
    return delta;
}

TEST(BorgonovoDelta, ComesNearTheExactOneOfASum) {
    InputSpace space;
    for (const char* name : {"x", "e", "nothing"}) {
        UncertainInput input{name, {}};
        input.distribution.kind = DistributionKind::normal;
        space.inputs.push_back(input);
    }
    const Design design = sample_design(space, {.method = "sobol", .base = 4096});
    std::vector<double> y(design.rows());
    for (std::size_t run = 0; run < y.size(); ++run) y[run] = design.value(run, 0) + 0.5 * design.value(run, 1);
    const DeltaIndices indices = borgonovo_delta(design, y, {.replicates = 20});
    EXPECT_NEAR(indices.delta[0].value, exact_delta_of_sum(0.5), 0.03);
    EXPECT_LT(indices.delta[2].value, 0.03);
    EXPECT_GT(indices.delta[0].value, indices.delta[1].value);
    EXPECT_NEAR(indices.first[0], 0.8, 0.03);
    EXPECT_NEAR(indices.first[1], 0.2, 0.03);
}

TEST(BorgonovoDelta, OfAnInputThatDecidesAllIsLarge) {
    Design design{.kind = "", .inputs = {"x", "z"}};
    std::vector<double> y;
    for (int i = 0; i < 400; ++i) {
        design.values.insert(design.values.end(), {static_cast<double>(i), static_cast<double>(i * 37 % 400)});
        y.push_back(i);
    }
    // Of five equal classes each holds a fifth of the outcomes: delta is 4/5 but for the width of the kernels.
    const DeltaIndices indices = borgonovo_delta(design, y, {.replicates = 0});
    EXPECT_EQ(indices.classes, 5u);
    EXPECT_NEAR(indices.delta[0].value, 0.8, 0.1);
    EXPECT_LT(indices.delta[1].value, 0.1);
    EXPECT_FALSE(indices.delta[0].conf);
    EXPECT_NEAR(indices.first[0], 1 - 1.0 / 25, 0.01);
}

TEST(BorgonovoDelta, OfAnInputWithFewValuesDoesNotDependOnTheOrderOfTheRows) {
    // y = a + noise in u; a of two values, c of three that do nothing.
    const auto design_of = [](bool sorted) {
        std::vector<std::array<double, 4>> rows;
        for (int i = 0; i < 600; ++i) {
            const double a = i % 2, c = i % 3, u = std::fmod(i * 0.618033988749895, 1.0);
            rows.push_back({a + 1.5 * u, a, c, u});
        }
        if (sorted) std::ranges::sort(rows);
        return rows;
    };
    std::vector<DeltaIndices> found;
    for (const bool sorted : {false, true}) {
        Design design{.kind = "", .inputs = {"a", "c", "u"}};
        std::vector<double> y;
        for (const auto& row : design_of(sorted)) {
            design.values.insert(design.values.end(), row.begin() + 1, row.end());
            y.push_back(row[0]);
        }
        found.push_back(borgonovo_delta(design, y, {.replicates = 0}));
    }
    const double of_a = 0.25, of_u = 1.5 * 1.5 / 12;  // variances
    for (const DeltaIndices& one : found) {
        EXPECT_NEAR(one.first[0], of_a / (of_a + of_u), 0.01);
        EXPECT_LT(one.first[1], 0.01);
        EXPECT_LT(one.delta[1].value, 0.05);
    }
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(found[0].delta[i].value, found[1].delta[i].value, 1e-12) << i;
}

TEST(BorgonovoDelta, ThreadsReasonsAndStops) {
    const Design design = sample_design(ishigami_inputs(), {.method = "random", .base = 150});
    std::vector<double> y = ishigami_outcomes(design);
    const DeltaIndices one = borgonovo_delta(design, y, {.replicates = 10, .threads = 1});
    EXPECT_EQ(one.delta[1].value, borgonovo_delta(design, y, {.replicates = 10, .threads = 2}).delta[1].value);
    expect_stoppable(
        [&](const Work& work) { (void)borgonovo_delta(design, y, {.replicates = 30, .threads = 1, .work = work}); });
    std::ranges::fill(y, 1.0);
    EXPECT_FALSE(borgonovo_delta(design, y, {}).reason.empty());
}

}  // namespace borgonovo_delta_test
}  // namespace tarazy
