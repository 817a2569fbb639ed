#include "simulate/games/assurance_statics.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace assurance_statics_test {

TEST(AssuranceStatics, ARowEachGameAndLambda) {
    const AssuranceGrid grid{{}, {{"p", {0, 0.3, 1}}, {"audience_cost", {0.2, 0.6}}}, {1, 4}};
    const Table table = assurance_statics(grid);
    EXPECT_EQ(table.rows(), 12u);
    EXPECT_EQ(table.names[0], "p");
    EXPECT_EQ(table.names[1], "audience_cost");
    EXPECT_EQ(table.names[2], "lambda");
    // p = 0.3, audience cost 0.6, lambda 4.
    EXPECT_NEAR(*table["forgo_given_assure"].real(7), 0.727, 5e-4);
    EXPECT_EQ(table["forgo_given_assure"].count_missing(), 0u);
    const Table one_thread = assurance_statics(grid, {.threads = 1});
    for (std::size_t row = 0; row < table.rows(); ++row)
        EXPECT_EQ(*table["payoff_state"].real(row), *one_thread["payoff_state"].real(row));
}

TEST(AssuranceStatics, AnAudienceCostBindsTheGuarantor) {
    const Table table = assurance_statics({{}, {{"audience_cost", {0, 0.5, 1, 2}}}, {4}});
    for (std::size_t row = 1; row < 4; ++row)
        EXPECT_GT(*table["honour_resolved_assured"].real(row), *table["honour_resolved_assured"].real(row - 1));
}

TEST(AssuranceStatics, NumbersOutOfRangeAreRefused) {
    EXPECT_THROW((void)assurance_statics({{}, {{"p", {0.5, 2}}}, {1}}), UsageError);
    EXPECT_THROW((void)assurance_statics({{}, {{"audience", {0.5}}}, {1}}), UsageError);
    EXPECT_THROW((void)assurance_statics({{}, {}, {-1}}), UsageError);
    const std::vector<double> many(2000, 0.5);
    EXPECT_THROW((void)assurance_statics({{}, {{"p", many}, {"audience_cost", many}}, {1}}), LimitError);
}

TEST(AssuranceStatics, ThresholdsAreWhereTheQuantityHasItsLevel) {
    const Table table = threshold_positions({{}, {}, {2}}, {});
    ASSERT_GE(table.rows(), assurance_thresholds().size());
    EXPECT_EQ(*table["quantity"].text(0), "forgo_given_assure");
    EXPECT_EQ(*table["direction"].text(0), "rises");
    const double p = *table["at"].real(0);
    const Table there = assurance_statics({{.p = p}, {}, {2}});
    EXPECT_NEAR(*there["forgo_given_assure"].real(0), 0.5, 1e-7);
    // What is honoured hangs on the belief in resolve, and that on p.
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const bool crosses = table["at"].real(row).has_value();
        EXPECT_EQ(crosses, !table["direction"].text(row)->starts_with("always")) << row;
    }
}

TEST(AssuranceStatics, WhereTheBranchGoesOverToAnotherEquilibriumItJumps) {
    const Table table = threshold_positions({{}, {}, {4}}, {});
    EXPECT_EQ(*table["direction"].text(0), "jumps up");
    EXPECT_NEAR(*table["at"].real(0), 0.265, 0.005);
}

TEST(AssuranceStatics, OtherNumbersNeedARange) {
    EXPECT_THROW((void)threshold_positions({{}, {}, {4}}, {.over = "state_hedged"}), UsageError);
    EXPECT_THROW((void)threshold_positions({{}, {{"p", {0.1}}}, {4}}, {.over = "p"}), UsageError);
    EXPECT_THROW((void)threshold_positions({{}, {}, {4}}, {.over = "p", .from = 0.5, .to = 0.1}), UsageError);
    const Table hedged = threshold_positions({{}, {}, {2}}, {.over = "state_hedged", .from = -1, .to = 1, .cells = 40});
    EXPECT_EQ(*hedged["direction"].text(0), "falls");
    const Table even = threshold_positions({{}, {}, {0}}, {.cells = 4});
    EXPECT_EQ(*even["direction"].text(0), "always equal");
}

TEST(AssuranceStatics, CanBeStopped) {
    expect_stoppable([](const Work& work) {
        (void)assurance_statics({{}, {{"p", std::vector<double>(200, 0.5)}}, {4}}, {.work = work});
    });
}

}  // namespace assurance_statics_test
}  // namespace tarazy
