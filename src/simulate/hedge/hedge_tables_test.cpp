#include "simulate/hedge/hedge_tables.hpp"

#include "simulate/hedge/invented_panel_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace hedge_tables_test {

using namespace testing_hedge;

TEST(HedgeTables, EstimatesAreThoseThatAreFreeOrGiven) {
    const HedgeData data = simulated_data(3, 20, 1);
    HedgeFitOptions options{.free = {HedgeTerm::inertia, HedgeTerm::precision}, .starts = 2};
    options.given[HedgeTerm::trade] = 15;
    const HedgeFit fit = fit_hedge(data, options);
    const Table table = hedge_estimate_table(fit);
    ASSERT_EQ(table.rows(), 3U);
    EXPECT_EQ(*table["parameter"].text(0), "b_T");
    EXPECT_EQ(*table["free"].integer(0), 0);
    EXPECT_TRUE(table["se"].missing(0));
    EXPECT_EQ(*table["parameter"].text(1), "e");
    EXPECT_FALSE(table["lower"].missing(1));
}

TEST(HedgeTables, TheFitTellsExpectedProfilesThatSumToOne) {
    HedgePanel panel = panel_of(invented_panel(3, 8));
    add_all_as_neighbours(panel);
    HedgeFitOptions options{.free = {HedgeTerm::inertia, HedgeTerm::precision}, .starts = 1};
    options.given[HedgeTerm::neighbours] = 1;
    const HedgeData data = hedge_data(panel, drivers_needed(options), 9999);
    const Table table = hedge_fit_table(panel, data, fit_hedge(data, options));
    ASSERT_EQ(table.rows(), data.size() * 4);
    for (std::size_t row = 0; row < table.rows(); row += 4) {
        double sum = 0;
        for (std::size_t j = 0; j < 4; ++j) sum += *table["expected"].real(row + j);
        EXPECT_NEAR(sum, 1, 1e-12);
        EXPECT_GT(*table["room"].real(row), 0);
    }
    EXPECT_EQ(*table["share"].text(3), "autonomy");
    EXPECT_TRUE(hedge_equilibrium_notes(data, options.given).empty());
}

TEST(HedgeTables, RecoveryAndCalibrationHaveARowAParameter) {
    const HedgeRecovery recovery{.terms = {{.term = HedgeTerm::trade,
                                            .truth = 2,
                                            .mean = 3,
                                            .sd = 1,
                                            .bias_se = 0.1,
                                            .mean_se = 1,
                                            .with_interval = 100,
                                            .covered = 95},
                                           {.term = HedgeTerm::entrapment}},
                                 .panels = 100};
    const Table table = hedge_recovery_table(recovery);
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(*table["bias"].real(0), 1);
    EXPECT_EQ(*table["coverage"].real(0), 0.95);
    EXPECT_NEAR(*table["coverage_lower"].real(0), 0.888, 0.001);
    EXPECT_TRUE(table["coverage"].missing(1));
    HedgeCalibration calibration{.terms = {HedgeTerm::inertia}, .ranks = {{}}, .largest = 99};
    for (std::uint32_t rank = 0; rank < 100; ++rank) calibration.ranks[0].push_back(rank);
    const Table ranks = hedge_calibration_table(calibration, 10);
    EXPECT_EQ(*ranks["chi_square"].real(0), 0);
    EXPECT_EQ(*ranks["prior"].text(0), "half-normal, scale 50");
}

}  // namespace hedge_tables_test
}  // namespace tarazy
