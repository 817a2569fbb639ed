#include "align/votes/votes.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace votes_test {

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

TEST(LoadVotes, OneMisspeltStateAmongStatesIsNamed) {
    const auto warned = [](const std::string& text) {
        const std::vector<Table> tables = {csv(text)};
        return load_votes(tables, {}).warnings;
    };
    const std::string rows = "rcid,ccode,vote,session\n1,2,1,60\n1,710,1,60\n1,365,3,60\n";
    EXPECT_TRUE(warned(rows).empty());
    EXPECT_EQ(warned(rows + "2,2,1,60\n2,8166,1,60\n1,8166,1,60\n"),
              std::vector<std::string>{
                  "votes.csv:6:2: no state has the code or name '8166', as the other members (3) have; with it the "
                  "votes are not read as those of states; `tarazy data states` lists all codes and names"});
    EXPECT_TRUE(warned(rows + "2,8166,1,60\n2,8167,1,60\n").empty()) << "members of another body";
    const std::string names = "rcid,member,vote,session\n1,China,1,60\n1,Russia,1,60\n1,Laos,3,60\n1,Vietnm,3,60\n";
    const auto of_names = warned(names);
    ASSERT_EQ(of_names.size(), 1u);
    EXPECT_NE(of_names[0].find("votes.csv:5:2: no state has the code or name 'Vietnm'"), std::string::npos);
    EXPECT_NE(of_names[0].find("did you mean 'Vietnam'?"), std::string::npos);
}

TEST(LoadVotes, FilesSplitByYearAreTakenAsOne) {
    const std::vector<Table> split = {csv("rcid,ccode,vote\n1,2,1\n"), csv("rcid,ccode,vote\n2,2,3\n")};
    const std::vector<Table> rolls = {csv("rcid,session\n1,60\n"), csv("rcid,session\n2,61\n")};
    const VoteData votes = load_votes(split, rolls);
    EXPECT_EQ(votes.sessions(), (std::vector<int>{60, 61}));
    EXPECT_EQ(load_votes(split, rolls, {std::vector<int>{61}}).roll_calls.size(), 1u);
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
    EXPECT_THROW((void)load_votes(tables, {}, {std::vector<int>{99}}), InputError);
}

TEST(LoadVotes, EightAndNineAreNoRowsAndOneNoteSaysSo) {
    const std::vector<Table> with = {csv("rcid,session,ccode,vote\n3,1,2,1\n3,1,20,3\n3,1,40,8\n3,1,41,9\n")};
    const std::vector<Table> without = {csv("rcid,session,ccode,vote\n3,1,2,1\n3,1,20,3\n")};
    const VoteData votes = load_votes(with, {});
    EXPECT_EQ(votes.states, load_votes(without, {}).states);
    EXPECT_EQ(votes.cells, load_votes(without, {}).cells);
    EXPECT_NE(votes.notes.at(0).find("8 absent (1), 9 not a member (1)"), std::string::npos);
}

TEST(LoadVotes, MembersAndRollCallsMayHaveNames) {
    const std::vector<Table> tables = {
        csv("rcid,session,member,party,vote\nV2,8,Elm,Left,no\nV2,8,Ash,Right,yes\n"
            "V10,8,Elm,Left,yes\nV10,8,Ash,Left,yes\nV11,9,Ash,Left,no\n")};
    const VoteData votes = load_votes(tables, {});
    EXPECT_EQ(votes.states, (std::vector<int>{1, 2}));
    EXPECT_EQ(votes.assembly.name(1), "Ash");
    ASSERT_EQ(votes.roll_calls.size(), 3u);
    EXPECT_EQ(votes.roll_calls[0].name, "V2");
    EXPECT_EQ(votes.roll_calls[1].name, "V10");
    EXPECT_EQ(votes.cells, (std::vector<std::uint8_t>{1, 3, 1, 1, 3, 0}));
    EXPECT_EQ(votes.assembly.party(8, 2), "Left");
    EXPECT_EQ(votes.assembly.party(8, 1), "Left") << "of two parties with as many rows the first by name";
    EXPECT_NE(votes.warnings.at(0).find("Ash is of several parties in session 8: Left (1), Right (1)"),
              std::string::npos);
    EXPECT_TRUE(votes.assembly.years.empty());
    const Table pairs = with_roll_call_numbers(csv("rcid1,rcid2\nV2,V10\nV2,none\n"), "rcid2", votes);
    EXPECT_EQ(pairs["rcid2"].integer(0), votes.roll_calls[1].id);
    EXPECT_LT(pairs["rcid2"].integer(1), 0);
}

TEST(LoadVotes, ARollCallInTwoSessionsIsAProblem) {
    EXPECT_NE(fault("rcid,session,ccode,vote\n1,60,2,1\n1,61,365,3\n")
                  .find("votes.csv:3:2: roll call 1 is of session 61 here and of session 60 at votes.csv:2"),
              std::string::npos);
}

TEST(LoadVotes, SessionsWithoutVotesAndAMissingColumnAreSaid) {
    const std::vector<Table> tables = {csv("rcid,ccode,vote,session\n1,2,1,60\n")};
    EXPECT_NE(load_votes(tables, {}, {{60, 61}}).warnings.at(0).find("1 of the sessions asked for: 61"),
              std::string::npos);
    const std::vector<Table> none = {csv("rcid,ccode,vote\n1,2,1\n")};
    EXPECT_NE(load_votes(none, {}).warnings.at(0).find("all votes are one session"), std::string::npos);
}

TEST(ParseSessions, ReadsNumbersAndRanges) {
    EXPECT_EQ(parse_sessions("69-71,60"), (std::vector<int>{60, 69, 70, 71}));
    for (const char* text : {"", "a", "71-69", "1,,2", "-5", "1-2-3"})
        EXPECT_THROW((void)parse_sessions(text), UsageError) << text;
}

TEST(LoadVotes, FaultsOfAllColumnsAndRowsAreToldTogether) {
    const std::string text =
        fault("rcid,ccode,vote\n1,2,1\n1,2,3\n2,3,77\n2,,1\n2,4,1\n9,4,1\n2,4,2\n", "rcid,session\n1,60\n2,60\n");
    for (const char* part :
         {"votes.csv:3:1: state 2 votes a second time on roll call 1; its first vote stands on line 2",
          "votes.csv:4:3: vote is 77", "votes.csv:5:2: ccode is missing",
          "votes.csv:7:1: roll call 9 is not in the list of roll calls",
          "votes.csv:8:1: state 4 votes a second time on roll call 2; its first vote stands on line 6"})
        EXPECT_NE(text.find(part), std::string::npos) << part << "\nnot in\n" << text;
    EXPECT_EQ(std::ranges::count(text, '\n'), 4) << "each once:\n" << text;
    const std::string columns =
        fault("rcid,ccode,vote,session\n1,2,1,60\n1,7,9x,60\nx,3,1,60\n2,bla,1,60\n2,4,1,y\n3,4,1,61\n1,2,3,60\n");
    for (const char* part :
         {"votes.csv:3:3: vote is '9x'", "votes.csv:4:1: rcid is 'x', not an integer",
          "votes.csv:5:2: ccode is 'bla', not an integer", "votes.csv:6:4: session is 'y', not an integer",
          "votes.csv:8:1: state 2 votes a second time on roll call 1"})
        EXPECT_NE(columns.find(part), std::string::npos) << part << "\nnot in\n" << columns;
    const std::string lists = fault("rcid,ccode,vote\n1,2,1\n1,2,3\n", "rcid,session\n1,60\n1,61\n2,\n");
    for (const char* part : {"rolls.csv:3:1: roll call 1 is listed before", "rolls.csv:4:2: session is missing",
                             "votes.csv:3:1: state 2 votes a second time"})
        EXPECT_NE(lists.find(part), std::string::npos) << part << "\nnot in\n" << lists;
}

}  // namespace votes_test
}  // namespace tarazy
