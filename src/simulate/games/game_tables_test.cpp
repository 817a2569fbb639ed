#include "simulate/games/game_tables.hpp"

#include "simulate/games/assurance_game.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace game_tables_test {

TEST(GameTables, AColumnAMove) {
    const ExtensiveGame game = assurance_tree({});
    const GameValues values(game);
    const std::vector<double> lambdas = {0, 1};
    const Table table = branch_table(game, lambdas, trace_logit_branch(values, {.lambdas = lambdas}));
    EXPECT_EQ(table.rows(), 2u);
    EXPECT_EQ(table.names.front(), "lambda");
    EXPECT_NEAR(*table["Press|Silent"].real(0), 0.5, 1e-12);
    LogitBranch nowhere;
    nowhere.asked.resize(2);
    EXPECT_EQ(branch_table(game, lambdas, nowhere)["Press|Silent"].count_missing(), 2u);
}

TEST(GameTables, PureEquilibriaWithTheirPayoffs) {
    const ExtensiveGame game = assurance_tree({});
    const std::vector<PureProfile> equilibria = pure_equilibria(game);
    const Table table = pure_table(game, equilibria);
    EXPECT_EQ(table.rows(), equilibria.size());
    EXPECT_EQ(table.names.size(), 1 + 20 + 3u);
    EXPECT_EQ(table.names.back(), "payoff.Challenger");
    EXPECT_EQ(pure_table(game, {}).rows(), 0u);
}

TEST(GameTables, MovesAndBeliefsOfTheLimit) {
    const ExtensiveGame game = assurance_tree({});
    const GameValues values(game);
    const LogitPoint last = trace_logit_branch(values, {.to_limit = true}).last;
    const Table moves = move_table(game, values, last);
    EXPECT_EQ(moves.rows(), 20u);
    EXPECT_EQ(*moves["move"].text(0), "Assure|R");
    EXPECT_NEAR(*moves["reached"].real(0), 0.3, 1e-12);
    const Table beliefs = belief_table(game, values, last);
    EXPECT_EQ(beliefs.rows(), 8u);
    EXPECT_EQ(*beliefs["way"].text(0), "Resolved.Assure");
    EXPECT_NEAR(*beliefs["belief"].real(0) + *beliefs["belief"].real(1), 1, 1e-12);
}

}  // namespace game_tables_test
}  // namespace tarazy
