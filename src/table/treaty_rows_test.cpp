#include "table/membership_rows.hpp"

#include "base/edtf_calendar.hpp"
#include "table/comma_table_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace treaty_rows_test {

const std::string header = "iso3,treaty,signature,ratification,force,end,record,record_id,coder\n";

MembershipSpells spells(const std::string& rows) {
    std::vector<std::string> warnings;
    return read_membership_spells(comma_table(header + rows, "t.csv"), {}, warnings);
}

std::string text(const MembershipSpells& found, const MembershipSpell& spell) {
    std::string text = found.statuses[spell.status] + ' ' + day_text(spell.start->first);
    return spell.end ? text + ' ' + day_text(spell.end->first) : text;
}

TEST(TreatyRows, APartyIsOneFromTheLaterOfRatificationAndEntryIntoForce) {
    const auto found = spells(
        "KAZ,ZONE,2006-09-08,2008-12-11,2009-03-21,,A,Z1,one\nUZB,ZONE,2006-09-08,2007-05-10,,,A,Z1,\n"
        "TKM,ZONE,,2009-06-01,2009-07-01,,A,Z1,\n");
    ASSERT_EQ(found.spells.size(), 7u);
    EXPECT_EQ(text(found, found.spells[0]), "signatory 2006-09-08 2008-12-11");
    EXPECT_EQ(text(found, found.spells[1]), "ratified 2008-12-11 2009-03-21");
    EXPECT_EQ(text(found, found.spells[2]), "member 2009-03-21");
    EXPECT_EQ(text(found, found.spells[3]), "member 2009-06-01") << "who ratifies later is a party at once";
    EXPECT_EQ(text(found, found.spells[6]), "member 2009-03-21") << "in force by what others say";
    EXPECT_EQ(found.sources[found.spells[0].source], "A Z1 (one)");
    EXPECT_FALSE(found.complete_to[0]) << "an empty cell is not known, never not a party";
}

TEST(TreatyRows, ATreatyWithoutAnyDateOfForceIsNotInForce) {
    const auto found = spells("KAZ,TESTS,1996-09-30,2002-05-14,,,A,,\n");
    ASSERT_EQ(found.spells.size(), 2u);
    EXPECT_EQ(text(found, found.spells[1]), "ratified 2002-05-14");
}

TEST(TreatyRows, TheSignatureOfAStateThatAccededIsNoStepOnTheWay) {
    const auto found = spells("KAZ,NPT,1994-03-21,1994-02-14,1994-02-14,,A,,\n");
    ASSERT_EQ(found.spells.size(), 1u);
    EXPECT_EQ(text(found, found.spells[0]), "member 1994-02-14");
    const auto only_force = spells("KAZ,NPT,,,1994-02-14,,A,,\n");
    EXPECT_EQ(text(only_force, only_force.spells.at(0)), "member 1994-02-14");
}

TEST(TreatyRows, FaultsHaveTheirLine) {
    try {
        (void)spells("KAZ,PTBT,1994-06-07,1994-06-07,1994-06-07,1980-05-06,A,,\nKAZ,NPT,soon,,,,A,,\n");
        FAIL();
    } catch (const InputError& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("t.csv:2:6: the end is before the ratification"), std::string::npos) << what;
        EXPECT_NE(what.find("t.csv:3:3: 'soon' is no date"), std::string::npos) << what;
    }
}

TEST(TreatyRows, TheFirstDayOfAllIsACodeOfMissingAndNoRatification) {
    try {
        (void)spells("COM,CTBT,1996-12-12,0001-01-01,,,A,,\n");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(), "t.csv:2:4: '0001-01-01' is a code of missing, which is no date; empty the cell");
    }
}

}  // namespace treaty_rows_test
}  // namespace tarazy
