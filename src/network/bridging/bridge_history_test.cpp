#include "network/bridging/bridge_history.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace bridge_history_test {

// Kazakhstan alone is between Russia and China in A and B; C is of the neighbours; D is of all.
const char* const spells =
    "institution,iso3,start,end,status,right_censored_at\n"
    "A,RUS,1995,,member,2010\nA,CHN,1995,,member,2010\nA,KAZ,1995,,member,2010\n"
    "B,RUS,1995,,member,2010\nB,CHN,1995,,member,2010\nB,KAZ,2003,,member,2010\nB,UZB,1995,2002,member,2010\n"
    "C,UZB,1995,,member,2010\nC,KGZ,1995,,member,2010\nC,TJK,1995,,member,2010\n"
    "D,RUS,1995,,member,2010\nD,KAZ,1995,,member,2010\nD,UZB,1995,,member,2010\nD,KGZ,1995,,member,2010\n"
    "D,TJK,1995,,member,2010\n";

AffiliationRecord record() {
    std::vector<std::string> warnings;
    return affiliation_record(read_membership_spells(read_csv(spells, "spells.csv"), {}, warnings));
}

BridgeHistoryOptions options() {
    BridgeHistoryOptions chosen;
    chosen.first = 1996;
    chosen.last = 2012;
    chosen.states = {"KAZ", "UZB", "MNG"};
    chosen.blocs = {{"CHN", {"CHN"}}, {"RUS", {"RUS"}}};
    chosen.windows = {{1996, 2005}, {2006, 2010}};
    chosen.pictured = "KAZ";
    chosen.rule.states = {"RUS", "CHN", "KAZ", "UZB", "KGZ", "TJK"};
    chosen.peers = 2;
    chosen.draws = 199;
    return chosen;
}

std::size_t row_with(const Table& table, const std::string& state, double year) {
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, "state", row) == state && number_in(table, "year", row) == year) return row;
    return table.rows();
}

TEST(BridgeHistory, FollowsWhoJoinsWhat) {
    const BridgeHistory history = bridge_history(record(), options());
    const std::size_t early = row_with(history.years, "KAZ", 1999), late = row_with(history.years, "KAZ", 2005);
    ASSERT_LT(late, history.years.rows());
    EXPECT_EQ(number_in(history.years, "bridges", early), 1) << "A";
    EXPECT_EQ(number_in(history.years, "bridges", late), 2) << "A and B";
    EXPECT_EQ(number_in(history.years, "memberships", late), 3);
    EXPECT_EQ(number_in(history.years, "institutions", late), 2);
    EXPECT_EQ(number_in(history.years, "bridges", row_with(history.years, "UZB", 1999)), 1) << "B, until 2002";
    EXPECT_EQ(number_in(history.years, "bridges", row_with(history.years, "UZB", 2005)), 0);
    EXPECT_GT(*number_in(history.years, "exceeds", late), 0.9);
    EXPECT_LE(*number_in(history.years, "exceeds_q05", late), *number_in(history.years, "exceeds_q95", late));
    EXPECT_EQ(number_in(history.windows, "bridges", 0), (7 * 1 + 3 * 2) / 10.0) << "1996-2002 and 2003-2005";
}

TEST(BridgeHistory, WhatIsNotKnownIsLeftOutAndTold) {
    const BridgeHistory history = bridge_history(record(), options());
    EXPECT_EQ(row_with(history.years, "KAZ", 2011), history.years.rows()) << "the sources end in 2010";
    ASSERT_EQ(history.notes.size(), 3U);
    EXPECT_NE(history.notes[2].find("KAZ: in "), std::string::npos) << "among five states none is equal";
    EXPECT_NE(history.notes[0].find("2011 to 2012"), std::string::npos) << history.notes[0];
    EXPECT_EQ(history.notes[1], "left out: MNG is in no network");
    EXPECT_EQ(history.cards.rows(), 15U);
}

TEST(BridgeHistory, LeadsBackToTheLinesOfTheSpells) {
    const Table& found = bridge_history(record(), options()).institutions;
    std::size_t b = found.rows();
    for (std::size_t row = 0; row < found.rows(); ++row)
        if (text_in(found, "institution", row) == "B" && number_in(found, "year", row) == 2005) b = row;
    ASSERT_LT(b, found.rows());
    EXPECT_EQ(found["rows"].list(b), (std::vector<std::string>{"7"}));
    EXPECT_EQ(found["blocs"].list(b), (std::vector<std::string>{"CHN", "RUS"}));
    EXPECT_EQ(number_in(found, "inside", b), 1);
}

TEST(BridgeHistory, WhatCannotBeAskedIsRefused) {
    BridgeHistoryOptions one = options();
    one.blocs.pop_back();
    EXPECT_THROW((void)bridge_history(record(), one), UsageError);
    BridgeHistoryOptions turned = options();
    turned.last = 1990;
    EXPECT_THROW((void)bridge_history(record(), turned), UsageError);
    BridgeHistoryOptions nobody = options();
    nobody.states = {};
    EXPECT_THROW((void)bridge_history(record(), nobody), UsageError);
}

}  // namespace bridge_history_test
}  // namespace tarazy
