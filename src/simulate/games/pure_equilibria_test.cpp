#include "simulate/games/pure_equilibria.hpp"

#include "base/error.hpp"
#include "simulate/games/assurance_game.hpp"
#include "simulate/games/nfg_file.hpp"

#include <gtest/gtest.h>

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

TEST(PureEquilibria, TooManyProfilesAreALimit) {
    EXPECT_THROW((void)pure_equilibria(assurance_tree({}), {.most_payoffs = 100}), LimitError);
}

}  // namespace pure_equilibria_test
}  // namespace tarazy
