#include "align/votes/vote_panel.hpp"

#include "align/votes/synthetic_votes_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace tarazy {
namespace vote_panel_test {

/// Roll calls in rows, states 1, 2, ... in columns: y, a, n or - for absent.
VoteData votes_of(const std::vector<std::pair<int, std::string>>& session_and_votes) {
    VoteData votes;
    for (std::size_t s = 0; s < session_and_votes.front().second.size(); ++s)
        votes.states.push_back(static_cast<int>(s) + 1);
    for (const auto& [session, cast] : session_and_votes) {
        votes.roll_calls.push_back({static_cast<std::int64_t>(votes.roll_calls.size()) + 1, session, {}});
        for (const char vote : cast)
            votes.cells.push_back(vote == 'y'   ? VoteData::yes
                                  : vote == 'a' ? VoteData::abstain
                                  : vote == 'n' ? VoteData::no
                                                : VoteData::absent);
    }
    return votes;
}

std::string problem_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(VotePanel, LeavesOutUnanimousRollCallsAndAbsences) {
    const VotePanel panel = vote_panel(votes_of({{1, "yyyy"}, {1, "ynay"}, {1, "y-nn"}, {2, "nnya"}}));
    EXPECT_EQ(panel.unanimous, 1u);
    EXPECT_EQ(panel.items.size(), 3u);
    EXPECT_EQ(panel.votes(), 4u + 3u + 4u);
    EXPECT_EQ(panel.absent, 1u);
    EXPECT_EQ(panel.nodes.size(), 8u);
    EXPECT_EQ(panel.nodes[2], (StateSession{2, 1}));
    EXPECT_TRUE(panel.continues(3));
    EXPECT_FALSE(panel.continues(4));
}

TEST(VotePanel, BothOrdersHoldTheSameVotes) {
    const VotePanel panel = vote_panel(synthetic_votes(9, 20, 3, 1));
    std::vector<std::array<std::uint32_t, 3>> by_item, by_node;
    for (std::uint32_t j = 0; j < panel.items.size(); ++j)
        for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v)
            by_item.push_back({panel.vote_node[v], j, panel.vote[v]});
    for (std::uint32_t k = 0; k < panel.nodes.size(); ++k)
        for (std::uint32_t v = panel.node_begin[k]; v < panel.node_begin[k + 1]; ++v)
            by_node.push_back({k, panel.node_item[v], panel.node_vote[v]});
    std::ranges::sort(by_item);
    std::ranges::sort(by_node);
    EXPECT_EQ(by_item, by_node);
}

TEST(VotePanel, WhereTwoCategoriesOccurThereIsOneCutPoint) {
    const VotePanel panel = vote_panel(votes_of({{1, "yyaa"}, {1, "aann"}, {1, "yyna"}}));
    EXPECT_FALSE(panel.items[0].three_categories);
    EXPECT_FALSE(panel.items[1].three_categories);
    EXPECT_TRUE(panel.items[2].three_categories);
    EXPECT_EQ((std::vector<std::uint8_t>(panel.vote.begin(), panel.vote.begin() + 8)),
              (std::vector<std::uint8_t>{1, 1, 3, 3, 1, 1, 3, 3}));
    EXPECT_EQ(panel.items[1].votes, (std::array<std::int64_t, 4>{0, 0, 2, 2})) << "as they were cast";
}

TEST(VotePanel, ChainsOfTheSameTextAreOneItem) {
    PanelOptions options;
    options.same_text = {{2, 3}, {3, 5}};
    const VotePanel panel = vote_panel(votes_of({{1, "yn"}, {1, "ny"}, {2, "ny"}, {2, "yn"}, {3, "ny"}}), options);
    ASSERT_EQ(panel.items.size(), 3u);
    EXPECT_EQ(panel.items[1].roll_calls, (std::vector<std::int64_t>{2, 3, 5}));
    EXPECT_EQ(panel.items[1].first_session, 1);
    EXPECT_EQ(panel.items[1].last_session, 3);
    EXPECT_EQ(panel.bridged_roll_calls, 3u);
}

TEST(VotePanel, CountsTheRepeatedTextsThatTieASessionToThoseBefore) {
    PanelOptions options;
    options.same_text = {{1, 5}, {2, 3}};  // one text skips session 2 and ties session 3 over it
    const VotePanel panel = vote_panel(votes_of({{1, "yn"}, {1, "ny"}, {2, "ny"}, {2, "yn"}, {3, "ny"}}), options);
    EXPECT_EQ(panel.repeated_texts, (std::vector<std::size_t>{0, 2, 1}));
    const Table joins = session_joins(panel);
    EXPECT_EQ(to_csv(joins), "session,year,previous_session,repeated_texts\n2,,1,2\n3,,2,1\n");
}

TEST(VotePanel, AnAbsenceMayCountAsAnAbstention) {
    PanelOptions options;
    options.absent_abstains = true;
    const VotePanel panel = vote_panel(votes_of({{1, "y-n"}, {1, "yyn"}, {2, "-yn"}}), options);
    EXPECT_EQ(panel.votes(), 8u) << "state 1 is no member of session 2";
    EXPECT_TRUE(panel.items[0].three_categories);
}

TEST(VotePanel, SaysWhatCannotBeScaled) {
    EXPECT_NE(problem_of([] {
                  (void)vote_panel(votes_of({{1, "y-"}, {1, "n-"}}));
              }).find("0 state(s)"),
              std::string::npos);
    EXPECT_NE(problem_of([] {
                  (void)vote_panel(votes_of({{1, "yy"}, {1, "nn"}}));
              }).find("votes differ"),
              std::string::npos);
    const std::string gap = problem_of([] { (void)vote_panel(votes_of({{1, "yn--"}, {1, "ny--"}, {2, "--yn"}})); });
    EXPECT_NE(gap.find("sessions 1 and 2 share neither a state nor a repeated text"), std::string::npos) << gap;
    PanelOptions bridged;
    bridged.same_text = {{2, 3}};
    EXPECT_NO_THROW((void)vote_panel(votes_of({{1, "yn--"}, {1, "ny--"}, {2, "--yn"}}), bridged));
}

TEST(VotePanel, PairsOfUnknownRollCallsAreCountedAndAllUnknownRefused) {
    PanelOptions options;
    options.same_text = {{1, 2}, {1, 77}};
    const VoteData votes = votes_of({{1, "yn"}, {2, "ny"}, {2, "yn"}});
    const VotePanel panel = vote_panel(votes, options);
    ASSERT_FALSE(panel.warnings.empty());
    EXPECT_NE(panel.warnings[0].find("1 of 2 pairs"), std::string::npos) << panel.warnings[0];
    EXPECT_NE(panel.warnings[0].find("77"), std::string::npos);
    options.same_text = {{70, 77}};
    EXPECT_NE(problem_of([&] { (void)vote_panel(votes, options); }).find("1 of 1 pairs"), std::string::npos);
}

TEST(RollCallPairs, AMissingColumnIsNamed) {
    EXPECT_NE(problem_of([] { (void)roll_call_pairs(read_csv("rcid1,rcid\n1,2\n", "pairs.csv")); }).find("rcid2"),
              std::string::npos);
    EXPECT_EQ(roll_call_pairs(read_csv("rcid1,rcid2\n1,2\n,3\n", "pairs.csv")).size(), 1u);
}

}  // namespace vote_panel_test
}  // namespace tarazy
