#include "compare/covers.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

// minimise_test.cpp compares both searches with trying every set of columns.

TEST(Covers, StoppingAtTheLimitIsSaid) {
    // Two rows, three columns each that cover one of them: nine models.
    const std::vector<RowSet> chart = {{1}, {1}, {1}, {2}, {2}, {2}};
    EXPECT_EQ(minimum_covers(chart, 2, 100).count, 9U);
    EXPECT_TRUE(minimum_covers(chart, 2, 100).complete);
    const Covers cut = minimum_covers(chart, 2, 4);
    EXPECT_FALSE(cut.complete);
    EXPECT_EQ(cut.models.size(), 4U);
}

TEST(Covers, IrredundantModelsCanBeLongerThanMinimumOnes) {
    const std::vector<RowSet> chart = {{3}, {1}, {2}};
    EXPECT_EQ(minimum_covers(chart, 2, 100).count, 1U);
    EXPECT_EQ(irredundant_covers(chart, 2, 100).count, 2U);
    EXPECT_EQ(undominated(chart), (std::vector<bool>{true, false, false}));
}

}  // namespace
}  // namespace tarazy
