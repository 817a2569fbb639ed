#include "network/affiliations/affiliation_record.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace affiliation_record_test {

AffiliationPair pair_of(const std::string& rows) {
    std::vector<std::string> warnings;
    auto record = affiliation_record(read_membership_spells(
        read_csv("institution,iso3,status,start,end,right_censored_at,preferred,source,note\n" + rows, "m.csv"), {},
        warnings));
    EXPECT_EQ(record.pairs.size(), 1u);
    return record.pairs.at(0);
}

TEST(AffiliationRecord, AYearAgreesWithItsDaysAndASourceThatEndsWithWhatComesAfter) {
    for (const char* rows : {"WTO,RUS,member,2012,,2014,,a,\nWTO,RUS,member,2012-08-22,,,,b,\n",
                             "X,RUS,member,2000,,2014,,a,\nX,RUS,member,2000,2020,,,b,\n",
                             "X,RUS,member,2010,,,,a,upper bound: listed\nX,RUS,member,2004,,,,b,\n",
                             "X,RUS,observer,2000,2004,,,a,\nX,RUS,member,2004,,,,b,\n",
                             "X,RUS,signatory,2000,,,,a,\nX,RUS,member,2004,,,,b,\n"}) {
        EXPECT_TRUE(pair_of(rows).conflicts.empty()) << rows;
    }
    for (const char* rows : {"X,RUS,member,1971,,2014,,a,\nX,RUS,member,1984-01-01,,,,b,\n",
                             "X,RUS,member,2000,,,,a,\nX,RUS,member,2000,2010,,,b,\n",
                             "X,RUS,member,2002,,2014,,a,\nX,RUS,member,2002,2012,,,b,\n",
                             "X,RUS,member,2000,2004,,,a,upper bound: listed\nX,RUS,member,2002,2004,,,b,\n",
                             "X,RUS,member,2000,,,,a,\nX,RUS,observer,2003,,,,b,\n"}) {
        EXPECT_EQ(pair_of(rows).conflicts.size(), 1u) << rows;
    }
}

TEST(AffiliationRecord, PreferredReadingsStandFirstThenTheOrderOfTheTable) {
    const auto pair = pair_of(
        "OIC,UZB,member,1996,,,no,b,conflict: COW codes "
        "1995\nOIC,UZB,member,1995,,2014,yes,a,\nOIC,UZB,observer,1990,1993,,yes,c,\n");
    ASSERT_EQ(pair.conflicts.size(), 1u);
    ASSERT_EQ(pair.conflicts[0].readings.size(), 2u);
    EXPECT_EQ(pair.conflicts[0].readings[0].source, "a");
    EXPECT_EQ(pair.conflicts[0].readings[1].source, "b");
    EXPECT_EQ(pair.agreed.size(), 1u) << "what nobody disputes belongs to every reading";
}

TEST(AffiliationRecord, ASourceThatContradictsItselfHasAReadingALine) {
    const auto pair = pair_of("X,TUR,member,1929-05-25,,,,a,\nX,TUR,member,1929-10-05,,,,a,\n");
    ASSERT_EQ(pair.conflicts.size(), 1u);
    EXPECT_EQ(pair.conflicts[0].readings[0].source, "a, line 2");
    EXPECT_EQ(pair.conflicts[0].readings[1].source, "a, line 3");
}

TEST(AffiliationRecord, ARowThatStandsTwiceIsNoRivalOfItself) {
    EXPECT_TRUE(pair_of("X,TUR,member,1929,1950,,,,\nX,TUR,member,1929,1950,,,,\n").conflicts.empty());
    const auto pair = pair_of("X,TUR,member,1929,1950,,,,\nX,TUR,member,1931,1950,,,,\nX,TUR,member,1929,1950,,,,\n");
    ASSERT_EQ(pair.conflicts.size(), 1u);
    ASSERT_EQ(pair.conflicts[0].readings.size(), 2u);
    EXPECT_EQ(pair.conflicts[0].readings[0].source, "line 2");
    EXPECT_EQ(pair.conflicts[0].readings[0].spells.size(), 2u);
    EXPECT_EQ(pair.conflicts[0].readings[1].source, "line 3");
}

TEST(AffiliationRecord, TwoDisputesAboutOnePairAreTwoConflicts) {
    const auto pair = pair_of(
        "X,TUR,member,1950,1960,,,a,\nX,TUR,member,1952,1960,,,b,\nX,TUR,member,1980,1990,,,a,\nX,TUR,member,1980,1991,"
        ",,b,\n");
    EXPECT_EQ(pair.conflicts.size(), 2u);
}

}  // namespace affiliation_record_test
}  // namespace tarazy
