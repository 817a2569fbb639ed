#include "simulate/discovery/box_stability.hpp"

#include "base/work_test.hpp"
#include "simulate/designs/sample.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace box_stability_test {

Design three_inputs(std::size_t runs) {
    InputSpace space;
    for (const char* name : {"a", "b", "c"}) space.inputs.push_back({name, {.lower = 0, .upper = 1}});
    return sample_design(space, {.method = "latin-hypercube", .base = runs});
}

std::vector<bool> two_corners(const Design& design) {
    std::vector<bool> cases(design.rows());
    for (std::size_t run = 0; run < cases.size(); ++run) {
        const double a = design.value(run, 0), b = design.value(run, 1);
        cases[run] = (a > 0.7 && b > 0.6) || (a < 0.3 && b < 0.3);
    }
    return cases;
}

TEST(DiscoverBoxes, EachFurtherBoxComesFromWhatIsLeft) {
    const Design design = three_inputs(1000);
    const std::vector<DiscoveredBox> boxes =
        discover_boxes(design, two_corners(design), {.prim = {.least_mass = 0.03}, .boxes = 2, .replicates = 0});
    ASSERT_EQ(boxes.size(), 2u);
    // Whichever is found first, they are the two corners.
    const bool low_first = boxes[0].found.box.upper[0] < 0.5;
    EXPECT_NEAR(boxes[low_first ? 0 : 1].found.box.upper[1], 0.3, 0.1);
    EXPECT_NEAR(boxes[low_first ? 1 : 0].found.box.lower[1], 0.6, 0.1);
    EXPECT_GT(boxes[0].coverage + boxes[1].coverage, 0.75);
    EXPECT_LE(boxes[0].coverage + boxes[1].coverage, 1 + 1e-12);
    EXPECT_FALSE(boxes[0].overlap);
}

TEST(DiscoverBoxes, AClearBoxIsFoundAgainInResamples) {
    const Design design = three_inputs(500);
    std::vector<bool> cases(design.rows());
    for (std::size_t run = 0; run < cases.size(); ++run)
        cases[run] = design.value(run, 0) > 0.6 && design.value(run, 1) < 0.5;
    const std::vector<DiscoveredBox> one = discover_boxes(design, cases, {.replicates = 20, .threads = 1});
    EXPECT_GT(one[0].restricted_share[0], 0.9);
    EXPECT_LT(one[0].restricted_share[2], one[0].restricted_share[1]);
    EXPECT_GT(*one[0].overlap, 0.7);
    EXPECT_NEAR(*one[0].ends[0].lower_q05, 0.6, 0.1);
    const std::vector<DiscoveredBox> two = discover_boxes(design, cases, {.replicates = 20, .threads = 2});
    EXPECT_EQ(*one[0].overlap, *two[0].overlap);
    EXPECT_EQ(one[0].restricted_share, two[0].restricted_share);
}

TEST(DiscoverBoxes, NoCasesGiveNoBox) {
    const Design design = three_inputs(50);
    EXPECT_TRUE(discover_boxes(design, std::vector<bool>(50), {}).empty());
}

TEST(DiscoverBoxes, CanBeStopped) {
    const Design design = three_inputs(300);
    const std::vector<bool> cases = two_corners(design);
    expect_stoppable([&](const Work& work) {
        (void)discover_boxes(design, cases, {.prim = {.work = work}, .replicates = 30, .threads = 1});
    });
}

}  // namespace box_stability_test
}  // namespace tarazy
