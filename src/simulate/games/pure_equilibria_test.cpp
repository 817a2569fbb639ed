#include "simulate/games/pure_equilibria.hpp"

#include "base/error.hpp"
#include "base/random.hpp"
#include "simulate/games/assurance_game.hpp"
#include "simulate/games/nfg_file.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tarazy {
namespace pure_equilibria_test {

ExtensiveGame strategic(const std::string& text) {
    return tree_of(read_nfg(text, "g.nfg"));
}

TEST(PureEquilibria, TextbookGames) {
    const auto stag = pure_equilibria(strategic("NFG 1 R \"stag hunt\" { \"A\" \"B\" } { 2 2 } 2 2 1 0 0 1 1 1"));
    ASSERT_EQ(stag.size(), 2u);
    EXPECT_EQ(stag[0].expected, (std::vector<double>{2, 2}));
    EXPECT_EQ(stag[1].moves, (std::vector<std::optional<std::size_t>>{1, 1}));
    EXPECT_TRUE(pure_equilibria(strategic("NFG 1 R \"pennies\" { \"A\" \"B\" } { 2 2 } 9 0 0 1 0 1 1 0")).empty());
    // Where nothing matters, everything is an equilibrium.
    EXPECT_EQ(pure_equilibria(strategic("NFG 1 R \"\" { \"A\" \"B\" } { 2 3 } 1 1 1 1 1 1 1 1 1 1 1 1")).size(), 6u);
}

TEST(PureEquilibria, SetsThatTheirOwnPlayerAvoidsSayNothing) {
    for (const PureProfile& profile : pure_equilibria(assurance_tree({}))) {
        // In tree order: R, Assure, R.Assure's challenge, R.Assure, Silent, ...
        EXPECT_EQ(profile.moves[3].has_value(), profile.moves[0] == std::size_t{0});
    }
}

TEST(PureEquilibria, AreMutualBestAnswersByDefinition) {
    // 3 x 2 x 4 strategies, the first player's fastest; few values, so that ties are frequent.
    const std::array<std::size_t, 3> size = {3, 2, 4}, stride = {1, 3, 6};
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Random random(seed, "payoffs", 0);
        std::string text = "NFG 1 R \"\" { \"A\" \"B\" \"C\" } { 3 2 4 }";
        std::array<std::array<std::size_t, 3>, 24> payoffs{};
        for (auto& cell : payoffs)
            for (std::size_t& payoff : cell) text += ' ' + std::to_string(payoff = random.below(5));
        std::vector<std::vector<std::optional<std::size_t>>> expected;
        for (std::size_t cell = 0; cell < payoffs.size(); ++cell) {
            bool stable = true;
            for (std::size_t p = 0; p < 3; ++p) {
                const std::size_t own = cell / stride[p] % size[p];
                for (std::size_t other = 0; other < size[p]; ++other)
                    stable = stable && payoffs[cell - own * stride[p] + other * stride[p]][p] <= payoffs[cell][p];
            }
            if (stable) expected.push_back({cell % 3, cell / 3 % 2, cell / 6});
        }
        std::vector<std::vector<std::optional<std::size_t>>> found;
        for (const PureProfile& profile : pure_equilibria(strategic(text))) found.push_back(profile.moves);
        EXPECT_EQ(found, expected) << text;
    }
}

TEST(PureEquilibria, ALongChainCostsItsStrategiesOnly) {
    ExtensiveGame game;
    game.players = {"One"};
    constexpr std::size_t steps = 2'000;
    std::optional<std::size_t> at;
    for (std::size_t k = 0; k < steps; ++k) {
        game.sets.push_back({0, "", {"stop", "go"}});
        at = add_game_node(game, {.kind = GameNodeKind::personal, .set = k, .parent = at, .move = 1});
        game.outcomes.push_back({"", {game_number(static_cast<double>(k % 7))}});
        add_game_node(game, {.outcome = k, .parent = at, .move = 0});
    }
    game.outcomes.push_back({"", {game_number(9)}});
    add_game_node(game, {.outcome = steps, .parent = at, .move = 1});
    const auto found = pure_equilibria(game);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].expected, std::vector<double>{9});
}

TEST(PureEquilibria, TooManyProfilesAreALimit) {
    EXPECT_THROW((void)pure_equilibria(assurance_tree({}), {.most_payoffs = 100}), LimitError);
}

}  // namespace pure_equilibria_test
}  // namespace tarazy
