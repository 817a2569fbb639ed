#include "simulate/designs/shapley_design.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace tarazy {
namespace shapley_design_test {

InputSpace three_inputs() {
    InputSpace space;
    for (const char* name : {"a", "b", "c"}) {
        UncertainInput input;
        input.name = name;
        input.distribution.kind = DistributionKind::normal;
        space.inputs.push_back(input);
    }
    return space;
}

TEST(ShapleyDesign, TakesAllOrdersInTurnWhenThereAreFew) {
    const Design design = shapley_design(three_inputs(), 10, 12, 3, 1);
    EXPECT_EQ(design.rows(), 10u + 12 * 2 * 3);
    const ShapleyLayout layout = shapley_layout(design);
    EXPECT_EQ(layout.permutations, 12u);
    EXPECT_EQ(layout.variance_runs, 10u);
    std::multiset<std::vector<std::size_t>> orders;
    for (std::size_t p = 0; p < 12; ++p)
        orders.emplace(layout.orders.begin() + static_cast<long>(3 * p),
                       layout.orders.begin() + static_cast<long>(3 * p + 3));
    EXPECT_EQ(orders.count({2, 0, 1}), 2u);
    EXPECT_EQ(std::set(orders.begin(), orders.end()).size(), 6u);
    EXPECT_EQ(shapley_layout(shapley_design(three_inputs(), 2, 4, 2, 1)).permutations, 4u);
}

TEST(ShapleyDesign, CorrelationsHoldWithinAndBetweenDraws) {
    InputSpace space = three_inputs();
    space.correlations = {{0, 2, 0.9}};
    const Design design = shapley_design(space, 2, 6000, 2, 3);
    double product = 0, square = 0;
    std::size_t rows = 0;
    for (std::size_t row = 2; row < design.rows(); ++row, ++rows) {
        product += design.value(row, 0) * design.value(row, 2);
        square += design.value(row, 0) * design.value(row, 0);
    }
    EXPECT_NEAR(product / static_cast<double>(rows), 0.9, 0.05);
    EXPECT_NEAR(square / static_cast<double>(rows), 1, 0.05);
    // a given b and c: the conditional variance is 1 - 0.81.
    double within = 0;
    std::size_t draws = 0;
    for (std::size_t row = 2; row < design.rows(); row += 2) {
        if (design.blocks[row] != "a") continue;
        within += std::pow(design.value(row, 0) - design.value(row + 1, 0), 2) / 2;
        ++draws;
    }
    EXPECT_NEAR(within / static_cast<double>(draws), 0.19, 0.03);
}

TEST(ShapleyDesign, WhatDoesNotFitIsNamed) {
    const Design good = shapley_design(three_inputs(), 4, 6, 2, 1);
    const auto message = [](const Design& design) {
        try {
            (void)shapley_layout(design);
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    Design design = good;
    design.path = "s.csv";
    design.values[5 * 3 + 2] += 1;
    EXPECT_NE(message(design).find("s.csv:7: run 6: an input outside of its block 'a' has changed"), std::string::npos)
        << message(design);
    design = good;
    design.blocks[6] = design.blocks[7] = "a";
    EXPECT_NE(message(design).find("run 7: the block 'a' does not follow"), std::string::npos) << message(design);
    design = good;
    design.kind = "random";
    EXPECT_NE(message(design).find("not one for Shapley effects"), std::string::npos);
    design = good;
    design.values.resize(design.values.size() - 3);
    design.blocks.pop_back();
    EXPECT_NE(message(design).find("not complete"), std::string::npos);
}

}  // namespace shapley_design_test
}  // namespace tarazy
