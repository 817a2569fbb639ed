#include "trace/event_data/chronology_sums.hpp"

#include "base/edtf_calendar.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"
#include "trace/event_data/dyad_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace chronology_sums_test {

const std::string head = "id,edtf,title,actors,cameo,goldstein,quad\n";

ChronologySums sums_of(const std::string& rows, const ChronologySumOptions& options) {
    const std::vector<Table> tables = {read_csv(head + rows, "chronology.csv")};
    return sum_chronology(tables, options);
}

ChronologySumOptions by_year() {
    ChronologySumOptions options;
    options.scale.unit = PeriodUnit::year;
    return options;
}

TEST(ChronologySums, TheFirstActorIsTheSourceAndEachOtherATarget) {
    const ChronologySums result =
        sums_of("e1,1992-05-23,A,KAZ.GOV;USA;RUS,057,8,VCOOP\ne2,1992-07,B,KAZ,010,0,\n", by_year());
    EXPECT_EQ(to_csv(dyad_table(result.sums)),
              "source,target,period,n,n_dedup,goldstein_sum,vcoop,mcoop,vconf,mconf,goldstein_mean\n"
              "KAZ,RUS,1992,1,1,8,1,0,0,0,8\n"
              "KAZ,USA,1992,1,1,8,1,0,0,0,8\n");
    EXPECT_EQ(result.events, 2u);
    EXPECT_EQ(result.without_target, 1u);
    ChronologySumOptions options = by_year();
    options.level = ActorLevel::actor;
    EXPECT_EQ(sums_of("e1,1992-05-23,A,KAZ.GOV;USA,057,8,\n", options).sums.actors,
              (std::vector<std::string>{"KAZ.GOV", "USA"}));
}

TEST(ChronologySums, AnUncertainDateCountsInProportionToDays) {
    const ChronologySums result = sums_of("e1,[1991-12-25..1992-01-07],A,KAZ;USA,057,,\n", by_year());
    EXPECT_EQ(result.in_proportion, 1u);
    EXPECT_EQ(to_csv(dyad_table(result.sums)),
              "source,target,period,n,n_dedup,goldstein_sum,vcoop,mcoop,vconf,mconf,goldstein_mean\n"
              "KAZ,USA,1991,0.5,0.5,4,0.5,0,0,0,8\n"
              "KAZ,USA,1992,0.5,0.5,4,0.5,0,0,0,8\n");
}

TEST(ChronologySums, EventsWithoutValueAddNothingToTheSum) {
    const ChronologySums result = sums_of("e1,1992,A,KAZ;USA,,,\ne2,1992,B,KAZ;USA,,4,MCOOP\n", by_year());
    EXPECT_EQ(to_csv(dyad_table(result.sums)),
              "source,target,period,n,n_dedup,goldstein_sum,vcoop,mcoop,vconf,mconf,goldstein_mean\n"
              "KAZ,USA,1992,2,2,4,0,1,0,0,4\n");
}

TEST(ChronologySums, TheSameDateDyadAndCodeIsOneEvent) {
    ChronologySumOptions options = by_year();
    const std::string rows = "e1,1992-05-23,A,KAZ;USA,057,8,\ne2,1992-05-23,B,KAZ;USA,057,8,\n";
    EXPECT_EQ(sums_of(rows, options).sums.cells[0].n_dedup, 1);
    EXPECT_EQ(sums_of(rows, options).sums.cells[0].goldstein_sum, 16);
    options.distinct_only = true;
    EXPECT_EQ(sums_of(rows, options).sums.cells[0].goldstein_sum, 8);
}

TEST(ChronologySums, ANamedRuleGoesByTheCode) {
    ChronologySumOptions options = by_year();
    options.quad = QuadRule::gdelt;
    EXPECT_EQ(sums_of("e1,1992,A,KAZ;USA,090,,VCONF\n", options).sums.cells[0].quads[1], 1);
    EXPECT_EQ(sums_of("e1,1992,A,KAZ;USA,090,,\n", by_year()).sums.cells[0].quads[2], 1);
}

TEST(ChronologySums, WhatCannotBeCountedIsTold) {
    const ChronologySums result = sums_of("e1,../1992,A,KAZ;USA,057,8,\ne2,1992,B,KAZ;USA,057,8,\n", by_year());
    ASSERT_EQ(result.warnings.size(), 1u);
    EXPECT_EQ(
        result.warnings[0],
        "chronology.csv:2:2: the event e1 (../1992) is not counted: its days have no bound; give an earliest and a "
        "latest day");
    EXPECT_THROW((void)sums_of("e1,../1992,A,KAZ;USA,057,8,\n", by_year()), InputError);
    EXPECT_THROW((void)sums_of("e1,1992,A,KAZ;USA,57,8,\n", by_year()), InputError);
    EXPECT_THROW((void)sums_of("e1,1992,A,KAZ;USA,057,much,\n", by_year()), InputError);
    EXPECT_THROW((void)sums_of("e1,Y999999999,A,KAZ;USA,057,8,\n", ChronologySumOptions{}), InputError);
}

TEST(ChronologySums, TheOrderOfRowsDoesNotMatter) {
    const std::string a = "e1,[1991-12-25..1992-01-10],A,KAZ;USA,057,0.1,\n", b = "e2,1992,B,KAZ;USA,042,0.2,\n",
                      c = "e3,[1991-11-01..1992-02],C,KAZ;USA,036,0.7,\n";
    const std::string expected = to_csv(dyad_table(sums_of(a + b + c, by_year()).sums));
    EXPECT_EQ(to_csv(dyad_table(sums_of(c + a + b, by_year()).sums)), expected);
    EXPECT_EQ(to_csv(dyad_table(sums_of(b + c + a, by_year()).sums)), expected);
}

TEST(ChronologySums, TheShippedChronologyIsCountedWhole) {
    const std::string file = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/chronology.csv";
    const std::vector<Table> tables = {read_table(file)};
    for (const SpanRule rule : {SpanRule::start, SpanRule::spread}) {
        ChronologySumOptions options = by_year();
        options.spans = rule;
        const ChronologySums result = sum_chronology(tables, options);
        EXPECT_EQ(result.events, tables[0].rows());
        EXPECT_TRUE(result.warnings.empty());
    }
}

}  // namespace chronology_sums_test
}  // namespace tarazy
