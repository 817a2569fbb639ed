#include "align/ideal_points/ideal_point_mode.hpp"
#include "align/ideal_points/simulated_panel_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace ideal_point_start_test {

TEST(SpectralStart, OrdersStatesAsTheirVotesDo) {
    // Five roll calls that divide the states at five places of one line.
    VoteData votes;
    for (int s = 0; s < 6; ++s) votes.states.push_back(s);
    for (int call = 0; call < 5; ++call) {
        votes.roll_calls.push_back({call, 1, {}});
        for (int s = 0; s < 6; ++s) votes.cells.push_back(s <= call ? VoteData::yes : VoteData::no);
    }
    const IdealPointParameters start = spectral_start(vote_panel(votes), {});
    const double sign = start.theta[5] > start.theta[0] ? 1 : -1;
    for (std::size_t s = 1; s < 6; ++s) EXPECT_GT(sign * start.theta[s], sign * start.theta[s - 1]);
    for (const ItemParameters& item : start.items) EXPECT_GT(sign * item.slope, 0);
}

TEST(SpectralStart, GivesAStateOneScoreInAllItsSessions) {
    const SimulatedVotes simulated = simulated_votes(1, {10, 3, 12, 0}, contested_priors());
    const VotePanel panel = vote_panel(simulated.votes);
    const IdealPointParameters start = spectral_start(panel, {});
    for (std::size_t k = 1; k < panel.nodes.size(); ++k) {
        if (panel.continues(k)) {
            EXPECT_EQ(start.theta[k], start.theta[k - 1]);
        }
    }
}

}  // namespace ideal_point_start_test
}  // namespace tarazy
