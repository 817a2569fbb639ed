#include "analyses/align/vote_positions.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace vote_positions_test {

TEST(VotePositions, StatesOfInterestStartWithTheFocus) {
    StudyFrame frame;
    frame.focus = "KAZ";
    frame.comparison = {"UZB", "BLR"};
    EXPECT_EQ(states_of_interest(frame), (std::vector<std::string>{"KAZ", "UZB", "BLR"}));
}

TEST(VotePositions, PolesKeepTheirMembersAndOrder) {
    StudyFrame frame;
    frame.poles.resize(2);
    frame.poles[0].id = "WEST";
    frame.poles[0].members = {"USA", "FRA"};
    frame.poles[1].id = "RUS";
    frame.poles[1].members = {"RUS"};
    const std::vector<PoleMembers> poles = pole_members(frame);
    ASSERT_EQ(poles.size(), 2u);
    EXPECT_EQ(poles[0].id, "WEST");
    EXPECT_EQ(poles[0].members, (std::vector<std::string>{"USA", "FRA"}));
}

TEST(VotePositions, EveryParameterSaysWhatItMeansAndHasItsOwnName) {
    std::vector<std::string> names;
    for (const ParameterRule& rule : position_rules()) {
        EXPECT_FALSE(rule.meaning.empty()) << rule.name;
        names.push_back(rule.name);
    }
    std::ranges::sort(names);
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
}

}  // namespace vote_positions_test
}  // namespace tarazy
