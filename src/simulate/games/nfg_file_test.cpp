#include "simulate/games/nfg_file.hpp"

#include "base/error.hpp"
#include "simulate/games/game_file_fault_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace nfg_file_test {

std::string problems_of(const std::string& text) {
    try {
        (void)read_nfg(text, "g.nfg");
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

const std::string named = "NFG 1 R \"t\" { \"A\" \"B\" } { { \"u\" \"d\" } { \"l\" \"m\" \"r\" } } \"comment\"\n";

TEST(NfgFile, PayoffsAndOutcomesSayTheSame) {
    const StrategicGame payoffs = read_nfg(named + "1 2 0 0 3/4 -1 0 0 0 0 5 6\n", "g.nfg");
    const StrategicGame outcomes =
        read_nfg(named + "{ { \"a\" 1, 2 } { \"\" 3/4 -1 } { 5, 6 } }\n1 0 2 0 0 3\n", "g.nfg");
    EXPECT_EQ(nfg_text(payoffs), nfg_text(outcomes));
    EXPECT_EQ(payoffs.profiles(), 6u);
    EXPECT_EQ(payoffs.comment, "comment");
    EXPECT_EQ(game_file_fault(nfg_text(payoffs)), std::nullopt);
}

TEST(NfgFile, TheTreeHasThePayoffsOfTheProfiles) {
    const ExtensiveGame tree = tree_of(read_nfg(named + "1 2 3 4 5 6 7 8 9 10 11 12\n", "g.nfg"));
    EXPECT_EQ(tree.nodes.size(), 1u + 2 + 6);
    EXPECT_EQ(move_columns(tree).names, (std::vector<std::string>{"A.u", "A.d", "B.l", "B.m", "B.r"}));
    // u and r: the fifth profile, as the first player's strategy runs fastest.
    EXPECT_EQ(way_to(tree, 4), (std::vector<std::string>{"u", "r"}));
    EXPECT_EQ(tree.outcomes[*tree.nodes[4].outcome].payoffs[0].value, 9);
}

TEST(NfgFile, ProblemsHaveTheirPlaces) {
    EXPECT_NE(problems_of(named + "1 2 3 4 5\n").find("5 payoffs are given, not 12"), std::string::npos);
    EXPECT_NE(problems_of(named + "1 2 3 4 5 6 7 8 9 10 11 12 13\n").find("g.nfg:2:28: more follows"),
              std::string::npos);
    EXPECT_NE(problems_of(named + "1 2 3 4 5 6 x 8 9 10 11 12\n").find("g.nfg:2:13: the payoff is 'x'"),
              std::string::npos);
    EXPECT_NE(problems_of(named + "{ { \"\" 1 } } 0 0 0 0 0 2\n").find("1 payoffs for 2 players"), std::string::npos);
    EXPECT_NE(problems_of(named + "{ { \"\" 1 1 } } 0 0 0 0 0 2\n").find("the number of an outcome is '2'"),
              std::string::npos);
    EXPECT_NE(problems_of("NFG 1 R \"\" { \"A\" } { 2 2 } 1 1").find("another number of players"), std::string::npos);
    EXPECT_NE(problems_of("NFG 1 R \"\" { \"A\" } { 0 }").find("a player has no strategy"), std::string::npos);
    EXPECT_NE(problems_of("NFG 1 R \"\" { } { }").find("the game has 0 players"), std::string::npos);
    EXPECT_NE(problems_of("EFG 2 R").find("no game in strategic form"), std::string::npos);
    EXPECT_THROW((void)read_nfg("NFG 1 R \"\" { \"A\" \"B\" } { 1000 1000 } 1", "g.nfg"), LimitError);
}

}  // namespace nfg_file_test
}  // namespace tarazy
