#include "simulate/games/game_tree.hpp"

#include "base/error.hpp"
#include "simulate/games/assurance_game.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace game_tree_test {

/// One player moves twice; `second` is the set of each of the nodes below.
ExtensiveGame two_moves(std::size_t left, std::size_t right) {
    ExtensiveGame game;
    game.players = {"Ann"};
    game.sets = {{0, "", {"L", "R"}}, {0, "", {"l", "r"}}};
    if (right != left) game.sets.push_back({0, "", {"l", "r"}});
    const std::size_t root = add_game_node(game, {.kind = GameNodeKind::personal, .set = 0});
    for (const std::size_t set : {left, right}) {
        const std::size_t node = add_game_node(game, {.kind = GameNodeKind::personal, .set = set, .parent = root});
        add_game_node(game, {.parent = node});
        add_game_node(game, {.parent = node});
    }
    return game;
}

TEST(GameTree, NumbersAreReadAsWritten) {
    EXPECT_DOUBLE_EQ(parse_game_number("3/10")->value, 0.3);
    EXPECT_EQ(parse_game_number("1/3")->text, "1/3");
    EXPECT_DOUBLE_EQ(parse_game_number("-.5")->value, -0.5);
    EXPECT_DOUBLE_EQ(parse_game_number("2.")->value, 2);
    EXPECT_DOUBLE_EQ(parse_game_number("1e-3")->value, 0.001);
    for (const char* text : {"", "/", "1/0", "a", "1/2/3", "nan", ".", "-", "1e300/1e-300"})
        EXPECT_FALSE(parse_game_number(text)) << text;
}

TEST(GameTree, ForgettingIsFound) {
    EXPECT_TRUE(nodes_without_recall(two_moves(1, 2)).empty());
    EXPECT_EQ(nodes_without_recall(two_moves(1, 1)), std::vector<std::size_t>{4});
    // A set that is met twice on one way forgets as well.
    ExtensiveGame twice;
    twice.players = {"Ann"};
    twice.sets = {{0, "", {"stay"}}};
    const std::size_t root = add_game_node(twice, {.kind = GameNodeKind::personal});
    const std::size_t next = add_game_node(twice, {.kind = GameNodeKind::personal, .parent = root});
    add_game_node(twice, {.parent = next});
    EXPECT_EQ(nodes_without_recall(twice), std::vector<std::size_t>{1});
}

TEST(GameTree, ColumnsAreNamedByWhatTellsThemApart) {
    const MoveColumns assurance = move_columns(assurance_tree({}));
    EXPECT_EQ(assurance.count(), std::size_t{assurance_columns});
    EXPECT_EQ(assurance.names[honour_resolved_assured], "Honour|R.Assure");
    EXPECT_EQ(assurance.names[press_silent], "Press|Silent");
    const MoveColumns unnamed = move_columns(two_moves(1, 2));
    EXPECT_EQ(unnamed.names, (std::vector<std::string>{"Ann.1.L", "Ann.1.R", "l|L", "r|L", "l|R", "r|R"}));
    EXPECT_EQ(way_to(two_moves(1, 2), 3), (std::vector<std::string>{"L", "r"}));
}

TEST(GameTree, TooLargeATreeIsALimit) {
    ExtensiveGame game;
    game.players = {"Ann"};
    game.sets = {{0, "", std::vector<std::string>(most_game_nodes + 1, "x")}};
    const std::size_t root = add_game_node(game, {.kind = GameNodeKind::personal});
    for (std::size_t i = 1; i < most_game_nodes; ++i) add_game_node(game, {.parent = root});
    EXPECT_THROW(add_game_node(game, {.parent = root}), LimitError);
}

}  // namespace game_tree_test
}  // namespace tarazy
