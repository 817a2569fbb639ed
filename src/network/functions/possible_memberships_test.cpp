#include "network/functions/possible_memberships.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace possible_memberships_test {

/// UN and WTO are known to 2014 only; in OTS (of which the table is silent) KAZ is since 2009.
AffiliationRecord record() {
    std::vector<std::string> warnings;
    return affiliation_record(read_membership_spells(
        read_csv("institution,iso3,status,start,end,right_censored_at\nUN,KAZ,member,1992,,2014\n"
                 "UN,UZB,member,1992,,2014\nWTO,UZB,observer,1995,,2014\nWTO,KGZ,member,1998,,2014\n"
                 "OTS,KAZ,member,2009,,\n",
                 "m.csv"),
        {}, warnings));
}

std::size_t place(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

TEST(PossibleMemberships, InstitutionsOfWhichNobodyIsKnownStand) {
    const AffiliationRecord spells = record();
    const YearRule rule;
    const YearNetwork year = network_of_year(spells, 2020, rule);
    ASSERT_EQ(year.network.institutions, (std::vector<std::string>{"OTS"}));
    const PossibleMemberships possible = possible_memberships(spells, year, rule);
    EXPECT_EQ(possible.network.institutions, (std::vector<std::string>{"OTS", "UN", "WTO"}));
    EXPECT_EQ(possible.network.actors, year.network.actors);
    const std::size_t kaz = place(possible.network.actors, "KAZ"), uzb = place(possible.network.actors, "UZB");
    EXPECT_TRUE(possible.network.ties(kaz, 0));
    EXPECT_FALSE(possible.unknown(kaz, 0));
    EXPECT_TRUE(possible.unknown(kaz, 1)) << "its source ends in 2014";
    EXPECT_TRUE(possible.unknown(uzb, 2)) << "an observer may have joined";
    EXPECT_EQ(count_bits(possible.network.ties.row(uzb)), 0u);
}

TEST(PossibleMemberships, WithinTheSourcesNothingIsAdded) {
    const AffiliationRecord spells = record();
    const YearRule rule;
    const YearNetwork year = network_of_year(spells, 2010, rule);
    const PossibleMemberships possible = possible_memberships(spells, year, rule);
    EXPECT_EQ(possible.network.institutions, year.network.institutions);
    EXPECT_EQ(possible.network.ties, year.network.ties);
    EXPECT_EQ(possible.unknown, year.unknown);
}

TEST(PossibleMemberships, NobodyIsInWhatIsNotFounded) {
    const InstitutionFunctions functions = read_institution_functions(
        read_csv("institution,founded_or_in_force,functions\nOTS,2009,talk\nUN,1945,talk\nWTO,2030,trade\n", "f.csv"));
    EXPECT_EQ(functions.founded, (std::vector<std::optional<int>>{2009, 1945, 2030}));
    const AffiliationRecord spells = record();
    const YearRule rule;
    PossibleMemberships possible = possible_memberships(spells, network_of_year(spells, 2020, rule), rule);
    EXPECT_EQ(settle_unfounded(possible, functions, 2020), (std::vector<std::string>{"WTO"}));
    EXPECT_FALSE(possible.unknown(place(possible.network.actors, "UZB"), 2));
    EXPECT_TRUE(possible.unknown(place(possible.network.actors, "UZB"), 1));
    EXPECT_TRUE(settle_unfounded(possible, functions, 2020).empty());
}

}  // namespace possible_memberships_test
}  // namespace tarazy
