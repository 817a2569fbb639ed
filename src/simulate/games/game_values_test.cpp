#include "simulate/games/game_values.hpp"

#include "simulate/games/assurance_game.hpp"
#include "simulate/games/efg_file.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace game_values_test {

/// Some behaviour of the assurance game, all moves likely.
std::vector<double> some_behaviour(const GameValues& game) {
    std::vector<double> logs(game.columns());
    for (std::size_t c = 0; c < logs.size(); c += 2) {
        const double p = 0.2 + 0.03 * static_cast<double>(c);
        logs[c] = std::log(p);
        logs[c + 1] = std::log(1 - p);
    }
    return logs;
}

TEST(GameValues, BeliefsByBayesAndExpectationsByHand) {
    const GameValues game(assurance_tree({.p = 0.3}));
    const std::vector<double> x = some_behaviour(game);
    const GameValues::Result result = game.evaluate(x);
    const double resolved = 0.3 * std::exp(x[assure_resolved]), unresolved = 0.7 * std::exp(x[assure_unresolved]);
    const double belief = resolved / (resolved + unresolved);
    EXPECT_NEAR(result.beliefs[2], belief, 1e-15);
    EXPECT_NEAR(result.beliefs[17], 1 - belief, 1e-15);
    const double honour =
        belief * std::exp(x[honour_resolved_assured]) + (1 - belief) * std::exp(x[honour_unresolved_assured]);
    EXPECT_NEAR(result.move_value[press_assured], honour * -1.2 + (1 - honour), 1e-14);
    EXPECT_NEAR(result.move_value[press_assured + 1], 0, 1e-15);
    EXPECT_NEAR(result.move_value[honour_resolved_assured], -0.7, 1e-15);
    EXPECT_DOUBLE_EQ(game.payoff_range(), 1 + 2.7);
}

TEST(GameValues, DerivativesAreThoseOfDifferences) {
    const GameValues game(assurance_tree({.p = 0.3}));
    const std::vector<double> x = some_behaviour(game);
    std::vector<double> slopes;
    game.derivatives(x, game.evaluate(x), slopes);
    const double h = 1e-6;
    for (std::size_t c = 0; c < x.size(); ++c) {
        std::vector<double> up = x, down = x;
        up[c] += h;
        down[c] -= h;
        const GameValues::Result high = game.evaluate(up), low = game.evaluate(down);
        for (std::size_t r = 0; r < x.size(); ++r)
            EXPECT_NEAR(slopes[r * x.size() + c], (high.move_value[r] - low.move_value[r]) / (2 * h), 1e-8)
                << r << " " << c;
    }
}

TEST(GameValues, BeliefsWhereNobodyComes) {
    // Chance never makes the guarantor resolved: its own sets have a belief all the same, others give it no weight.
    const GameValues game(assurance_tree({.p = 0}));
    const GameValues::Result result = game.evaluate(some_behaviour(game));
    EXPECT_EQ(result.beliefs[1], 1);
    EXPECT_EQ(result.beliefs[2], 0);
    EXPECT_EQ(result.beliefs[17], 1);
    // Moves as unlikely as exp(-1e5) and exp(-1e5 - 1) keep their ratio.
    const GameValues likely(assurance_tree({.p = 0.5}));
    std::vector<double> x = some_behaviour(likely);
    x[assure_resolved] = -1e5;
    x[assure_unresolved] = -1e5 - 1;
    EXPECT_NEAR(likely.evaluate(x).beliefs[2], 1 / (1 + std::exp(-1.0)), 1e-12);
}

TEST(GameValues, RegretIsTheBestGainOfOneMove) {
    const GameValues game(read_efg("EFG 2 R \"\" { \"A\" } p \"\" 1 1 \"\" { \"l\" \"r\" } 0\n"
                                   "t \"\" 1 \"\" { 4 } t \"\" 2 \"\" { 1 }",
                                   "g.efg")
                              .game);
    const std::vector<double> half(2, std::log(0.5));
    EXPECT_NEAR(game.regret(half, game.evaluate(half)), 1.5, 1e-15);
    EXPECT_DOUBLE_EQ(game.payoff_range(), 3);
}

}  // namespace game_values_test
}  // namespace tarazy
