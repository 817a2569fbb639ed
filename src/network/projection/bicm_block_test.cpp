#include "network/projection/bicm_block.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <stop_token>

namespace tarazy {
namespace bicm_block_test {

// Two rows with one tie each over two columns with one tie each: by symmetry every tie has one half.
TEST(BicmBlock, SymmetryGivesEqualProbabilities) {
    const BicmFit fit = fit_bicm_block({{2}, {2}, {1}, {1}, {1}}, {});
    ASSERT_EQ(fit.probability.size(), 1u);
    EXPECT_NEAR(fit.probability[0], .5, 1e-12);
    EXPECT_LE(fit.margin_error, 1e-8);
}

// Two row classes, two column classes: the odds of p_11 p_22 / (p_12 p_21) are one, which with the margins determines
// p.
TEST(BicmBlock, MarginsAndConstantOddsRatio) {
    const BicmBlock block{{3, 2}, {4, 1}, {2, 3}, {2.25, 3}, {1, 1, 1, 1}};
    const BicmFit fit = fit_bicm_block(block, {});
    const auto& p = fit.probability;
    const auto& q = fit.complement;
    EXPECT_NEAR(4 * p[0] + p[1], 2, 1e-8);
    EXPECT_NEAR(4 * p[2] + p[3], 3, 1e-8);
    EXPECT_NEAR(3 * p[0] + 2 * p[2], 2.25, 1e-8);
    EXPECT_NEAR(p[0] / q[0] * (p[3] / q[3]), p[1] / q[1] * (p[2] / q[2]), 1e-9);
    for (std::size_t cell = 0; cell < p.size(); ++cell) EXPECT_NEAR(p[cell] + q[cell], 1, 1e-15);
}

// Of three rows with one tie each, the first may not have the first column.
TEST(BicmBlock, ClosedCellsHaveProbabilityZero) {
    const BicmFit fit = fit_bicm_block({{1, 2}, {1, 2}, {1, 1}, {1, 1}, {0, 1, 1, 1}}, {});
    EXPECT_EQ(fit.probability[0], 0);
    EXPECT_EQ(fit.complement[0], 1);
    EXPECT_NEAR(2 * fit.probability[1], 1, 1e-8);
    EXPECT_NEAR(2 * fit.probability[2], 1, 1e-8);
    EXPECT_NEAR(fit.probability[3], .25, 1e-8);
}

TEST(BicmBlock, ExtremeMarginsAreFoundWithinTheError) {
    // One row has nearly all, the others one each, of columns of very different sizes.
    const BicmFit fit = fit_bicm_block({{1, 400}, {1, 200, 1}, {201, 1}, {390, 1.05, 1}, {1, 1, 1, 1, 1, 1}}, {});
    EXPECT_LE(fit.margin_error, 1e-8);
    EXPECT_GT(fit.probability[0], .99);
}

TEST(BicmBlock, IsStopped) {
    std::stop_source asked;
    asked.request_stop();
    EXPECT_THROW((void)fit_bicm_block({{3, 2}, {4, 1}, {2, 3}, {2.25, 3}, {1, 1, 1, 1}}, Work(asked.get_token())),
                 Interrupted);
}

}  // namespace bicm_block_test
}  // namespace tarazy
