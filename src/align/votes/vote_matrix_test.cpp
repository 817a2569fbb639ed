#include "align/votes/vote_matrix.hpp"

#include "align/votes/votes.hpp"
#include "base/random.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace vote_matrix_test {

VoteData loaded(const Table& table) {
    const std::vector<Table> tables = {table};
    return load_votes(tables, {});
}

bool same(const VoteData& a, const VoteData& b) {
    if (a.cells != b.cells || a.roll_calls.size() != b.roll_calls.size() || a.assembly.parties != b.assembly.parties)
        return false;
    for (std::size_t i = 0; i < a.states.size(); ++i)
        if (a.assembly.name(a.states[i]) != b.assembly.name(b.states[i])) return false;
    for (std::size_t i = 0; i < a.roll_calls.size(); ++i)
        if (a.roll_calls[i].name != b.roll_calls[i].name || a.roll_calls[i].session != b.roll_calls[i].session)
            return false;
    return a.states.size() == b.states.size();
}

TEST(VoteMatrix, IsOneWithoutRollCallsAndVotesAsColumns) {
    const auto is = [](const std::string& text) {
        return is_vote_matrix(read_csv(text, "m.csv"), VoteCoding::numbers);
    };
    EXPECT_TRUE(is("member,V1,V2\nAsh,1,3\nElm,2,\n"));
    EXPECT_TRUE(is("name,party,Vote 1,Vote 2\nAsh,Left,yes,no\n"));
    EXPECT_TRUE(is("ccode,1,2\n2,1,3\n365,3,1\n"));
    EXPECT_FALSE(is("rcid,ccode,vote\n1,2,1\n"));
    EXPECT_FALSE(is("RCID,ccode,Vote\n1,2,1\n")) << "a long table with other names is told what they should be";
    EXPECT_FALSE(is("member,rollcall,cast_code\nAsh,1,1\n"));
    EXPECT_FALSE(is("member,party\nAsh,Left\n"));
}

TEST(VoteMatrix, GivesTheVotesOfTheLongTableWhateverTheOrderOfRowsAndColumns) {
    Random random(3, "matrices", 0);
    const std::array<const char*, 5> words = {"yes", "no", "abstain", "absent", ""};
    for (int round = 0; round < 50; ++round) {
        const std::size_t members = 2 + static_cast<std::size_t>(random.uniform() * 6), calls = 2 + round % 12;
        std::vector<std::vector<std::string>> cells(members, std::vector<std::string>(calls));
        for (auto& row : cells)
            for (std::string& cell : row) cell = words[static_cast<std::size_t>(random.uniform() * 5)];
        for (auto& row : cells) row[0] = "yes", row[1] = "no";
        std::string wide = "party,member", turned = "member", longer = "rcid,member,party,vote\n";
        for (std::size_t c = 0; c < calls; ++c) wide += ",V" + std::to_string(c + 1);
        for (std::size_t c = calls; c-- > 0;) turned += ",V" + std::to_string(c + 1);
        wide += '\n';
        turned += ",party\n";
        for (std::size_t m = 0; m < members; ++m) {
            const std::string name = "M" + std::to_string(m), party = m % 2 == 0 ? "Left" : "Right";
            wide += party + ',' + name;
            for (const std::string& cell : cells[m]) wide += ',' + cell;
            wide += '\n';
            for (std::size_t c = 0; c < calls; ++c)
                longer += 'V' + std::to_string(c + 1) + ',' + name + ',' + party + ',' + cells[m][c] + '\n';
        }
        for (std::size_t m = members; m-- > 0;) {
            turned += "M" + std::to_string(m);
            for (std::size_t c = calls; c-- > 0;) turned += ',' + cells[m][c];
            turned += m % 2 == 0 ? ",Left\n" : ",Right\n";
        }
        std::vector<std::string> notes;
        const Table one = from_vote_matrix(read_csv(wide, "m.csv"), VoteCoding::numbers, notes);
        const Table other = from_vote_matrix(read_csv(turned, "m.csv"), VoteCoding::numbers, notes);
        EXPECT_TRUE(same(loaded(one), loaded(read_csv(longer, "l.csv")))) << wide;
        EXPECT_TRUE(same(loaded(one), loaded(other))) << wide;
    }
}

TEST(VoteMatrix, ColumnsWithoutVotesAreLeftOutAndSaid) {
    const Table table =
        read_csv("name,district,born,party,V1,V2,title\nAsh,1,1950,Left,1,6,Dr\nElm,2,1960,Right,6,9,\n", "m.csv");
    std::vector<std::string> notes;
    const Table votes = from_vote_matrix(table, VoteCoding::voteview, notes);
    EXPECT_EQ(votes.rows(), 3u);
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0],
              "m.csv: read as a matrix of 2 members ('name') by 2 roll calls (V1, V2); no votes, left out: district, "
              "born, title");
}

TEST(VoteMatrix, ACellThatIsNoVoteIsNamedAtItsPlace) {
    std::vector<std::string> notes;
    try {
        (void)from_vote_matrix(read_csv("member,V1,V2\nAsh,1,3\nElm,3,5\nOak,1,1\n", "m.csv"), VoteCoding::numbers,
                               notes);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("m.csv:3:3: V2 is 5"), std::string::npos) << error.what();
    }
}

TEST(VoteMatrix, ARowMayBeAMemberInASession) {
    const Table table = read_csv("member,session,V1,V2\nAsh,1,1,\nElm,1,3,\nAsh,2,,1\nElm,2,,3\n", "m.csv");
    std::vector<std::string> notes;
    const VoteData votes = loaded(from_vote_matrix(table, VoteCoding::numbers, notes));
    EXPECT_EQ(votes.sessions(), (std::vector<int>{1, 2}));
}

}  // namespace vote_matrix_test
}  // namespace tarazy
