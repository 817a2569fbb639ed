#include "align/undl_votes.hpp"

#include "align/votes.hpp"
#include "io/read_table.hpp"
#include "table/state_codes.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace {

const std::string header = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title\n";

VoteTables taken_apart(const std::string& rows) {
    return vote_tables({read_csv(header + rows, "bulk.csv")}, {});
}

std::string complaint(const std::string& rows) {
    try {
        (void)taken_apart(rows);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

TEST(UndlVotes, AreTakenApartIntoVotesAndRollCalls) {
    const VoteTables tables = taken_apart(
        "900,KAZ,KAZAKHSTAN,Y,2024-12-02,79,A/RES/79/1,Nuclear tests\n"
        "900,RUS,RUSSIAN FEDERATION,A,2024-12-02,79,A/RES/79/1,Nuclear tests\n"
        "900,USA,UNITED STATES,N,2024-12-02,79,A/RES/79/1,Nuclear tests\n"
        "900,CHN,CHINA,X,2024-12-02,79,A/RES/79/1,Nuclear tests\n"
        "901,KAZ,KAZAKHSTAN,N,2022-03-02,11th emergency special session,A/RES/ES-11/1,Aggression\n");
    const VoteData votes = load_votes(tables.votes, tables.roll_calls);
    ASSERT_EQ(votes.roll_calls.size(), 2u);
    EXPECT_EQ(votes.states, (std::vector<int>{2, 365, 705}));
    EXPECT_EQ(votes.roll_calls[0].id, 901);
    EXPECT_EQ(votes.roll_calls[0].session, 76);  // the session of 2021 is still open in March 2022
    EXPECT_EQ(votes.roll_calls[1].session, 79);
    EXPECT_EQ(votes.cell(1, 0), VoteData::no);
    EXPECT_EQ(votes.cell(1, 1), VoteData::abstain);
    EXPECT_EQ(votes.cell(1, 2), VoteData::yes);
    ASSERT_EQ(tables.warnings.size(), 1u);
    EXPECT_NE(tables.warnings[0].find("special sessions count with the regular session"), std::string::npos);
    EXPECT_EQ(tables.roll_calls[0]["unres"].text(0), "A/RES/79/1");
    EXPECT_EQ(tables.roll_calls[0]["short"].text(1), "Aggression");
}

TEST(UndlVotes, OtherTablesStayAsTheyAre) {
    const VoteTables tables =
        vote_tables({read_csv("rcid,ccode,vote\n1,2,1\n", "own.csv")}, {read_csv("rcid,session\n1,5\n", "rolls.csv")});
    EXPECT_EQ(tables.votes.size(), 1u);
    EXPECT_EQ(tables.roll_calls[0]["session"].integer(0), 5);
}

TEST(UndlVotes, StatesAreThoseOfTheYear) {
    const VoteTables tables = taken_apart(
        "1,SUN,USSR,Y,1980-11-01,35,R,T\n1,DEU,\"GERMANY, FEDERAL REPUBLIC OF\",N,1980-11-01,35,R,T\n"
        "2,RUS,RUSSIAN FEDERATION,Y,1995-11-01,50,R,T\n2,DEU,GERMANY,N,1995-11-01,50,R,T\n"
        "2,XXX,KAZAKHSTAN,A,1995-11-01,50,R,T\n2,QQQ,ATLANTIS,A,1995-11-01,50,R,T\n");
    const Table& votes = tables.votes[0];
    ASSERT_EQ(votes.rows(), 5u);
    EXPECT_EQ(votes["ccode"].integer(0), 365);
    EXPECT_EQ(votes["ccode"].integer(1), 260);
    EXPECT_EQ(votes["ccode"].integer(3), 255);
    EXPECT_EQ(votes["ccode"].integer(4), 705);  // by its name
    ASSERT_EQ(tables.warnings.size(), 1u);
    EXPECT_EQ(tables.warnings[0], "1 votes of 1 states that are not known (QQQ) are left out");
}

TEST(UndlVotes, EveryFaultyRowIsNamedWithItsLine) {
    const std::string text = complaint(
        "1,KAZ,K,J,2024-12-02,79,R,T\n"
        "1,RUS,R,Y,2024-12-03,79,R,T\n"
        "1,CHN,C,Y,2024-12-02,78,R,T\n"
        "2,KAZ,K,Y,yesterday,79,R,T\n"
        "3,KAZ,K,Y,2024-12-02,,R,T\n");
    EXPECT_NE(text.find("bulk.csv:2:4: ms_vote is 'J'; write Y yes, A abstains, N no, X does not vote"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("bulk.csv:3:5: roll call 1 has another date on line 2"), std::string::npos) << text;
    EXPECT_NE(text.find("bulk.csv:4:6: roll call 1 has another session on line 2"), std::string::npos) << text;
    EXPECT_NE(text.find("bulk.csv:5:5: 'yesterday' is no date of a session"), std::string::npos) << text;
    EXPECT_NE(text.find("bulk.csv:6:6: session is missing"), std::string::npos) << text;
}

TEST(UndlVotes, ASecondVoteOfAStatePointsAtItsLine) {
    const VoteTables tables =
        taken_apart("1,KAZ,K,X,2024-12-02,79,R,T\n1,RUS,R,Y,2024-12-02,79,R,T\n1,RUS,R,N,2024-12-02,79,R,T\n");
    try {
        (void)load_votes(tables.votes, tables.roll_calls);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("bulk.csv:4:1: state 365 votes a second time on roll call 1"),
                  std::string::npos)
            << error.what();
    }
}

/// The real votes of one year, written in the bulk layout, are the same votes.
TEST(UndlVotes, TheGeneralAssemblyInBulkLayoutIsTheSameVotes) {
    const std::string folder = TARAZY_SHARED_DIR "/data/alignment/";
    if (!std::filesystem::exists(folder + "un_votes_2020_on.csv.gz"))
        GTEST_SKIP() << "the UN votes are not beside this checkout";
    const std::vector<Table> votes = {read_table(folder + "un_votes_2020_on.csv.gz")},
                             roll_calls = {read_table(folder + "un_roll_calls_2020_on.csv.gz")};
    const std::vector<int> sessions = {76, 77};
    const VoteData own = load_votes(votes, roll_calls, sessions);
    std::map<std::int64_t, std::size_t> row_of;
    for (std::size_t row = 0; row < roll_calls[0].rows(); ++row) row_of[*roll_calls[0]["rcid"].integer(row)] = row;
    std::string csv = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution\n";
    for (std::size_t i = 0; i < own.roll_calls.size(); ++i) {
        const std::size_t row = row_of.at(own.roll_calls[i].id);
        for (std::size_t s = 0; s < own.states.size(); ++s) {
            const std::string iso3 = iso3_of_cow(own.states[s], 2022).value_or("");
            csv += std::to_string(own.roll_calls[i].id) + ',' + iso3 + ",," + std::string(1, "XYAN"[own.cell(i, s)]) +
                   ',' + roll_calls[0]["date"].display(row) + ',' + std::to_string(own.roll_calls[i].session) + ",R\n";
        }
    }
    const VoteTables tables = vote_tables({read_csv(csv, "bulk.csv")}, {});
    EXPECT_TRUE(tables.warnings.empty());
    const VoteData bulk = load_votes(tables.votes, tables.roll_calls);
    EXPECT_EQ(bulk.states, own.states);
    EXPECT_EQ(bulk.cells, own.cells);
}

}  // namespace
}  // namespace tarazy
