#include "simulate/sensitivity/pawn_indices.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "simulate/sensitivity/ishigami_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace pawn_indices_test {

TEST(PawnIndices, ByHand) {
    // Two slices of one input: outcomes 1, 2, 2 and 4, 5, 6. F of all at 2 is 1/2; of the first slice 1, of the second
    // 0.
    Design design{.kind = "", .inputs = {"x"}, .values = {1, 2, 3, 4, 5, 6}};
    const PawnIndices indices = pawn_indices(design, std::vector<double>{1, 2, 2, 4, 5, 6}, {.slices = 2});
    ASSERT_EQ(indices.inputs.size(), 1u);
    EXPECT_DOUBLE_EQ(indices.inputs[0].minimum, 0.5);
    EXPECT_DOUBLE_EQ(indices.inputs[0].maximum, 0.5);
    EXPECT_DOUBLE_EQ(indices.inputs[0].coefficient_of_variation, 0);
}

TEST(PawnIndices, SlicesHaveEqualSizesAndKeepEqualValuesTogether) {
    EXPECT_EQ(equal_slices(std::vector<double>{5, 1, 4, 2, 3, 0}, 3), (std::vector<std::uint32_t>{2, 0, 2, 1, 1, 0}));
    EXPECT_EQ(equal_slices(std::vector<double>{1, 1, 1, 1, 2, 2}, 3), (std::vector<std::uint32_t>{0, 0, 0, 0, 1, 1}));
    EXPECT_EQ(equal_slices(std::vector<double>{1, 1, 1, 1}, 2), (std::vector<std::uint32_t>{0, 0, 0, 0}));
}

/// The same by its definition: at every outcome, both distribution functions by counting.
double largest_difference(const std::vector<double>& some, const std::vector<double>& all) {
    double largest = 0;
    for (const double at : all) {
        const auto share = [&](const std::vector<double>& sample) {
            return static_cast<double>(std::ranges::count_if(sample, [&](double y) { return y <= at; })) /
                   static_cast<double>(sample.size());
        };
        largest = std::max(largest, std::abs(share(some) - share(all)));
    }
    return largest;
}

TEST(PawnIndices, AgreesWithCountingByTheDefinition) {
    const Design design = sample_design(ishigami_inputs(), {.method = "latin-hypercube", .base = 200});
    std::vector<double> y = ishigami_outcomes(design);
    for (double& value : y) value = std::round(value);  // many ties
    const PawnIndices indices = pawn_indices(design, y, {.slices = 8});
    for (std::size_t i = 0; i < 3; ++i) {
        std::vector<double> x(200);
        for (std::size_t run = 0; run < 200; ++run) x[run] = design.value(run, i);
        const std::vector<std::uint32_t> slice = equal_slices(x, 8);
        double least = 1, most = 0, mean = 0;
        for (std::uint32_t s = 0; s < 8; ++s) {
            std::vector<double> some;
            for (std::size_t run = 0; run < 200; ++run)
                if (slice[run] == s) some.push_back(y[run]);
            const double statistic = largest_difference(some, y);
            least = std::min(least, statistic);
            most = std::max(most, statistic);
            mean += statistic / 8;
        }
        EXPECT_NEAR(indices.inputs[i].minimum, least, 1e-12);
        EXPECT_NEAR(indices.inputs[i].maximum, most, 1e-12);
        EXPECT_NEAR(indices.inputs[i].mean, mean, 1e-12);
    }
}

TEST(PawnIndices, AnInputThatDoesNotMatterLiesNearTheDummy) {
    InputSpace space = ishigami_inputs();
    space.inputs.push_back({"nothing", {.lower = 0, .upper = 1}});
    const Design design = sample_design(space, {.method = "sobol", .base = 4096});
    const PawnIndices indices = pawn_indices(design, ishigami_outcomes(design), {});
    EXPECT_LT(indices.inputs[3].median, 2 * indices.dummy.median);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_GT(indices.inputs[i].median, 2 * indices.dummy.median) << i;
}

TEST(PawnIndices, ReasonsAndLimits) {
    const Design design{.kind = "", .inputs = {"x"}, .values = {1, 2, 3, 4}};
    EXPECT_FALSE(pawn_indices(design, std::vector<double>{1, 1, 1, 1}, {}).reason.empty());
    EXPECT_NE(pawn_indices(design, std::vector<double>{1, 2, 1, 1}, {}).reason.find("too few"), std::string::npos);
    EXPECT_THROW((void)pawn_indices(design, std::vector<double>{1, 2, 1, 1}, {.slices = 1}), UsageError);
}

TEST(PawnIndices, CanBeStopped) {
    const Design design = sample_design(ishigami_inputs(), {.method = "random", .base = 100});
    const std::vector<double> y = ishigami_outcomes(design);
    expect_stoppable([&](const Work& work) { (void)pawn_indices(design, y, {.threads = 1, .work = work}); });
}

}  // namespace pawn_indices_test
}  // namespace tarazy
