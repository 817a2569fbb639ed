#include "align/votes/undl_votes.hpp"

#include "align/ideal_points/ideal_points.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"
#include "table/state_codes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace tarazy {
namespace undl_votes_test {

const std::string bulk_header =
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,"
    "subjects,"
    "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n";

/// A row in the bulk layout, its last columns empty.
std::string bulk_row(const std::string& id, const std::string& state, const std::string& vote, const std::string& day,
                     const std::string& session, const std::string& title = "A question") {
    return id + ',' + state + ',' + vote + ',' + day + ',' + session + ",A/RES/" + session + "/1,A/" + session +
           "/L.1,,A/" + session + "/PV.9," + title + ",Agenda,SUBJECT,,1.0,1.0,0.0,0.0,2.0,\n";
}

Table bulk(const std::string& rows, const std::string& name = "bulk.csv") {
    return read_csv(bulk_header + rows, name);
}

std::string bulk_fault(std::vector<Table> votes) {
    try {
        (void)from_undl_layout(std::move(votes), {});
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

void expect_says(const std::string& text, const std::string& part) {
    EXPECT_NE(text.find(part), std::string::npos) << text;
}

TEST(UndlVotes, OneFileGivesVotesAndRollCalls) {
    const std::string rows = bulk_row("4000002", "RUS,RUSSIAN FEDERATION", "N", "2023-10-27", "ES-10", "Protection") +
                             bulk_row("4000002", "USA,UNITED STATES", "A", "2023-10-27", "ES-10", "Protection") +
                             bulk_row("4000001", "USA,UNITED STATES", "Y", "2023-12-04", "78") +
                             bulk_row("4000001", "KAZ,KAZAKHSTAN", "X", "2023-12-04", "78");
    ASSERT_TRUE(is_undl_layout(bulk(rows)));
    const VoteTables tables = from_undl_layout({bulk(rows)}, {});
    ASSERT_EQ(tables.votes.size(), 1u);
    EXPECT_EQ(to_csv(tables.votes[0]), "rcid,ccode,vote\n4000002,365,3\n4000002,2,2\n4000001,2,1\n");
    ASSERT_EQ(tables.roll_calls.size(), 1u);
    EXPECT_EQ(to_csv(tables.roll_calls[0]),
              "rcid,session,date,unres,draft,short,descr,amend,para\n"
              "4000001,78,2023-12-04,A/RES/78/1,A/78/L.1,A question,Agenda,,\n"
              "4000002,78,2023-10-27,A/RES/ES-10/1,A/ES-10/L.1,Protection,Agenda,,\n");
    EXPECT_TRUE(tables.warnings.empty());
    EXPECT_EQ(load_votes(tables.votes, tables.roll_calls).sessions(), (std::vector<int>{78}));
}

TEST(UndlVotes, ASpecialSessionCountsAsTheRegularOneOpenOnTheDay) {
    const VoteTables tables = from_undl_layout({bulk(bulk_row("1", "USA,UNITED STATES", "Y", "2024-09-14", "ES-10") +
                                                     bulk_row("2", "USA,UNITED STATES", "Y", "2024-09-18", "ES-10") +
                                                     bulk_row("3", "USA,UNITED STATES", "Y", "1978-04-24", "S-8") +
                                                     bulk_row("4", "USA,UNITED STATES", "Y", "1956-11-04", "1emsp"))},
                                               {});
    const auto sessions = tables.roll_calls.at(0)["session"].integers();
    EXPECT_EQ(std::vector<std::int64_t>(sessions.begin(), sessions.end()), (std::vector<std::int64_t>{78, 79, 32, 11}));
}

TEST(UndlVotes, StatesAreTheHoldersOfTheCodeOnTheDay) {
    const struct {
        const char *code, *day;
        int cow;
    } known[] = {{"DEU,FEDERAL REPUBLIC OF GERMANY", "1989-12-01", 260},
                 {"DEU,GERMANY", "1990-10-02", 260},
                 {"DEU,GERMANY", "1990-12-01", 255},
                 {"DDR,GERMAN DEMOCRATIC REPUBLIC", "1989-12-01", 265},
                 {"SUN,USSR", "1985-12-01", 365},
                 {"RUS,RUSSIAN FEDERATION", "1992-12-01", 365},
                 {"YUG,YUGOSLAVIA", "1980-12-01", 345},
                 {"SRB,SERBIA", "2010-12-01", 345},
                 {"UKR,UKRAINIAN SSR", "1950-12-01", 369},
                 {"CHN,CHINA", "1970-12-01", 713},
                 {"CHN,CHINA", "1971-11-29", 710},
                 {",ZANZIBAR", "1963-12-20", 511},
                 {"EAZ,ZANZIBAR", "1963-12-20", 511}};
    for (const auto& each : known) {
        const VoteTables tables = from_undl_layout({bulk(bulk_row("1", each.code, "Y", each.day, "40"))}, {});
        EXPECT_TRUE(tables.warnings.empty()) << each.code;
        ASSERT_EQ(tables.votes[0].rows(), 1u) << each.code;
        EXPECT_EQ(tables.votes[0]["ccode"].integer(0), each.cow) << each.code << ' ' << each.day;
    }
}

TEST(UndlVotes, AnUnknownStateIsLeftOutAndSaid) {
    const VoteTables tables = from_undl_layout({bulk(bulk_row("1", "USA,UNITED STATES", "Y", "2023-12-04", "78") +
                                                     bulk_row("1", "ATL,ATLANTIS", "N", "2023-12-04", "78") +
                                                     bulk_row("2", "ATL,ATLANTIS", "X", "2023-12-05", "78"))},
                                               {});
    EXPECT_EQ(tables.votes[0].rows(), 1u);
    ASSERT_EQ(tables.warnings.size(), 1u);
    EXPECT_EQ(tables.warnings[0], "without a COW number, left out with 1 vote(s): ATL (ATLANTIS)");
}

TEST(UndlVotes, EveryFaultIsNamedAtItsCell) {
    const std::string text = bulk_fault({bulk(bulk_row("1", "USA,UNITED STATES", "Y", "2023-12-04", "78") +
                                              bulk_row("1", "KAZ,KAZAKHSTAN", "Z", "2023-12-04", "78") +
                                              bulk_row("1", "RUS,RUSSIAN FEDERATION", "", "2023-12-04", "78") +
                                              bulk_row("2", "USA,UNITED STATES", "Y", "4 December 2023", "78") +
                                              bulk_row("3", "USA,UNITED STATES", "Y", "2023-02-29", "78") +
                                              bulk_row("4", "USA,UNITED STATES", "Y", "2023-12-04", "autumn") +
                                              bulk_row("", "USA,UNITED STATES", "Y", "2023-12-04", "78"))});
    expect_says(text, "bulk.csv:3:4: ms_vote is 'Z'; votes are Y yes, A abstain, N no, X not voting");
    expect_says(text, "bulk.csv:4:4: ms_vote is missing");
    expect_says(text, "bulk.csv:5:5: date is '4 December 2023'; give the day of the vote as YYYY-MM-DD");
    expect_says(text, "bulk.csv:6:5: date is '2023-02-29'");
    expect_says(text, "bulk.csv:7:6: session is 'autumn'");
    expect_says(text, "bulk.csv:8:1: undl_id is missing");
}

TEST(UndlVotes, ASecondRowOfTheSameStateNamesBothLines) {
    const std::string one = bulk_row("1", "USA,UNITED STATES", "Y", "2023-12-04", "78"),
                      other = bulk_row("1", "USA,UNITED STATES", "X", "2023-12-04", "78");
    expect_says(bulk_fault({bulk(one + other)}),
                "bulk.csv:3:2: state USA votes a second time on roll call 1; its first vote stands at bulk.csv:2");
    expect_says(bulk_fault({bulk(one), bulk(other, "more.csv")}),
                "more.csv:2:2: state USA votes a second time on roll call 1; its first vote stands at bulk.csv:2");
}

TEST(UndlVotes, RowsOfOneRollCallAgreeOnDayAndSession) {
    const std::string first = bulk_row("1", "USA,UNITED STATES", "Y", "2023-12-04", "78");
    expect_says(bulk_fault({bulk(first + bulk_row("1", "KAZ,KAZAKHSTAN", "Y", "2023-12-05", "78"))}),
                "bulk.csv:3:5: roll call 1 has date '2023-12-05' here and '2023-12-04' at bulk.csv:2");
    expect_says(bulk_fault({bulk(first + bulk_row("1", "KAZ,KAZAKHSTAN", "Y", "2023-12-04", "77"))}),
                "bulk.csv:3:6: roll call 1 has session '77' here and '78' at bulk.csv:2");
}

TEST(UndlVotes, LackingColumnsAndRowsAreNamed) {
    expect_says(bulk_fault({read_csv("undl_id,ms_code,ms_vote,date\n1,USA,Y,2023-12-04\n", "bulk.csv")}), "ms_name");
    expect_says(bulk_fault({bulk("")}), "bulk.csv:1: the file has a header but no rows");
}

TEST(UndlVotes, AThousandFaultsAreTwentyMessagesAndACount) {
    std::string rows;
    for (int i = 0; i < 1000; ++i) rows += bulk_row("1", "USA,UNITED STATES", "Y", "2023-12-04", "78");
    const std::string text = bulk_fault({bulk(rows)});
    EXPECT_EQ(std::ranges::count(text, '\n'), 20) << text;
    expect_says(text, "979 more");
}

TEST(UndlVotes, AFileSplitWithinARollCallIsTheSame) {
    const std::string a = bulk_row("1", "USA,UNITED STATES", "Y", "2023-12-04", "78"),
                      b = bulk_row("1", "KAZ,KAZAKHSTAN", "N", "2023-12-04", "78"),
                      c = bulk_row("2", "KAZ,KAZAKHSTAN", "A", "2024-12-04", "79");
    const VoteTables whole = from_undl_layout({bulk(a + b + c)}, {}),
                     split = from_undl_layout({bulk(c + b), bulk(a, "more.csv")}, {});
    const VoteData one = load_votes(whole.votes, whole.roll_calls), other = load_votes(split.votes, split.roll_calls);
    EXPECT_EQ(one.cells, other.cells);
    EXPECT_EQ(to_csv(whole.roll_calls.at(0)), to_csv(split.roll_calls.at(0)));
}

TEST(UndlVotes, WhatTheUserListsIsNotListedAgainAndOtherTablesStayAsTheyAre) {
    const Table list = read_csv("rcid,session,nu\n1,78,1\n7,60,0\n", "rolls.csv");
    const Table own = read_csv("rcid,ccode,vote\n7,2,1\n", "own.csv");
    const VoteTables tables = from_undl_layout({own, bulk(bulk_row("1", "USA,UNITED STATES", "Y", "2023-12-04", "78") +
                                                          bulk_row("2", "USA,UNITED STATES", "Y", "2023-12-04", "78"))},
                                               {list});
    ASSERT_EQ(tables.roll_calls.size(), 2u);
    EXPECT_EQ(tables.roll_calls[1]["rcid"].integer(0), 2);
    EXPECT_EQ(tables.roll_calls[1].rows(), 1u);
    EXPECT_EQ(load_votes(tables.votes, tables.roll_calls).roll_calls.size(), 3u);
    const VoteTables untouched = from_undl_layout({own}, {});
    EXPECT_EQ(to_csv(untouched.votes[0]), to_csv(own));
    EXPECT_TRUE(untouched.roll_calls.empty());
}

/// Votes and roll calls written as the bulk file would hold them, absences as X.
std::string in_bulk_layout(const VoteData& votes, const std::map<std::int64_t, std::string>& day_of) {
    std::string text = bulk_header;
    for (std::size_t r = 0; r < votes.roll_calls.size(); ++r) {
        const RollCall& call = votes.roll_calls[r];
        const std::string& day = day_of.at(call.id);
        for (std::size_t s = 0; s < votes.states.size(); ++s) {
            const auto iso3 = iso3_of_cow(votes.states[s], std::stoi(day.substr(0, 4)));
            if (!iso3) continue;
            text += bulk_row(std::to_string(call.id), *iso3 + ",SOME NAME", std::string(1, "XYAN"[votes.cell(r, s)]),
                             day, std::to_string(call.session));
        }
    }
    return text;
}

TEST(UndlVotes, TheGeneralAssemblyInEitherLayoutGivesTheSamePositions) {
    const std::string data = TARAZY_SHARED_DIR "/data/alignment/";
    if (!std::filesystem::exists(data + "un_votes.csv.gz")) GTEST_SKIP() << "the UN votes are not beside this checkout";
    const std::vector<Table> votes = {read_table(data + "un_votes.csv.gz")},
                             rolls = {read_table(data + "un_roll_calls.csv.gz")};
    std::map<std::int64_t, std::string> day_of;
    for (std::size_t row = 0; row < rolls[0].rows(); ++row)
        day_of[*rolls[0]["rcid"].integer(row)] = rolls[0]["date"].display(row);
    const VoteData own = load_votes(votes, rolls, {std::vector<int>{58, 59, 60, 61, 62}});
    const VoteTables tables = from_undl_layout({read_csv(in_bulk_layout(own, day_of), "bulk.csv")}, {});
    EXPECT_TRUE(tables.warnings.empty()) << tables.warnings.front();
    const VoteData theirs = load_votes(tables.votes, tables.roll_calls);
    EXPECT_EQ(theirs.states, own.states);
    EXPECT_EQ(theirs.cells, own.cells);
    IdealPointOptions options;
    options.draws = 100;
    const std::string ours = to_csv(ideal_points(vote_panel(own), options).estimates);
    EXPECT_EQ(to_csv(ideal_points(vote_panel(theirs), options).estimates), ours);
}

}  // namespace undl_votes_test
}  // namespace tarazy
