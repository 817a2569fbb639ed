#include "analyses/network/membership_readings.hpp"

#include "analyses/every_method_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace membership_readings_test {

TEST(MembershipReadings, ARivalSourceChangesATestedNumber) {
    PreparedAnalysis analysis = prepared_analysis("functions");
    analysis.plan.tested = {"coverage.dialogue"};
    EXPECT_EQ(analysis.method->other_readings(analysis.plan, analysis.roles()).rows(), 0u) << "nothing is disputed";
    analysis.tables["memberships"] = read_csv(
        "institution,iso3,start,end,status,source,right_censored_at\n"
        "ONE,KAZ,1995-01-01,,member,a,2016\nONE,UZB,1995-01-01,,member,a,2016\n"
        "TWO,KAZ,2001-06-15,,member,a,2016\nTWO,KAZ,2001-06-15,2010-01-01,member,b,2016\n",
        "m.csv");
    const Table readings = analysis.method->other_readings(analysis.plan, analysis.roles());
    ASSERT_EQ(readings.rows(), 1u);
    EXPECT_EQ(readings["entry"].display(0), "TWO, KAZ");
    EXPECT_EQ(readings["as_recorded"].display(0), "a");
    EXPECT_EQ(readings["other"].display(0), "b");
    EXPECT_EQ(readings["quantity"].display(0), "coverage.dialogue");
    EXPECT_EQ(readings["value"].real(0), 1);
    analysis.plan.parameters.set("source_policy", std::string("union"));
    EXPECT_EQ(analysis.method->other_readings(analysis.plan, analysis.roles()).rows(), 0u);
}

}  // namespace membership_readings_test
}  // namespace tarazy
