#include "align/ideal_point_fit.hpp"

#include "align/simulated_panel_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

/// Four states on one item of two categories: the model puts the cut at 0.
VotePanel four_votes(std::vector<std::uint8_t> votes) {
    VoteData data;
    data.states = {1, 2, 3, 4};
    data.roll_calls = {{10, 5, {}}, {11, 5, {}}};
    data.cells = votes;
    data.cells.insert(data.cells.end(), {1, 1, 3, 3});
    return vote_panel(data);
}

TEST(IdealPointFit, CountsWhatTheModelTells) {
    const VotePanel panel = four_votes({1, 3, 3, 3});
    IdealPointParameters at;
    at.theta = {-2, -1, 1, 2};
    at.items = {{2, 0, 0}, {2, 0, 0}};  // yes below 0, no above
    const Table fit = ideal_point_fit(panel, at);
    ASSERT_EQ(fit.rows(), 2u);
    EXPECT_EQ(fit["session"].text(0), "5");
    EXPECT_EQ(fit["n_votes"].integer(0), 8);
    EXPECT_EQ(fit["correct"].real(0), 7.0 / 8);
    // Item 10: one vote outside the commonest, one error; item 11: two outside, none wrong.
    EXPECT_NEAR(*fit["pre"].real(0), (0.0 + 1.0) / 2, 1e-14);
    EXPECT_NEAR(*fit["apre"].real(0), (3.0 - 1.0) / 3, 1e-14);
    EXPECT_EQ(fit["yes"].real(0), 3.0 / 8);
    EXPECT_EQ(fit["abstain_expected"].real(0), 0);
    EXPECT_NEAR(*fit["yes_expected"].real(0) + *fit["no_expected"].real(0), 1, 1e-12);
    EXPECT_EQ(fit["session"].text(1), "all");
}

TEST(IdealPointFit, SharesExpectedAtTheTruthAreThoseObserved) {
    const SimulatedVotes simulated = simulated_votes(12, {60, 3, 60, 0}, contested_priors());
    PanelOptions options;
    options.simulated = true;
    const VotePanel panel = vote_panel(simulated.votes, options);
    const Table fit = ideal_point_fit(panel, simulated.truth);
    const std::size_t all = fit.rows() - 1;
    for (const std::string category : {"yes", "abstain", "no"})
        EXPECT_NEAR(*fit[category].real(all), *fit[category + "_expected"].real(all), 0.02) << category;
    EXPECT_GT(*fit["apre"].real(all), 0);
}

}  // namespace
}  // namespace tarazy
