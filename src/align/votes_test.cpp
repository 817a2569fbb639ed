#include "align/votes.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace {

Table csv(const std::string& text, const std::string& name = "votes.csv") {
    return read_csv(text, name);
}

std::string fault(const std::string& votes, const std::string& roll_calls = {}) {
    const std::vector<Table> tables = {csv(votes)};
    std::vector<Table> lists;
    try {
        if (!roll_calls.empty()) lists.push_back(csv(roll_calls, "rolls.csv"));
        (void)load_votes(tables, lists);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

TEST(LoadVotes, RowOrderLeavesNoTrace) {
    const std::vector<Table> one = {csv("rcid,ccode,vote\n1,2,1\n1,365,3\n2,2,2\n")};
    const std::vector<Table> other = {csv("vote,ccode,rcid\n2,2,2\n3,365,1\n1,2,1\n")};
    const VoteData a = load_votes(one, {}), b = load_votes(other, {});
    EXPECT_EQ(a.cells, b.cells);
    EXPECT_EQ(a.states, (std::vector<int>{2, 365}));
    EXPECT_EQ(a.cells, (std::vector<std::uint8_t>{1, 3, 2, 0}));
}

TEST(LoadVotes, FilesSplitByYearAreTakenAsOne) {
    const std::vector<Table> split = {csv("rcid,ccode,vote\n1,2,1\n"), csv("rcid,ccode,vote\n2,2,3\n")};
    const std::vector<Table> rolls = {csv("rcid,session\n1,60\n"), csv("rcid,session\n2,61\n")};
    const VoteData votes = load_votes(split, rolls);
    EXPECT_EQ(votes.sessions(), (std::vector<int>{60, 61}));
    EXPECT_EQ(load_votes(split, rolls, std::vector<int>{61}).roll_calls.size(), 1u);
}

TEST(LoadVotes, EveryFaultIsNamedAtItsCell) {
    const std::string text = fault("rcid,ccode,vote\n1,2,1\n1,365,4\n1,,2\n,20,1\n");
    EXPECT_NE(text.find("votes.csv:3:3: vote is 4; votes are 1 yes, 2 abstain, 3 no"), std::string::npos) << text;
    EXPECT_NE(text.find("votes.csv:4:2: ccode is missing"), std::string::npos) << text;
    EXPECT_NE(text.find("votes.csv:5:1: rcid is missing"), std::string::npos) << text;
}

TEST(LoadVotes, ASecondVoteOfTheSameStateNamesBothLines) {
    const std::string text = fault("rcid,ccode,vote\n1,2,1\n1,365,3\n1,2,3\n");
    EXPECT_NE(text.find("votes.csv:4:1: state 2 votes a second time on roll call 1; its first vote stands on line 2"),
              std::string::npos)
        << text;
}

TEST(LoadVotes, AMillionDuplicateRowsGiveTwentyMessagesAndTheCount) {
    Table table;
    constexpr std::size_t rows = 1'000'001;
    table.add("rcid", Column(std::vector<std::int64_t>(rows, 7)));
    table.add("ccode", Column(std::vector<std::int64_t>(rows, 705)));
    table.add("vote", Column(std::vector<std::int64_t>(rows, 1)));
    table.origin.path = "votes.csv";
    try {
        (void)load_votes({&table, 1}, {});
        FAIL();
    } catch (const InputError& error) {
        const std::string text = error.what();
        EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(text, '\n')), Diagnostics::kept) << text.substr(0, 400);
        EXPECT_NE(text.find("votes.csv:3:1: state 705 votes a second time on roll call 7"), std::string::npos);
        EXPECT_NE(text.find(std::to_string(rows - 1 - Diagnostics::kept) + " more"), std::string::npos)
            << text.substr(text.size() - 200);
    }
}

TEST(LoadVotes, RollCallsAreListedOnceAndCoverAllVotes) {
    EXPECT_NE(fault("rcid,ccode,vote\n1,2,1\n", "rcid,session\n1,60\n1,61\n")
                  .find("rolls.csv:3:1: roll call 1 is listed before"),
              std::string::npos);
    EXPECT_NE(
        fault("rcid,ccode,vote\n7,2,1\n", "rcid,session\n1,60\n").find("votes.csv:2:1: roll call 7 is not in the list"),
        std::string::npos);
}

TEST(LoadVotes, AHeaderAloneAndAnEmptyChoiceAreProblems) {
    EXPECT_NE(fault("rcid,ccode,vote\n").find("no rows"), std::string::npos);
    const std::vector<Table> tables = {csv("rcid,ccode,vote,session\n1,2,1,60\n")};
    EXPECT_THROW((void)load_votes(tables, {}, std::vector<int>{99}), InputError);
}

TEST(ParseSessions, ReadsNumbersAndRanges) {
    EXPECT_EQ(parse_sessions("69-71,60"), (std::vector<int>{60, 69, 70, 71}));
    for (const char* text : {"", "a", "71-69", "1,,2", "-5", "1-2-3"})
        EXPECT_THROW((void)parse_sessions(text), UsageError) << text;
}

}  // namespace
}  // namespace tarazy
