#include "align/ideal_points/session_moves.hpp"

#include "align/ideal_points/ideal_point_sampler.hpp"
#include "align/ideal_points/simulated_panel_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::session_moves_test {
namespace {

struct Sessions : SimulatedPanel {
    Sessions() : SimulatedPanel({8, 4, 8, 2}) {}
    [[nodiscard]] bool within(const VoteItem& item, int first, int last) const {
        return item.first_session >= first && item.last_session <= last;
    }
};

TEST(SessionMoves, VotesOnItemsOfOneSessionKeepTheirProbabilities) {
    Sessions sessions;
    const IdealPointVectors before = sessions.parameters;
    const SessionMoves moves(sessions.panel, before, sessions.priors);
    Random random(4, "session moves of a test", 0);
    for (int i = 0; i < 10; ++i) moves.move(sessions.parameters, sessions.log_omega, sessions.priors, random);
    const VotePanel& panel = sessions.panel;
    std::size_t moved = 0, reaching = 0;
    for (std::size_t j = 0; j < panel.items.size(); ++j) {
        if (panel.items[j].first_session != panel.items[j].last_session) {
            ++reaching;
            continue;
        }
        const double *from = before.items.data() + 3 * j, *to = sessions.parameters.items.data() + 3 * j;
        moved += from[0] != to[0] ? 1 : 0;
        EXPECT_EQ(from[2], to[2]);
        for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v) {
            const std::uint32_t k = panel.vote_node[v];
            EXPECT_NEAR(to[1] - to[0] * sessions.parameters.theta[k], from[1] - from[0] * before.theta[k], 1e-10);
        }
    }
    EXPECT_GT(moved, 0u);
    EXPECT_GT(reaching, 0u) << "nothing bridges sessions, and the moves are not tried";
}

/// As for the affine moves: along the directions of each session, and of two, the gradient of the log posterior, volume
/// included, has the mean 0 over a long run (Stein's identity).
TEST(SessionMoves, DrawFromThePosteriorAlongTheirDirections) {
    Sessions sessions;
    const VotePanel& panel = sessions.panel;
    const SessionMoves moves(panel, sessions.parameters, sessions.priors);
    Random random(5, "session moves of a test", 0);
    struct Direction {
        int first, last;
        double scale_mean = 0, scale_square = 0, shift_mean = 0, shift_square = 0;
    };
    std::vector<Direction> directions;
    for (std::size_t t = 0; t < panel.sessions.size(); ++t)
        directions.push_back({panel.sessions[t], panel.sessions[t]});
    directions.push_back({panel.sessions[0], panel.sessions[1]});
    constexpr int rounds = 6000;
    for (int i = 0; i < rounds; ++i) {
        IdealPointVectors& at = sessions.parameters;
        moves.move(at, sessions.log_omega, sessions.priors, random);
        std::vector<double> by_theta(at.theta.size()), by_item(at.items.size());
        double by_omega = 0;
        (void)log_posterior(panel, sessions.priors, sessions.log_omega, at.theta, at.items, by_theta, by_item,
                            by_omega);
        for (Direction& direction : directions) {
            double scale = 0, shift = 0;
            for (std::size_t k = 0; k < by_theta.size(); ++k) {
                const int session = panel.nodes[k].session;
                if (session < direction.first || session > direction.last) continue;
                scale += by_theta[k] * at.theta[k] + 1;
                shift += by_theta[k];
            }
            for (std::size_t j = 0; j < panel.items.size(); ++j) {
                if (!sessions.within(panel.items[j], direction.first, direction.last)) continue;
                scale -= by_item[3 * j] * at.items[3 * j] + 1;
                shift += by_item[3 * j + 1] * at.items[3 * j];
            }
            direction.scale_mean += scale / rounds;
            direction.scale_square += scale * scale / rounds;
            direction.shift_mean += shift / rounds;
            direction.shift_square += shift * shift / rounds;
        }
    }
    for (const Direction& one : directions) {
        EXPECT_GT(one.scale_square, 0);
        EXPECT_LT(std::abs(one.scale_mean), 8 * std::sqrt(one.scale_square / rounds))
            << one.first << " to " << one.last;
        EXPECT_LT(std::abs(one.shift_mean), 8 * std::sqrt(one.shift_square / rounds))
            << one.first << " to " << one.last;
    }
}

TEST(SessionMoves, OneSessionHasNoDirectionsOfItsOwn) {
    const SimulatedVotes simulated = simulated_votes(9, {8, 1, 8, 0}, contested_priors());
    PanelOptions options;
    options.simulated = true;
    const VotePanel panel = vote_panel(simulated.votes, options);
    IdealPointVectors at;
    at.theta = simulated.truth.theta;
    at.items.assign(3 * panel.items.size(), 0.5);
    const IdealPointVectors before = at;
    Random random(6, "session moves of a test", 0);
    SessionMoves(panel, at, contested_priors()).move(at, -1, contested_priors(), random);
    EXPECT_EQ(at.theta, before.theta);
    EXPECT_EQ(at.items, before.items);
}

}  // namespace
}  // namespace tarazy::session_moves_test
