#include "simulate/discovery/discovery_table.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tarazy {
namespace discovery_table_test {

Design line() {
    return {.kind = "", .inputs = {"x", "z"}, .values = {0, 5, 1, 4, 2, 3, 3, 2, 4, 1, 5, 0, 6, 9, 7, 8, 8, 7, 9, 6}};
}

TEST(DiscoveryTable, ARowForEachRestrictedInput) {
    const Design design = line();
    std::vector<bool> cases(10);
    cases[8] = cases[9] = true;
    const std::vector<DiscoveredBox> boxes =
        discover_boxes(design, cases, {.prim = {.peel = 0.1, .least_mass = 0.1, .density = 1}, .replicates = 5});
    const Table table = box_table(design, boxes);
    ASSERT_GE(table.rows(), 1u);
    EXPECT_EQ(table["input"].display(0), "x");
    EXPECT_EQ(*table["lower"].real(0), 8);
    EXPECT_TRUE(table["upper"].missing(0));
    EXPECT_EQ(*table["coverage"].real(0), 1);
    EXPECT_EQ(*table["mass"].real(0), 0.2);
    EXPECT_FALSE(table["restricted_share"].missing(0));
    const Table trajectory = trajectory_table(design, boxes, cases);
    EXPECT_EQ(trajectory.rows(), boxes[0].found.trajectory.size());
    EXPECT_EQ(*trajectory["density"].real(0), 0.2);
    EXPECT_EQ(trajectory["inputs"].list(trajectory.rows() - 1).front(), "x");
}

TEST(DiscoveryTable, ABoxOfAllRunsHasOneRowWithoutInput) {
    const Design design = line();
    DiscoveredBox box;
    box.found = prim(design, std::vector<bool>(10, true), {}, {});
    box.quasi_p = {1, 1};
    const Table table = box_table(design, {box});
    ASSERT_EQ(table.rows(), 1u);
    EXPECT_TRUE(table["input"].missing(0));
    EXPECT_EQ(outcome_range_text(std::array{0.5, -1.0, 2.0}), "-1 to 2");
}

}  // namespace discovery_table_test
}  // namespace tarazy
