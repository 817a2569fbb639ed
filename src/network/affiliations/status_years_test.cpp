#include "network/affiliations/status_years.hpp"

#include "base/work_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace status_years_test {

AffiliationRecord small_record() {
    std::vector<std::string> warnings;
    return affiliation_record(read_membership_spells(
        read_csv("institution,iso3,start,end,right_censored_at\nCIS,KAZ,1991,,2014\nCIS,MNG,1991,2000,\n"
                 "NPT,KAZ,1994-02-14,,\n",
                 "m.csv"),
        {}, warnings));
}

TEST(StatusYears, EveryCellIsInOutOrUnknown) {
    const StatusYears years = status_years(small_record(), 1990, 2016, {}, {});
    EXPECT_EQ(years.states, (std::vector<std::string>{"KAZ", "MNG"}));
    EXPECT_EQ(years(0, 0, 1990), AffiliationStatus::outside);
    EXPECT_EQ(years(0, 0, 2014), AffiliationStatus::inside);
    EXPECT_EQ(years(0, 0, 2015), AffiliationStatus::unknown);
    EXPECT_EQ(years(1, 0, 2001), AffiliationStatus::outside);
    EXPECT_EQ(years(1, 1, 2001), AffiliationStatus::unknown);
    EXPECT_TRUE(years.founded(1, 1994) && !years.founded(1, 1993));
    EXPECT_TRUE(years.exists(1, 1990));
    EXPECT_FALSE(years.exists(0, 1990)) << "Kazakhstan is no state yet";
}

TEST(StatusYears, LimitsAndStops) {
    EXPECT_THROW((void)status_years(small_record(), 2000, 1999, {}, {}), UsageError);
    EXPECT_THROW((void)status_years(small_record(), -200'000'000, 2000, {}, {}), LimitError);
    expect_stoppable([](const Work& work) { (void)status_years(small_record(), 1990, 2016, {}, work); });
}

}  // namespace status_years_test
}  // namespace tarazy
