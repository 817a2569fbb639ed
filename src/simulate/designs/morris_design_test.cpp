#include "simulate/designs/morris_design.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace tarazy {
namespace morris_design_test {

Design of_trajectories(std::size_t trajectories, unsigned levels) {
    Design design;
    design.kind = "morris-" + std::to_string(levels);
    design.inputs = {"a", "b", "c"};
    design.values = morris_points(trajectories, 3, levels, 2);
    return design;
}

TEST(MorrisDesign, MovesEachInputOnceByItsStep) {
    for (const unsigned levels : {2u, 4u, 6u}) {
        const Design design = of_trajectories(50, levels);
        ASSERT_EQ(design.rows(), 200u);
        const MorrisLayout layout = morris_layout(design);
        EXPECT_EQ(layout.trajectories, 50u);
        for (std::size_t t = 0; t < 50; ++t) {
            for (std::size_t step = 0; step < 3; ++step) {
                const std::size_t row = t * 4 + step + 1, i = layout.moved[t * 3 + step];
                EXPECT_NEAR(std::abs(design.value(row, i) - design.value(row - 1, i)), morris_step(levels), 1e-15);
                EXPECT_EQ(layout.upwards[t * 3 + step], design.value(row, i) > design.value(row - 1, i));
            }
        }
        for (const double u : design.values) EXPECT_TRUE(u >= 0 && u <= 1);
    }
}

TEST(MorrisDesign, UsesAllLevelsAndOrders) {
    const Design design = of_trajectories(400, 4);
    std::map<double, int> levels;
    std::map<std::size_t, int> first;
    const MorrisLayout layout = morris_layout(design);
    for (std::size_t t = 0; t < 400; ++t) {
        ++levels[design.value(t * 4, 0)];
        ++first[layout.moved[t * 3]];
    }
    EXPECT_EQ(levels.size(), 4u);
    for (const auto& [level, count] : levels) EXPECT_NEAR(count, 100, 40) << level;
    for (const auto& [input, count] : first) EXPECT_NEAR(count, 133, 45) << input;
    EXPECT_EQ(morris_blocks(layout, design.inputs)[0], "start");
    EXPECT_EQ(morris_blocks(layout, design.inputs).size(), design.rows());
}

TEST(MorrisDesign, AnInputThatKeepsItsValueIsFoundByItsBlock) {
    Design design = of_trajectories(20, 4);
    design.blocks = morris_blocks(morris_layout(design), design.inputs);
    for (std::size_t row = 0; row < design.rows(); ++row) design.values[row * 3 + 1] = 5;
    EXPECT_EQ(morris_blocks(morris_layout(design), design.inputs), design.blocks);
}

TEST(MorrisDesign, RowsThatAreNoTrajectoryAreNamed) {
    Design design = of_trajectories(3, 4);
    design.path = "m.csv";
    design.values[4] += 1;
    try {
        (void)morris_layout(design);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("m.csv:3: run 2: 2 inputs differ from the run before"),
                  std::string::npos)
            << error.what();
    }
    design.values.pop_back();
    design.values.pop_back();
    design.values.pop_back();
    EXPECT_THROW((void)morris_layout(design), InputError);
}

}  // namespace morris_design_test
}  // namespace tarazy
