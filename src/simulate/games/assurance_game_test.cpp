#include "simulate/games/assurance_game.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace assurance_game_test {

TEST(AssuranceGame, NumbersAreReadByName) {
    const AssuranceGame game = read_assurance_game("[game]\np = 1\naudience_cost = 2\nstate_hedged = -0.5\n", "g.toml");
    EXPECT_EQ(game.p, 1);
    EXPECT_EQ(game.audience_cost, 2);
    EXPECT_EQ(game.state_hedged, -0.5);
    EXPECT_EQ(game.signal_cost, AssuranceGame{}.signal_cost);
}

TEST(AssuranceGame, AllProblemsOfAFile) {
    try {
        (void)read_assurance_game("[game]\np = 1.5\naudience_cost = -1\nstate_hedge = 0\nsignal_cost = \"x\"\n",
                                  "g.toml");
        ADD_FAILURE();
    } catch (const InputError& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("g.toml:2:1: "), std::string::npos) << what;
        EXPECT_NE(what.find("p is 1.5; give a number from 0 to 1"), std::string::npos) << what;
        EXPECT_NE(what.find("audience_cost is -1"), std::string::npos) << what;
        EXPECT_NE(what.find("did you mean 'state_hedged'"), std::string::npos) << what;
        EXPECT_NE(what.find("g.toml:5:"), std::string::npos) << what;
    }
    EXPECT_THROW((void)read_assurance_game("p = 1\n", "g.toml"), InputError);
    EXPECT_THROW(check_assurance_game({.p = -0.1}), UsageError);
    EXPECT_NO_THROW(check_assurance_game({.p = 0}));
}

TEST(AssuranceGame, TheTreeHasItsPayoffs) {
    const ExtensiveGame game = assurance_tree({.p = 0.7, .signal_cost = 0.1, .audience_cost = 1});
    EXPECT_EQ(game.nodes.size(), 31u);
    EXPECT_EQ(game.chances[0].probabilities[1].text, "0.3");
    // Resolved, Assure, Forgo, Press, Renege: -1 - 0.1 - 1.
    EXPECT_EQ(way_to(game, 6), (std::vector<std::string>{"Resolved", "Assure", "Forgo", "Press", "Renege"}));
    EXPECT_EQ(game.outcomes[*game.nodes[6].outcome].payoffs[0].text, "-2.1");
    EXPECT_EQ(assurance_parameter("p")->name, "p");
    EXPECT_EQ(assurance_parameter("q"), nullptr);
}

}  // namespace assurance_game_test
}  // namespace tarazy
