#include "align/balance/window_summary.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace window_summary_test {

WindowQuantity quantity(const char* name) {
    return {"KAZ", "votes", name, "RUS-CHN", {1990, 2000}, 3, 1992, 1994};
}

TEST(WindowSummary, GivesTheQuantilesOfTheDrawsAndTheShareAboveZero) {
    WindowSummary summary;
    summary.add(quantity("difference"), 0.5, std::vector{-1.0, 0.0, 1.0, 2.0, 3.0});
    const Table table = std::move(summary).table();
    ASSERT_EQ(table.rows(), 1u);
    EXPECT_EQ(table["window"].text(0), "1990-2000");
    EXPECT_EQ(table["value"].real(0), 0.5);
    // Type 7 on five draws: the position of p is 4p.
    EXPECT_DOUBLE_EQ(*table["q10"].real(0), -0.6);
    EXPECT_DOUBLE_EQ(*table["q50"].real(0), 1.0);
    EXPECT_DOUBLE_EQ(*table["q975"].real(0), 2.9);
    EXPECT_DOUBLE_EQ(*table["p_positive"].real(0), 0.6);
    EXPECT_EQ(table["n_years"].integer(0), 3);
    EXPECT_EQ(table["first_year"].integer(0), 1992);
    EXPECT_EQ(table["last_year"].integer(0), 1994);
}

TEST(WindowSummary, WithoutDrawsNothingIsSaidOfTheError) {
    WindowSummary summary;
    summary.add(quantity("trend"), 0.5, {});
    const Table table = std::move(summary).table();
    EXPECT_FALSE(table["q05"].real(0));
    EXPECT_FALSE(table["p_positive"].real(0));
}

TEST(WindowSummary, AQuantityWithoutASignHasNoProbabilityOfOne) {
    WindowSummary summary;
    summary.add(quantity("evenness"), 0.5, std::vector{0.4, 0.6});
    EXPECT_FALSE(std::move(summary).table()["p_positive"].real(0));
}

TEST(WindowSummary, LaterColumnsStandAtTheEnd) {
    const Table table = WindowSummary().table();
    ASSERT_EQ(table.names.size(), 18u);
    EXPECT_EQ(table.names[13], "q025");
    EXPECT_EQ(table.names[14], "q975");
    EXPECT_EQ(table.names[15], "first_year");
    EXPECT_EQ(table.names[16], "last_year");
    EXPECT_EQ(table.names[17], "n_states");
}

}  // namespace window_summary_test
}  // namespace tarazy
