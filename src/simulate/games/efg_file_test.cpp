#include "simulate/games/efg_file.hpp"

#include "base/error.hpp"
#include "simulate/games/assurance_game.hpp"
#include "simulate/games/game_file_fault_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace tarazy {
namespace efg_file_test {

const std::string head = "EFG 2 R \"t\" { \"A\" \"B\" }\n";

std::string problems_of(const std::string& body) {
    try {
        (void)read_efg(head + body, "g.efg");
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(EfgFile, ReadsWhatReferencesHold) {
    for (const char* name : {"assure_p30", "assure_p70", "selten_horse"}) {
        const std::string path = std::string(TARAZY_SOURCE_DIR "/src/simulate/testdata/gambit/") + name + ".efg";
        std::ifstream file(path);
        std::stringstream text;
        text << file.rdbuf();
        const GameRead read = read_efg(text.str(), path);
        EXPECT_EQ(read.game.players.size(), 3u);
        EXPECT_TRUE(read.notes.empty());
        EXPECT_EQ(game_file_fault(text.str()), std::nullopt) << name;
    }
}

TEST(EfgFile, TheAssuranceGameReadsBack) {
    const ExtensiveGame game = assurance_tree({.p = 0.7});
    const std::string text = efg_text(game);
    const ExtensiveGame again = read_efg(text, "g.efg").game;
    EXPECT_EQ(efg_text(again), text);
    EXPECT_NE(text.find("\"Resolved\" 0.7 \"Unresolved\" 0.3 }"), std::string::npos) << text;
    EXPECT_EQ(again.nodes.size(), 31u);
}

TEST(EfgFile, CommentsLaterMentionsAndOutcomesOnTheWay) {
    const GameRead read = read_efg(
        "EFG 2 D \"a \\\"b\\\"\" { \"A\" \"B\" } \"a comment\"\n"
        "c \"\" 1 \"\" { \"x\" 1/3 \"y\" 1/3 \"z\" 1/3 } 0 \"\"\n"
        "p \"n\" 1 7 \"s\" { \"l\" \"r\" } 1 \"o\" { 1 2 }\nt \"\" 2 \"\" { -1, .5 }\nt \"\" 0\n"
        "p \"\" 1 7 0\nt \"\" 2\nt \"\" 1\n"
        "t \"\" 0 \"\" { 0, 0 }\n",
        "g.efg");
    EXPECT_EQ(read.game.title, "a \"b\"");
    EXPECT_EQ(read.game.comment, "a comment");
    EXPECT_EQ(read.game.sets.size(), 1u);
    EXPECT_EQ(read.game.outcomes.size(), 2u);
    EXPECT_NE(efg_text(read.game).find("\"y\" 1/3"), std::string::npos);
    EXPECT_EQ(efg_text(read_efg(efg_text(read.game), "g").game), efg_text(read.game));
}

TEST(EfgFile, AllProblemsAreToldAtTheirPlaces) {
    const std::string problems = problems_of(
        "c \"\" 1 \"\" { \"x\" 0.5 \"y\" 0.6 } 0\n"
        "p \"\" 1 1 \"\" { \"l\" \"r\" } 0\nt \"\" 1 \"\" { 1 }\nt \"\" 2 \"\" { 1 q }\n"
        "p \"\" 1 1 \"\" { \"l\" \"m\" } 0\nt \"\" 2 \"\" { 3 4 }\nt \"\" 1\n");
    EXPECT_NE(problems.find("g.efg:2:11: the probabilities sum to 1.1; let them sum to 1"), std::string::npos)
        << problems;
    EXPECT_NE(problems.find("g.efg:4:11: 1 payoffs for 2 players"), std::string::npos) << problems;
    EXPECT_NE(problems.find("g.efg:5:15: the payoff is 'q'"), std::string::npos) << problems;
    EXPECT_NE(problems.find("g.efg:6:13: information set 1 of A has the moves l, m here and l, r before"),
              std::string::npos)
        << problems;
    EXPECT_NE(problems.find("g.efg:7:11: outcome 2 stood before with other payoffs"), std::string::npos) << problems;
}

TEST(EfgFile, NodesWithNothingBelowAndThingsBehindTheTree) {
    EXPECT_NE(
        problems_of("p \"\" 1 1 \"\" { \"l\" \"r\" } 0\n").find("g.efg:2:1: the node has moves and nothing below it"),
        std::string::npos);
    EXPECT_NE(problems_of("p \"\" 1 1 \"\" { \"l\" \"r\" } 0\nt \"\" 0\n").find("nothing follows the node's move 'r'"),
              std::string::npos);
    EXPECT_NE(problems_of("t \"\" 0\nt \"\" 0\n").find("the tree is complete, and more follows"), std::string::npos);
    EXPECT_NE(problems_of("p \"\" 1 1 \"\" { } 0\n").find("the node has no move"), std::string::npos);
    EXPECT_NE(problems_of("p \"\" 3 1 \"\" { \"l\" } 0\n").find("the player's number is '3'"), std::string::npos);
    EXPECT_NE(problems_of("x \"\" 0\n").find("'x' is no node"), std::string::npos);
    EXPECT_NE(problems_of("").find("the game has no node"), std::string::npos);
    EXPECT_NE(
        problems_of("c \"\" 1 \"\" { \"x\" -1 \"y\" 2 } 0\nt \"\" 0\nt \"\" 0\n").find("probability of 'x' is -1"),
        std::string::npos);
    EXPECT_THROW((void)read_efg("NFG 1 R", "g.efg"), InputError);
}

TEST(EfgFile, ForgettingIsRefusedAndChanceThatNeverMovesIsNoted) {
    const std::string problems = problems_of(
        "p \"\" 1 1 \"\" { \"l\" \"r\" } 0\np \"\" 1 2 \"\" { \"u\" } 0\nt \"\" 0\np \"\" 1 2 \"\" { \"u\" } 0\nt \"\" "
        "0\n");
    EXPECT_NE(problems.find("g.efg:5:1: A forgets here"), std::string::npos) << problems;
    const GameRead read = read_efg(efg_text(assurance_tree({.p = 0})), "g.efg");
    ASSERT_EQ(read.notes.size(), 1u);
    EXPECT_NE(read.notes[0].find("chance never moves 'Resolved'"), std::string::npos);
}

}  // namespace efg_file_test
}  // namespace tarazy
