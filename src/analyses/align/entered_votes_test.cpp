#include "analyses/align/entered_votes.hpp"

#include "analyses/rows_entered_test.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace entered_votes_test {

TEST(EnteredVotes, LeadBackToTheRowsTheyCameFrom) {
    const RowsBehind behind("shares");
    const RoleTables data = behind.prepared.roles();
    const VotesRead read(behind.prepared.plan, data, {61, 61});
    ComparedVotes compared(read.votes());
    const auto kaz = read.state_in("KAZ", 61), rus = read.state_in("RUS", 61);
    ASSERT_TRUE(kaz && rus);
    compared.add_pair(61, *kaz, *rus, true);
    const RowsByRole rows = read.rows_of(compared);
    EXPECT_EQ(rows.at("votes").size(), 2 * rows.at("roll_calls").size());
    for (const std::size_t row : rows.at("votes")) {
        const auto code = number_in(*data.at("votes"), "ccode", row);
        EXPECT_TRUE(code == 705 || code == 365);
    }
}

TEST(EnteredVotes, OfBulkFilesAreTheirRows) {
    const RowsBehind behind("shares");
    const Table bulk = read_csv(
        "undl_id,ms_code,ms_name,ms_vote,date,session,resolution\n"
        "7,KAZ,KAZAKHSTAN,X,2006-12-06,61,R1\n"
        "7,RUS,RUSSIAN FEDERATION,Y,2006-12-06,61,R1\n"
        "8,USA,UNITED STATES,N,2006-12-06,61,R2\n"
        "8,KAZ,KAZAKHSTAN,Y,2006-12-06,61,R2\n"
        "8,RUS,RUSSIAN FEDERATION,A,2006-12-06,61,R2\n",
        "bulk.csv");
    const RoleTables data = {{"votes", &bulk}};
    const VotesRead read(behind.prepared.plan, data, {61, 61});
    ComparedVotes compared(read.votes());
    compared.add_pair(61, *read.state_in("KAZ", 61), *read.state_in("RUS", 61), false);
    EXPECT_EQ(read.rows_of(compared).at("votes"), (std::vector<std::size_t>{3, 4}));
}

}  // namespace entered_votes_test
}  // namespace tarazy
