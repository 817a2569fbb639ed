#include "table/membership_spells.hpp"

#include "base/edtf_calendar.hpp"
#include "table/comma_table_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace membership_spells_test {

MembershipSpells spells(const std::string& csv, SpellReading reading = {}) {
    std::vector<std::string> warnings;
    return read_membership_spells(comma_table(csv, "m.csv"), reading, warnings);
}

std::string faults(const std::string& csv) {
    try {
        (void)spells(csv);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

TEST(MembershipSpells, ADateIsTheDaysItCanMean) {
    EXPECT_EQ(spell_date("2002"), (SpellDate{day_number({2002, 1, 1}), day_number({2002, 12, 31})}));
    EXPECT_EQ(spell_date("2002-06"), (SpellDate{day_number({2002, 6, 1}), day_number({2002, 6, 30})}));
    EXPECT_EQ(spell_date("1964-05-08?"), (SpellDate{day_number({1964, 5, 8}), day_number({1964, 5, 8})}));
    for (const char* text : {"", "soon", "2002-13", "2002/2004", "02", "2002-06-31", "-9"})
        EXPECT_FALSE(spell_date(text)) << text;
}

TEST(MembershipSpells, StandByInstitutionAndStateWhateverTheOrderOfTheRows) {
    const auto one =
        spells("institution,state,start,end,right_censored_at\nUN,705,1992,,2014\nCIS,Russia,1991,,2014\n");
    EXPECT_EQ(one.institutions, (std::vector<std::string>{"CIS", "UN"}));
    EXPECT_EQ(one.states, (std::vector<std::string>{"KAZ", "RUS"}));
    ASSERT_EQ(one.spells.size(), 2u);
    EXPECT_EQ(one.line(one.rows_of(one.spells[0]).front()), 3u) << "the row of the CIS";
    EXPECT_EQ(one.of_pair(1, 0).size(), 1u);
    EXPECT_TRUE(one.of_pair(0, 0).empty());
    EXPECT_EQ(one.complete_to, (std::vector<std::optional<int>>{2014, 2014}));
    EXPECT_EQ(one.statuses, std::vector<std::string>{"member"}) << "without a column all are members";
}

TEST(MembershipSpells, ATableThatCannotTellHowFarItIsCompleteIsTakenAsCompleteAndThatIsSaid) {
    std::vector<std::string> warnings;
    const auto found =
        read_membership_spells(comma_table("institution,state,start,end\nUN,KAZ,1992,\n", "m.csv"), {}, warnings);
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_NE(warnings[0].find("a state without a row is read as outside"), std::string::npos);
    EXPECT_GT(*found.complete_to[0], 9999);
    const Table list = comma_table("institution,complete_to\nUN,2020\n", "i.csv");
    SpellReading reading;
    reading.institutions = &list;
    EXPECT_EQ(*spells("institution,state,start,end,right_censored_at\nUN,KAZ,1992,,2014\n", reading).complete_to[0],
              2020);
}

/// 4294969310 is 2014 in the lower half of its bits.
TEST(MembershipSpells, NumbersThatAreNoYearsAreNotCutToSome) {
    EXPECT_NE(faults("institution,state,start,end,right_censored_at\nUN,KAZ,1992,,4294969310\n").find("is no year"),
              std::string::npos);
    EXPECT_NE(faults("institution,state,year\nUN,KAZ,4294969310\n").find("the row has no year"), std::string::npos);
    const Table list = comma_table("institution,complete_to\nUN,4294969316\n", "i.csv");
    SpellReading reading;
    reading.institutions = &list;
    EXPECT_THROW((void)spells("institution,state,start,end\nUN,KAZ,1992,\n", reading), InputError);
}

TEST(MembershipSpells, FaultyRowsAreAllNamedWithTheirLine) {
    const std::string what = faults(
        "institution,state,status,start,end,right_censored_at\n"
        "UN,KAZ,member,1992,1991,\n"
        "UN,Atlantis,member,1992,,\n"
        "UN,UZB,-9,1992,,\n"
        "UN,TJK,member,,,\n"
        "UN,KGZ,member,soon,,\n"
        "UN,TKM,member,1992,,1990\n"
        "UN,,member,1992,,\n");
    EXPECT_NE(what.find("m.csv:2:5: the spell ends in 1991, before it starts"), std::string::npos) << what;
    EXPECT_NE(what.find("m.csv:3:2: no state has the code or name 'Atlantis'"), std::string::npos) << what;
    EXPECT_NE(what.find("m.csv:4:3: the status is -9, a code of missing, which is no value"), std::string::npos)
        << what;
    EXPECT_NE(what.find("m.csv:5:4: the spell has neither start nor end"), std::string::npos) << what;
    EXPECT_NE(what.find("m.csv:6:4: 'soon' is no date"), std::string::npos) << what;
    EXPECT_NE(what.find("m.csv:7:6: the source ends in 1990, before the spell starts"), std::string::npos) << what;
    EXPECT_NE(what.find("m.csv:8:2: the row names no state"), std::string::npos) << what;
    EXPECT_NE(faults("institution,state,start,end\n").find("no memberships"), std::string::npos);
    EXPECT_NE(faults("institution,start,end\nUN,1992,\n").find("iso3"), std::string::npos);
}

TEST(MembershipSpells, OneSourceDoesNotSayTwoThingsOfTheSameDays) {
    const std::string header = "institution,state,status,start,end,source\n";
    const std::string what = faults(header + "CIS,UKR,member,1991,1994,a\nCIS,UKR,observer,1993,,a\n");
    EXPECT_NE(what.find("m.csv:3:3: UKR is observer of CIS while line 2 says member"), std::string::npos) << what;
    EXPECT_EQ(faults(header + "CIS,UKR,member,1991,1994,a\nCIS,UKR,observer,1993,,b\n"), "no error") << "rival sources";
    EXPECT_EQ(faults(header + "CIS,UKR,member,1991,1993,a\nCIS,UKR,observer,1993,,a\n"), "no error")
        << "one after the other";
    EXPECT_EQ(faults(header + "AIIB,KAZ,signatory,2015,,a\nAIIB,KAZ,member,2016,,a\n"), "no error")
        << "a step of joining";
}

TEST(MembershipSpells, FaultyRowsCanBeLeftOutAndAreTold) {
    std::vector<std::string> warnings;
    SpellReading reading;
    reading.leave_out_faulty = true;
    const auto found = read_membership_spells(
        comma_table("institution,state,start,end,right_censored_at\nUN,KAZ,1992,1991,\nUN,UZB,1992,,2014\n", "m.csv"),
        reading, warnings);
    EXPECT_EQ(found.spells.size(), 1u);
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0], "left out: m.csv:2:4: the spell ends in 1991, before it starts");
}

TEST(MembershipSpells, StatesWithoutAnIsoCodeHaveTheirAbbreviation) {
    EXPECT_EQ(member_code("511"), "ZAN");
    EXPECT_EQ(member_code("705"), "KAZ");
    EXPECT_EQ(member_code("365"), "RUS");
    EXPECT_FALSE(member_code("Atlantis"));
}

TEST(MembershipSpells, RowsThatStandTwiceAreToldWithBothLines) {
    std::vector<std::string> warnings;
    const std::string row = "UN,KAZ,1992,,2014\n";
    (void)read_membership_spells(
        comma_table("institution,state,start,end,right_censored_at\n" + row + "UN,UZB,1992,,2014\n" + row, "m.csv"), {},
        warnings);
    EXPECT_EQ(warnings,
              std::vector<std::string>{
                  "the memberships have rows that repeat an earlier one (its line in brackets) and count once: 4 (2)"});
}

TEST(MembershipSpells, ContradictionsOfOneSourceAreRefusedByEveryReader) {
    SpellReading reading;
    reading.strict = false;
    const std::string chosen =
        "institution,state,status,start,end,preferred\nCIS,UKR,member,1991,,no\nCIS,UKR,observer,1991,,yes\n";
    EXPECT_EQ(spells(chosen, reading).spells.size(), 2u) << "the compiler has chosen one of the two";
    EXPECT_THROW(
        (void)spells("institution,state,status,start,end\nCIS,UKR,member,1991,\nCIS,UKR,observer,1991,\n", reading),
        InputError);
}

}  // namespace membership_spells_test
}  // namespace tarazy
