#include "align/balance/position_domain.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace position_domain_test {

/// One session (46, so 1991 on): Kazakhstan, Russia, China, the United States; two draws.
IdealPointDraws four_states() {
    return {{{2, 50}, {365, 50}, {705, 50}, {710, 50}}, 1, 2, {2, 3, 0, 1, 1, 0, -1, -1}, {{}, {}, {{50, 1995}}}};
}

PositionOptions options() {
    PositionOptions chosen;
    chosen.states = {"KAZ"};
    chosen.poles = {{"RUS", {"RUS"}}, {"CHN", {"CHN"}}, {"WEST", {"USA", "GBR"}}};
    chosen.threads = 1;
    return chosen;
}

TEST(PositionDomain, ClosenessFallsWithTheDistanceInEveryDraw) {
    const DomainSeries series = position_domain(four_states(), options());
    ASSERT_EQ(series.state_years.size(), 1u);
    const DomainDraws& kaz = series.state_years[0];
    EXPECT_EQ(kaz.year, 1995);
    EXPECT_EQ(kaz.draws, 2u);
    // Draw 1: 2, 0, 1, -1, distances 2 1 3 1 1 2, median 1.5; Kazakhstan stands 1, 2 and 1 from the poles.
    ASSERT_EQ(kaz.closeness.size(), 6u);
    EXPECT_NEAR(kaz.closeness[0], std::exp(-1 / 1.5), 1e-6);
    EXPECT_NEAR(kaz.closeness[1], std::exp(-2 / 1.5), 1e-6);
    EXPECT_NEAR(kaz.closeness[2], std::exp(-1 / 1.5), 1e-6);
    // The poles lie 1, 2 and 3 apart.
    EXPECT_NEAR(kaz.tension[0], 2 / 1.5, 1e-6);
}

TEST(PositionDomain, WhoDidNotVoteIsMissingAndAStateIsNoMemberOfItsOwnPole) {
    PositionOptions chosen = options();
    chosen.poles[2].members = {"GBR"};
    const DomainSeries series = position_domain(four_states(), chosen);
    EXPECT_TRUE(std::isnan(series.state_years[0].closeness[2])) << "Britain is not there";
    EXPECT_TRUE(series.state_years[0].tension.empty());
    chosen = options();
    chosen.states = {"USA"};
    EXPECT_TRUE(std::isnan(position_domain(four_states(), chosen).state_years[0].closeness[2]));
    chosen.states = {"FRA"};
    EXPECT_THROW((void)position_domain(four_states(), chosen), InputError);
    chosen.poles.resize(1);
    EXPECT_THROW((void)position_domain(four_states(), chosen), UsageError);
}

TEST(PositionDomain, ScaleAndPlaceOfThePositionsDoNotMatter) {
    IdealPointDraws moved = four_states();
    for (float& value : moved.values) value = 8 - 4 * value;
    const auto here = position_domain(four_states(), options()), there = position_domain(moved, options());
    for (std::size_t i = 0; i < 6; ++i)
        EXPECT_NEAR(there.state_years[0].closeness[i], here.state_years[0].closeness[i], 1e-6);
}

}  // namespace position_domain_test
}  // namespace tarazy
