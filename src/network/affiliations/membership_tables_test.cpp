#include "network/affiliations/membership_tables.hpp"

#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace membership_tables_test {

AffiliationRecord record_of(const std::string& rows) {
    std::vector<std::string> warnings;
    return affiliation_record(read_membership_spells(
        read_csv("institution,iso3,status,start,end,right_censored_at,preferred,source\n" + rows, "m.csv"), {},
        warnings));
}

const std::string rows =
    "CIS,KAZ,member,1991,,2014,,cow\nCIS,RUS,member,1991,,2014,,cow\nSCO,KAZ,member,1996,,2014,no,cow\n"
    "SCO,KAZ,member,2001-06-15,,,yes,charter\nSCO,RUS,member,2001-06-15,,2014,,charter\nECO,KAZ,member,1992,2003-05-01,"
    "2014,,cow\n";

TEST(MembershipTables, TiesNameStatusSourcesAndLines) {
    std::vector<std::string> warnings;
    EXPECT_EQ(to_csv(tie_table(record_of(rows), 2002, 2002, {}, {}, warnings)),
              "year,state,institution,status,sources,rows,carried\n"
              "2002,KAZ,CIS,member,cow,2,0\n2002,KAZ,ECO,member,cow,7,0\n2002,KAZ,SCO,member,charter,5,0\n"
              "2002,RUS,CIS,member,cow,3,0\n2002,RUS,SCO,member,charter,6,0\n");
    YearRule both;
    both.policy = SourcePolicy::union_of;
    const Table ties = tie_table(record_of(rows), 1980, 2002, both, {}, warnings);
    EXPECT_EQ(ties["year"].integer(0), 1991) << "years without any tie have no row";
    EXPECT_EQ(ties["rows"].list(ties.rows() - 3), (std::vector<std::string>{"4", "5"}));
    EXPECT_EQ(ties["sources"].list(ties.rows() - 3), (std::vector<std::string>{"charter", "cow"}));
    EXPECT_THROW((void)tie_table(record_of(rows), 1900, 1910, {}, {}, warnings), InputError);
    EXPECT_THROW((void)tie_table(record_of(rows), 1910, 1900, {}, {}, warnings), UsageError);
}

TEST(MembershipTables, ThePanelCountsChangesOfWhatIsKnownInBothYears) {
    YearRule rule;
    rule.states = {"KAZ"};
    EXPECT_EQ(to_csv(panel_table(record_of(rows), 2000, 2003, rule, {})),
              "year,state,memberships,unknown,entries,exits,turnover,jaccard\n"
              "2000,KAZ,2,0,,,,\n2001,KAZ,3,0,1,0,0.2,0.666666666666667\n2002,KAZ,3,0,0,0,0,1\n"
              "2003,KAZ,2,0,0,1,0.2,0.666666666666667\n");
    const Table late = panel_table(record_of(rows), 2014, 2015, rule, {});
    EXPECT_EQ(late["memberships"].integer(1), 1);
    EXPECT_EQ(late["unknown"].integer(1), 1) << "the CIS ends with its source, the ECO was left before";
    EXPECT_EQ(late["exits"].integer(1), 0) << "what is not known is no exit";
    EXPECT_EQ(late["jaccard"].real(1), 1.0);
}

TEST(MembershipTables, ConflictsShowBothReadings) {
    EXPECT_EQ(to_csv(conflict_table(record_of(rows), {})),
              "institution,state,conflict,reading,chosen,preferred,status,start,end,source,rows,years_apart,apart_from,"
              "apart_to\n"
              "SCO,KAZ,1,1,1,1,member,2001-06-15,,charter,5,5,1996,2000\n"
              "SCO,KAZ,1,2,0,0,member,1996,,cow,4,5,1996,2000\n");
    YearRule both;
    both.policy = SourcePolicy::union_of;
    EXPECT_TRUE(conflict_table(record_of(rows), both)["chosen"].missing(0));
}

TEST(MembershipTables, EndWhenAskedTo) {
    expect_stoppable([](const Work& work) { (void)panel_table(record_of(rows), 1991, 2014, {}, work); });
    expect_stoppable([](const Work& work) {
        std::vector<std::string> warnings;
        (void)tie_table(record_of(rows), 1991, 2014, {}, work, warnings);
    });
}

}  // namespace membership_tables_test
}  // namespace tarazy
