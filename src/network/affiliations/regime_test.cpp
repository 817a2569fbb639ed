#include "network/affiliations/regime.hpp"

#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace regime_test {

AffiliationRecord record_of(const std::string& rows) {
    std::vector<std::string> warnings;
    const Table complete = read_csv("institution,complete_to\nNPT,2024\n", "i.csv");
    SpellReading reading;
    reading.institutions = &complete;
    return affiliation_record(read_membership_spells(
        read_csv("institution,iso3,start,end,preferred,source,note\n" + rows, "m.csv"), reading, warnings));
}

// NPT: 1970, 1970, 1980, 1994, never. CSA: two known, one by an upper bound.
const std::string rows =
    "NPT,RUS,1970-03-05,,,a,\nNPT,MNG,1970-03-05,,,a,\nNPT,TUR,1979,,no,b,\nNPT,TUR,1980-04-17,,yes,a,\n"
    "NPT,KAZ,1994-02-14,,,a,\nCSA,IND,1990,,,a,\nCSA,KAZ,1995,,,a,\nCSA,TUR,1999,,,a,upper bound: listed\n";

const Joining& joining(const Regime& regime, const std::string& state, const std::string& institution) {
    return *std::ranges::find_if(regime.joinings, [&](const Joining& one) {
        return regime.years.states[one.state] == state && regime.years.institutions[one.institution] == institution;
    });
}

TEST(Regime, CoverageRankAndWhatUnknownCellsAllow) {
    EXPECT_EQ(to_csv(regime_table(regime_of(record_of(rows), 2024, {}, {}))),
              "state,in,outside,unknown,of,coverage,coverage_upper,share_of_known,rank,rank_best,rank_worst,"
              "before_median,after_median\n"
              "KAZ,2,0,0,2,1,1,1,1,1,1,0,1\n"
              "TUR,2,0,0,2,1,1,1,1,1,1,0,1\n"
              "IND,1,1,0,2,0.5,0.5,0.5,3,3,5,0,0\n"
              "MNG,1,0,1,2,0.5,1,1,3,1,4,0,0\n"
              "RUS,1,0,1,2,0.5,1,1,3,1,4,0,0\n");
}

TEST(Regime, JoiningRelativeToTheMedianState) {
    const Regime regime = regime_of(record_of(rows), 2024, {}, {});
    // Of India, Mongolia, Russia and Turkey two were in by 1970: half.
    EXPECT_EQ(regime.median[1], 1970);
    EXPECT_EQ(regime.median_earliest[1], 1970);
    EXPECT_EQ(regime.median_latest[1], 1970);
    // Of the other treaty two states say nothing and a third is in by 1999.
    EXPECT_EQ(regime.median[0], 1990);
    EXPECT_EQ(regime.median_earliest[0], 1990);
    EXPECT_EQ(regime.median_latest[0], 1999);
    const Joining& kazakhstan = joining(regime, "KAZ", "NPT");
    EXPECT_EQ(kazakhstan.year, 1994);
    EXPECT_FALSE(kazakhstan.upper_bound);
    EXPECT_EQ(kazakhstan.before_median, -24);
    EXPECT_DOUBLE_EQ(*kazakhstan.share_before, 0.75) << "India alone was outside";
    const Joining& turkey = joining(regime, "TUR", "NPT");
    EXPECT_EQ(turkey.year, 1980);
    EXPECT_EQ(turkey.earliest, 1979);
    EXPECT_EQ(turkey.latest, 1980);
    EXPECT_TRUE(joining(regime, "TUR", "CSA").upper_bound);
    EXPECT_EQ(joining(regime, "TUR", "CSA").year, 1999);
    EXPECT_FALSE(joining(regime, "RUS", "CSA").year);
    EXPECT_EQ(joining(regime, "IND", "NPT").status, AffiliationStatus::outside);
    EXPECT_EQ(joining(regime, "RUS", "CSA").status, AffiliationStatus::unknown);
}

TEST(Regime, AGapInWhatIsKnownIsNoNewMembership) {
    std::vector<std::string> warnings;
    const auto record = affiliation_record(read_membership_spells(
        read_csv("institution,iso3,start,end,right_censored_at,source\nX,KAZ,1992,,2000,a\nX,KAZ,2005,,,b\n"
                 "Y,KAZ,1992,1995-01-01,,a\nY,KAZ,2001,,,a\n",
                 "m.csv"),
        {}, warnings));
    const Regime regime = regime_of(record, 2010, {}, {});
    EXPECT_EQ(joining(regime, "KAZ", "X").year, 1992);
    EXPECT_EQ(joining(regime, "KAZ", "Y").year, 2001) << "the latest membership";
}

TEST(Regime, EndsWhenAskedTo) {
    expect_stoppable([](const Work& work) { (void)regime_of(record_of(rows), 2024, {}, work); });
}

}  // namespace regime_test
}  // namespace tarazy
