#include "table/membership_rows.hpp"

#include "table/comma_table_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace membership_rows_test {

MembershipSpells spells(const std::string& csv, std::vector<std::string>* told = nullptr) {
    std::vector<std::string> warnings;
    MembershipSpells found = read_membership_spells(comma_table(csv, "m.csv"), {}, warnings);
    if (told != nullptr) *told = warnings;
    return found;
}

TEST(MembershipRows, TheMarksOfNotesAndCellsAreKept) {
    const auto found = spells(
        "institution,iso3,status,start,end,right_censored_at,preferred,source,note\n"
        "CIS,KAZ,member,1999,,2014,no,a,upper bound: listed by March\nCIS,TKM,member,1991,2004,,yes,a,last year "
        "coded\n");
    ASSERT_EQ(found.spells.size(), 2u);
    EXPECT_TRUE(found.spells[0].already_in);
    EXPECT_FALSE(found.spells[0].preferred);
    EXPECT_EQ(found.spells[0].known_to, 2014);
    EXPECT_TRUE(found.spells[1].through_last_year);
    EXPECT_EQ(found.sources[found.spells[1].source], "a");
}

TEST(MembershipRows, FirstAndLastYearsReachTheEndOfTheRecord) {
    std::vector<std::string> told;
    const auto found =
        spells("ccode,igo,status,first_year,last_year\n705,un,1,1992,2014\n705,cis,2,1993,1999\n", &told);
    ASSERT_EQ(found.spells.size(), 2u);
    const MembershipSpell& cis = found.spells[0];
    EXPECT_EQ(found.statuses[cis.status], "associate");
    EXPECT_EQ(last_year_of(*cis.end), 1999);
    EXPECT_TRUE(cis.through_last_year);
    EXPECT_FALSE(found.spells[1].end) << "2014 is where the record ends, not the membership";
    EXPECT_EQ(found.spells[1].known_to, 2014);
    EXPECT_EQ(found.complete_to, (std::vector<std::optional<int>>{2014, 2014}));
    ASSERT_EQ(told.size(), 1u);
    EXPECT_NE(told[0].find("2014, the last year of the table"), std::string::npos);
}

TEST(MembershipRows, StateYearsWithoutAGapAreOneSpell) {
    const auto found = spells(
        "year,ccode,igo,status\n1993,705,un,1\n1992,705,un,1\n1995,705,un,1\n1994,705,un,0\n1995,365,un,3\n1994,2,un,-"
        "1\n");
    ASSERT_EQ(found.spells.size(), 3u);
    EXPECT_EQ(found.states, (std::vector<std::string>{"KAZ", "RUS"})) << "0 and -1 say that there is no spell";
    EXPECT_EQ(first_year_of(*found.spells[0].start), 1992);
    EXPECT_EQ(last_year_of(*found.spells[0].end), 1993);
    EXPECT_EQ(std::vector(found.rows_of(found.spells[0]).begin(), found.rows_of(found.spells[0]).end()),
              (std::vector<std::uint32_t>{1, 0}));
    EXPECT_EQ(found.spells[1].known_to, 1995);
    EXPECT_THROW((void)spells("year,ccode,igo,status\n1993,705,un,-9\n"), InputError);
    EXPECT_THROW((void)spells("year,ccode,igo,status\n1993,705,un,1\n1993,705,un,3\n"), InputError)
        << "one year with two statuses";
}

TEST(MembershipRows, AReadingThatIsNotStrictKeepsTexts) {
    std::vector<std::string> warnings;
    SpellReading reading;
    reading.strict = false;
    const auto found = read_membership_spells(
        comma_table("institution,state,status,start,end,right_censored_at\nUN,Atlantis,1,1992,,2014\n", "m.csv"),
        reading, warnings);
    EXPECT_EQ(found.states, std::vector<std::string>{"Atlantis"});
    EXPECT_EQ(found.statuses, std::vector<std::string>{"1"});
}

TEST(MembershipRows, TwoStatusesOfAStateYearNameBothLinesOnce) {
    const std::string header = "year,iso3,igo,status,source\n";
    try {
        (void)spells(header + "1993,KAZ,un,1,a\n1993,KAZ,un,2,b\n1993,RUS,un,1,a\n1993,KAZ,un,3,a\n1993,KAZ,un,3,a\n");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(),
                     "m.csv:5:4: the status is observer, and on line 2 of the same state, institution and year it is "
                     "member; keep one row a state, institution and year, or name the source of each");
    }
    EXPECT_NO_THROW((void)spells(header + "1993,KAZ,un,1,a\n1993,KAZ,un,2,b\n")) << "rival sources";
}

}  // namespace membership_rows_test
}  // namespace tarazy
