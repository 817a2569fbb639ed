#include "network/affiliations/affiliation_status.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace affiliation_status_test {

constexpr auto in = AffiliationStatus::inside;
constexpr auto out = AffiliationStatus::outside;
constexpr auto unknown = AffiliationStatus::unknown;

AffiliationRecord record_of(const std::string& rows) {
    std::vector<std::string> warnings;
    return affiliation_record(read_membership_spells(
        read_csv("institution,iso3,status,start,end,right_censored_at,preferred,source,note\n" + rows, "m.csv"), {},
        warnings));
}

AffiliationStatus status(const std::string& rows, int year, const YearRule& rule = {}) {
    const AffiliationRecord record = record_of(rows);
    return affiliation_in_year(record, record.pairs.at(0), year, rule).status;
}

YearRule with_policy(SourcePolicy policy) {
    YearRule rule;
    rule.policy = policy;
    return rule;
}

YearRule at_moment(YearMoment moment) {
    YearRule rule;
    rule.moment = moment;
    return rule;
}

TEST(AffiliationStatus, AtTheEndOfTheYearBetweenStartAndEnd) {
    const std::string rows = "X,KAZ,member,1992-12-31,1999-12-31,,,,\n";
    EXPECT_EQ(status(rows, 1991), out);
    EXPECT_EQ(status(rows, 1992), in);
    EXPECT_EQ(status(rows, 1998), in);
    EXPECT_EQ(status(rows, 1999), out) << "the end is the first day outside";
    EXPECT_EQ(status(rows, 1999, at_moment(YearMoment::any)), in);
    EXPECT_EQ(status(rows, 1999, at_moment(YearMoment::mid_year)), in);
    EXPECT_EQ(status(rows, 1992, at_moment(YearMoment::mid_year)), out);
    EXPECT_EQ(status("X,KAZ,member,1992,2000-01-01,,,,\n", 2000, at_moment(YearMoment::any)), out);
    EXPECT_EQ(status("X,KAZ,member,1992,2004,,,,last year coded\n", 2004), in);
}

TEST(AffiliationStatus, NothingIsAssertedAfterTheSourceEndsUnlessCarriedForward) {
    const std::string rows = "X,KAZ,member,1992,,2014,,,\n";
    EXPECT_EQ(status(rows, 2014), in);
    EXPECT_EQ(status(rows, 2015), unknown) << "never out";
    YearRule rule;
    rule.carry_forward = true;
    const AffiliationRecord record = record_of(rows);
    const AffiliationReading carried = affiliation_in_year(record, record.pairs[0], 2015, rule);
    EXPECT_EQ(carried.status, in);
    EXPECT_TRUE(carried.carried);
    EXPECT_FALSE(affiliation_in_year(record, record.pairs[0], 2014, rule).carried);
    EXPECT_EQ(status("X,KAZ,member,1992,2004,,,,last year coded\nX,RUS,member,1992,,2014,,,\n", 2015), unknown)
        << "it may have come back after the record ends";
}

TEST(AffiliationStatus, UpperBoundsAndUnknownStartsAreNotZero) {
    EXPECT_EQ(status("X,KAZ,member,1999,,,,,upper bound: listed by March\n", 1998), unknown);
    EXPECT_EQ(status("X,KAZ,member,1999,,,,,upper bound: listed by March\n", 1999), in);
    EXPECT_EQ(status("X,KAZ,member,,1999-04-02,,,,\n", 1998), unknown);
    EXPECT_EQ(status("X,KAZ,member,,1999-04-02,,,,\n", 1999), out);
    EXPECT_EQ(status("X,KAZ,member,,1999-04-02,,,,\n", 1999, at_moment(YearMoment::any)), in);
    EXPECT_EQ(status("X,KAZ,member,1999,,,,a,upper bound: listed\nX,KAZ,member,1996,,,,b,\n", 1995), out)
        << "another source knows the start";
}

TEST(AffiliationStatus, ASignatureLeadsToMembership) {
    const std::string both = "X,KAZ,signatory,2014-05-06,,,,a,\nX,KAZ,member,2015,,,,b,\n";
    EXPECT_EQ(status(both, 2014), out);
    EXPECT_EQ(status(both, 2015), in);
    YearRule signatories;
    signatories.statuses = {"signatory"};
    EXPECT_EQ(status(both, 2014, signatories), in);
    EXPECT_EQ(status(both, 2015, signatories), out) << "a member has signed, and is more";
    EXPECT_EQ(status("X,KAZ,signatory,2014-05-06,,,,a,\n", 2016), unknown) << "it may have joined since";
    EXPECT_EQ(status("X,KAZ,signatory_not_ratified,1996,,,,a,\n", 2016), out);
    EXPECT_EQ(status("X,KAZ,member,2002,,2014,,a,\nX,KAZ,participation_frozen,2024,,,,b,\n", 2024), out);
}

TEST(AffiliationStatus, PoliciesWhereSourcesContradictOneAnother) {
    const std::string rows = "IAEA,CHN,member,1971,,2014,no,cow,\nIAEA,CHN,member,1984-01-01,,,yes,iaea,\n";
    EXPECT_EQ(status(rows, 1980), out) << "the preferred reading";
    EXPECT_EQ(status(rows, 1980, with_policy(SourcePolicy::union_of)), in);
    EXPECT_EQ(status(rows, 1980, with_policy(SourcePolicy::intersection)), out);
    EXPECT_EQ(status(rows, 1990, with_policy(SourcePolicy::intersection)), in);
    EXPECT_EQ(status(rows, 2020), in) << "a reading whose source has ended is passed over";
    EXPECT_EQ(status(rows, 2020, with_policy(SourcePolicy::intersection)), in);
}

TEST(AffiliationStatus, DrawsTakeEachReadingAsOftenAndTheSameForAllYears) {
    const AffiliationRecord record =
        record_of("IAEA,CHN,member,1971,,2014,no,cow,\nIAEA,CHN,member,1984-01-01,,,yes,iaea,\n");
    const AffiliationRecord turned =
        record_of("IAEA,CHN,member,1984-01-01,,,yes,iaea,\nIAEA,CHN,member,1971,,2014,no,cow,\n");
    YearRule rule = with_policy(SourcePolicy::draw);
    int inside = 0;
    for (rule.replicate = 0; rule.replicate < 1000; ++rule.replicate) {
        const auto one = affiliation_in_year(record, record.pairs[0], 1980, rule).status;
        EXPECT_EQ(one, affiliation_in_year(record, record.pairs[0], 1983, rule).status);
        EXPECT_EQ(one, affiliation_in_year(turned, turned.pairs[0], 1980, rule).status) << "whatever the order of rows";
        inside += one == in ? 1 : 0;
    }
    EXPECT_NEAR(inside, 500, 60);
}

TEST(AffiliationStatus, WordsOfTheOptions) {
    EXPECT_EQ(year_moment("mid-year"), YearMoment::mid_year);
    EXPECT_EQ(source_policy("union"), SourcePolicy::union_of);
    EXPECT_THROW((void)source_policy("onion"), UsageError);
}

}  // namespace affiliation_status_test
}  // namespace tarazy
