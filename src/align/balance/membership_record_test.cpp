#include "align/balance/membership_record.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace membership_record_test {

const std::string header = "institution,iso3,status,start,end,right_censored_at,preferred,note\n";

MembershipRecord record(const std::string& rows, const std::string& institutions = "institution\nCIS\nNPT\nCSTO\n") {
    return {read_csv(header + rows, "spells.csv"), read_csv(institutions, "institutions.csv"), {"member"}};
}

std::string fault(const std::string& rows) {
    try {
        (void)record(rows);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

TEST(MembershipRecord, AfterTheCensoringYearNothingIsKnownUnlessTheEndIs) {
    const auto r = record("CIS,KAZ,member,1992,,2014,,\nCIS,TKM,member,1991,2004,,,\nCIS,RUS,member,1991,,,,\n");
    EXPECT_EQ(r.status("CIS", "KAZ", 1991), Membership::out);
    EXPECT_EQ(r.status("CIS", "KAZ", 1992), Membership::in);
    EXPECT_EQ(r.status("CIS", "KAZ", 2014), Membership::in);
    EXPECT_EQ(r.status("CIS", "KAZ", 2015), Membership::unknown);
    EXPECT_EQ(r.status("CIS", "TKM", 2004), Membership::in);
    EXPECT_EQ(r.status("CIS", "TKM", 2005), Membership::out);
    EXPECT_EQ(r.status("CIS", "TKM", 2015), Membership::unknown) << "it may have come back after the list ends";
    EXPECT_EQ(r.status("CIS", "RUS", 2020), Membership::in) << "a start without censoring lasts";
    EXPECT_EQ(r.status("CIS", "USA", 2014), Membership::out);
    EXPECT_EQ(r.status("CIS", "USA", 2015), Membership::unknown);
}

TEST(MembershipRecord, AnAbsentRowOfATreatyIsNotAZero) {
    const auto r = record("NPT,KAZ,member,1994-02-14,,,,\nCIS,KAZ,member,1992,,2014,,\n");
    EXPECT_EQ(r.status("NPT", "KAZ", 1994), Membership::in);
    EXPECT_EQ(r.status("NPT", "RUS", 1994), Membership::unknown);
    EXPECT_EQ(r.compared(), std::vector<std::string>{"CIS"});
    EXPECT_EQ(r.left_out(), (std::vector<std::string>{"CSTO", "NPT"}));
    const auto declared = record("NPT,KAZ,member,1994-02-14,,,,\n", "institution,complete_to\nNPT,2025\n");
    EXPECT_EQ(declared.status("NPT", "RUS", 1994), Membership::out);
    EXPECT_EQ(declared.compared(), std::vector<std::string>{"NPT"});
}

TEST(MembershipRecord, UpperBoundsUnknownStartsAndOtherReadings) {
    const auto r = record(
        "CIS,KAZ,member,1999,,2014,yes,upper bound: listed by March\nCIS,UZB,member,,1999-04-02,,,\n"
        "CIS,GEO,member,1993,,2014,no,\nCIS,UKR,observer,1993,,2014,yes,\n");
    EXPECT_EQ(r.status("CIS", "KAZ", 1998), Membership::unknown);
    EXPECT_EQ(r.status("CIS", "KAZ", 1999), Membership::in);
    EXPECT_EQ(r.status("CIS", "UZB", 1998), Membership::unknown);
    EXPECT_EQ(r.status("CIS", "UZB", 1999), Membership::in);
    EXPECT_EQ(r.status("CIS", "UZB", 2000), Membership::out);
    EXPECT_EQ(r.status("CIS", "GEO", 2000), Membership::out) << "not the preferred reading";
    EXPECT_EQ(r.status("CIS", "UKR", 2000), Membership::out) << "an observer is not a member";
    EXPECT_TRUE(r.covers("UKR"));
    EXPECT_FALSE(r.covers("DEU"));
}

TEST(MembershipRecord, FaultsHaveTheirPlace) {
    const std::string all = fault(
        "CIS,KAZ,member,1992,1990,,,\nCIS,RUS,member,,,,,\nCIS,UZB,member,about "
        "1993,,,,\nCIS,BLR,member,2016,,2014,,\n");
    for (const char* part : {"spells.csv:2:5: the spell ends in 1990", "spells.csv:3:4: the spell has neither",
                             "spells.csv:4:4: 'about 1993' is no date", "spells.csv:5:6: the source ends in 2014"}) {
        EXPECT_NE(all.find(part), std::string::npos) << part << "\nnot in\n" << all;
    }
}

TEST(MembershipRecord, RowsAreThoseThatSaySomethingOfTheYear) {
    const Table spells = read_csv(
        "institution,iso3,status,start,end,right_censored_at,preferred\n"
        "CIS,KAZ,member,1991,1995,2016,yes\n"
        "CIS,KAZ,member,2000,,2016,yes\n"
        "CIS,KAZ,observer,1996,1999,2016,yes\n"
        "CIS,KAZ,member,1998,,2016,no\n"
        "NPT,KAZ,member,1994,,2016,yes\n",
        "spells.csv");
    const MembershipRecord known(spells, read_csv("institution\nCIS\nNPT\n", "list.csv"), {"member"});
    EXPECT_EQ(known.rows("CIS", "KAZ", 1993), (std::vector<std::size_t>{0}));
    EXPECT_EQ(known.rows("CIS", "KAZ", 1998), (std::vector<std::size_t>{}));
    EXPECT_EQ(known.rows("CIS", "KAZ", 2005), (std::vector<std::size_t>{1}));
    EXPECT_EQ(known.rows("NPT", "RUS", 2005), (std::vector<std::size_t>{}));
}

}  // namespace membership_record_test
}  // namespace tarazy
