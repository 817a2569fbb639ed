#include "simulate/designs/sample.hpp"

#include "base/error.hpp"
#include "simulate/designs/morris_design.hpp"
#include "simulate/designs/saltelli_design.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace sample_test {

InputSpace two_inputs() {
    InputSpace space;
    space.inputs = {{"a", {.lower = 0, .upper = 10}}, {"b", {.lower = -1, .upper = 1}}};
    return space;
}

TEST(Sample, EveryMethodGivesTheRunsItTells) {
    for (const std::string method : {"saltelli", "morris", "shapley", "sobol", "latin-hypercube", "random"}) {
        for (const bool pairs : {false, true}) {
            if (pairs && method != "saltelli") continue;
            const SampleOptions options{.method = method, .base = 16, .pairs = pairs};
            const Design design = sample_design(two_inputs(), options);
            EXPECT_EQ(design.rows(), runs_of_sample(options, 2)) << method;
            EXPECT_TRUE(design.kind.starts_with(method));
            EXPECT_EQ(design_id(design), design_id(sample_design(two_inputs(), options)));
            SampleOptions other = options;
            other.seed = 2;
            EXPECT_NE(design_id(design), design_id(sample_design(two_inputs(), other)));
            for (std::size_t row = 0; row < design.rows(); ++row)
                EXPECT_TRUE(design.value(row, 0) >= 0 && design.value(row, 0) <= 10);
        }
    }
}

TEST(Sample, TheLayoutSurvivesDiscreteInputs) {
    InputSpace space = two_inputs();
    space.inputs[1].distribution.kind = DistributionKind::discrete;
    space.inputs[1].distribution.values = {1, 2};
    space.inputs[1].distribution.weights = {1, 1};
    EXPECT_EQ(saltelli_layout(sample_design(space, {.base = 16, .pairs = true})).base, 16u);
}

TEST(Sample, WhatDoesNotFitIsRefused) {
    EXPECT_THROW((void)sample_design(two_inputs(), {.base = 1000}), UsageError);
    EXPECT_THROW((void)sample_design(two_inputs(), {.method = "sobl"}), UsageError);
    EXPECT_THROW((void)sample_design(two_inputs(), {.method = "morris", .levels = 5}), UsageError);
    EXPECT_THROW((void)sample_design(two_inputs(), {.method = "random", .pairs = true}), UsageError);
    EXPECT_THROW((void)sample_design(two_inputs(), {.method = "random", .base = 0}), UsageError);
    EXPECT_THROW((void)sample_design(two_inputs(), {.base = std::size_t{1} << 28}), LimitError);
    InputSpace space = two_inputs();
    space.correlations = {{0, 1, 0.5}};
    EXPECT_THROW((void)sample_design(space, {}), InputError);
    EXPECT_NO_THROW((void)sample_design(space, {.method = "shapley", .base = 4}));
    EXPECT_NO_THROW((void)sample_design(space, {.method = "sobol", .base = 4}));
    space = two_inputs();
    space.inputs[0].distribution = {};
    space.inputs[0].distribution.kind = DistributionKind::normal;
    EXPECT_THROW((void)sample_design(space, {.method = "morris"}), InputError);
    EXPECT_THROW((void)sample_design(space, {.scramble = Scramble::none}), InputError);
    EXPECT_NO_THROW((void)sample_design(space, {.base = 4}));
}

}  // namespace sample_test
}  // namespace tarazy
