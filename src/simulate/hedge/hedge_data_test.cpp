#include "simulate/hedge/hedge_data.hpp"

#include "simulate/hedge/invented_panel_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace hedge_data_test {

using testing_hedge::panel_of;

const std::vector<HedgeTerm> trade = {HedgeTerm::trade};

TEST(HedgeData, PairsAreOfYearsInARowAndNothingIsInterpolated) {
    const HedgePanel panel = panel_of(
        "state,year,share_N,share_E,trade_N,trade_E\nA,2000,0.5,0.5,1,0\nA,2001,0.6,0.4,1,0\nA,2003,0.6,0.4,1,0\n"
        "A,2004,0.7,0.3,1,0\nA,2005,0.7,0.3,,\nB,2001,0.2,0.8,1,0\nB,2002,0.3,0.7,0,1\n");
    const HedgeData data = hedge_data(panel, trade, 9999);
    EXPECT_EQ(data.year, (std::vector<std::int64_t>{2001, 2002, 2004}));
    EXPECT_EQ(data.state, (std::vector<std::size_t>{0, 1, 0}));
    EXPECT_EQ(data.year_begin, (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_NEAR(std::exp(data.log_share[4]), 0.7, 1e-15);
    EXPECT_EQ(data.previous[4], 0.6);
    ASSERT_EQ(data.notes.size(), 2U);
    EXPECT_NE(data.notes[0].find("3 profiles have none in the year before"), std::string::npos) << data.notes[0];
    EXPECT_NE(data.notes[1].find("1 profiles were left out: a driver"), std::string::npos);
    // Without the driver the year counts.
    EXPECT_EQ(hedge_data(panel, {}, 9999).size(), 4U);
    EXPECT_EQ(hedge_data(panel, {}, 9999).earlier[3], 2U);
    EXPECT_EQ(hedge_data(panel, {}, 2002).size(), 2U);
}

TEST(HedgeData, ZerosAreDrawnInwardsAndTold) {
    const HedgeData data =
        hedge_data(panel_of("state,year,share_N,share_E\nA,2000,0.5,0.5\nA,2001,1,0\nA,2002,0.5,0.5\n"), {}, 9999);
    // (1 (n - 1) + 1/2)/n with n = 2.
    EXPECT_NEAR(std::exp(data.log_share[0]), 0.75, 1e-15);
    EXPECT_NEAR(std::exp(data.log_share[1]), 0.25, 1e-15);
    EXPECT_NE(data.notes.back().find("Smithson"), std::string::npos);
}

TEST(HedgeData, TheLikelihoodIsThatOfADirichletDistribution) {
    const HedgeData data =
        hedge_data(panel_of("state,year,share_N,share_E\nA,2000,0.5,0.5\nA,2001,0.7,0.3\n"), {}, 9999);
    // Without any term the expected profile is even: Dirichlet(3, 3) at 0.7, density 30 (0.7 0.3)^2.
    HedgeCoefficients b;
    b[HedgeTerm::precision] = 6;
    EXPECT_NEAR(hedge_log_likelihood(data, b), std::log(30 * 0.21 * 0.21), 1e-12);
}

TEST(HedgeData, NeighboursPullTheExpectedProfilesTogether) {
    HedgePanel panel =
        panel_of("state,year,share_N,share_E\nA,2000,0.9,0.1\nA,2001,0.9,0.1\nB,2000,0.1,0.9\nB,2001,0.1,0.9\n");
    add_all_as_neighbours(panel);
    const HedgeData data = hedge_data(panel, {}, 9999);
    HedgeCoefficients b;
    b[HedgeTerm::inertia] = 20;
    const std::vector<double> apart = hedge_expectation(data, b).expected;
    b[HedgeTerm::neighbours] = 1.5;
    const HedgeExpectation together = hedge_expectation(data, b);
    EXPECT_TRUE(together.converged);
    EXPECT_LT(together.expected[0] - together.expected[2], apart[0] - apart[2]);
    EXPECT_NEAR(together.expected[0] + together.expected[2], 1, 1e-9);
}

TEST(HedgeData, LogarithmsOfADirichletDrawHaveItsMeans) {
    Random random(5, "log dirichlet", 0);
    const std::vector<double> weights = {0.01, 2, 6};
    std::vector<double> mean(3), logs(3);
    for (int i = 0; i < 20'000; ++i) {
        log_dirichlet_draw(random, weights, logs);
        for (std::size_t j = 0; j < 3; ++j) mean[j] += std::exp(logs[j]) / 20'000;
        EXPECT_TRUE(std::isfinite(logs[0]));
    }
    for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(mean[j], weights[j] / 8.01, 0.006);
}

TEST(HedgeData, ASimulatedPanelGoesOnFromItsOwnProfiles) {
    const HedgeData data = testing_hedge::simulated_data(3, 10, 1);
    ASSERT_EQ(data.size(), 27U);
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (data.earlier[i] == HedgeData::from_panel) {
            EXPECT_EQ(data.previous[i * 4], 0.3);
        } else {
            EXPECT_EQ(data.previous[i * 4], std::exp(data.log_share[data.earlier[i] * 4]));
        }
    }
    EXPECT_NE(data.log_share, testing_hedge::simulated_data(3, 10, 2).log_share);
    EXPECT_EQ(data.log_share, testing_hedge::simulated_data(3, 10, 1).log_share);
}

}  // namespace hedge_data_test
}  // namespace tarazy
