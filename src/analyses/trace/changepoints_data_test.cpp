#include "analyses/trace/changepoints_data.hpp"

#include "analyses/every_method_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace changepoints_data_test {

StudySeries series_from(const std::string& csv, AnalysisPlan plan, const char* role = "series") {
    const Table table = read_csv(csv, "series.csv");
    return study_series(plan, {{role, &table}});
}

AnalysisPlan turning_plan() {
    AnalysisPlan plan = prepared_analysis("turning").plan;
    plan.tested.clear();
    return plan;
}

std::string complaint(const std::string& csv, const AnalysisPlan& plan) {
    try {
        (void)series_from(csv, plan);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

const std::string two_states =
    "state,year,pole,closeness\nUZB,2005,RUS,1\nUZB,2006,RUS,2\nUZB,2007,RUS,2\nUZB,2008,RUS,1\nKAZ,2007,RUS,3\n"
    "KAZ,2005,RUS,1\nKAZ,2006,RUS,2\nKAZ,2008,RUS,\nKAZ,2009,RUS,4\nKAZ,1999,RUS,7\n";

TEST(StudySeries, TheFocusStateAloneWhereNothingIsTested) {
    const StudySeries found = series_from(two_states, turning_plan());
    ASSERT_EQ(found.series.size(), 1u);
    EXPECT_EQ(found.series[0].state, "KAZ");
    EXPECT_EQ(found.series[0].series.name, "RUS");
    EXPECT_EQ(found.series[0].series.time, (std::vector<double>{2005, 2006, 2007, 2009}))
        << "in order, within the study";
    ASSERT_EQ(found.notes.size(), 2u);
    EXPECT_EQ(found.notes[0], "1 row has no value and were left out.");
    EXPECT_NE(found.notes[1].find("from 2007 to 2009"), std::string::npos) << found.notes[1];
}

TEST(StudySeries, ComparisonStatesWhereANumberOfTheSeriesIsTested) {
    AnalysisPlan plan = turning_plan();
    for (const char* tested : {"changes.RUS", "change_in.RUS.2010-2011", "state.UZB.p_any.RUS", "decisions_p"}) {
        plan.tested = {tested};
        const StudySeries found = series_from(two_states, plan);
        ASSERT_EQ(found.series.size(), 2u) << tested;
        EXPECT_EQ(found.series[1].state, "UZB");
    }
    plan.tested = {"changes.CHN"};
    EXPECT_EQ(series_from(two_states, plan).series.size(), 1u);
}

TEST(StudySeries, TimesThatAreNoYearsAreFoundByTheirName) {
    for (const char* header : {"series,t,y\n", "series,time,value\n", "pole,year,share\n"}) {
        const StudySeries found =
            series_from(header + std::string("A,2005,1\nA,2006,2\nA,2007,4\nA,2008,4\n"), turning_plan());
        ASSERT_EQ(found.series.size(), 1u) << header;
        EXPECT_EQ(found.series[0].series.time, (std::vector<double>{2005, 2006, 2007, 2008})) << header;
    }
    EXPECT_NE(complaint("series,when,y\nA,2005,1\n", turning_plan()).find("no column 'year'"), std::string::npos);
}

TEST(StudySeries, APlainTableHasNoStates) {
    AnalysisPlan plan = turning_plan();
    plan.parameters.set("time", std::string("t"));
    const StudySeries found = series_from("series,t,y\na,1,1\na,2,3\na,3,1\na,4,2\nb,1,5\n", plan);
    ASSERT_EQ(found.series.size(), 1u);
    EXPECT_EQ(found.series[0].state, "");
    ASSERT_EQ(found.notes.size(), 1u);
    EXPECT_NE(found.notes[0].find("b is left out: series b has 1 observation"), std::string::npos) << found.notes[0];
}

TEST(StudySeries, SeveralDomainsNeedAChoice) {
    const std::string csv =
        "state,year,domain,pole,closeness\nKAZ,2005,votes,RUS,1\nKAZ,2006,votes,RUS,2\nKAZ,2007,votes,RUS,2\n"
        "KAZ,2008,votes,RUS,5\nKAZ,2005,arms,RUS,1\n";
    AnalysisPlan plan = turning_plan();
    EXPECT_NE(complaint(csv, plan).find("by their domain: arms, votes; choose one"), std::string::npos);
    plan.parameters.set("domain", std::string("votes"));
    EXPECT_EQ(series_from(csv, plan).series.size(), 1u);
    plan.parameters.set("domain", std::string("trade"));
    EXPECT_NE(complaint(csv, plan).find("no row has the domain 'trade'"), std::string::npos);
}

TEST(StudySeries, IndicatorsAreChosenByName) {
    const std::string csv =
        "state,year,indicator,value\nKAZ,2005,oil,1\nKAZ,2006,oil,2\nKAZ,2007,oil,2\nKAZ,2008,oil,1\nKAZ,2005,gas,1\n";
    AnalysisPlan plan = turning_plan();
    plan.parameters.set("indicators", std::string("oil"));
    const StudySeries found = series_from(csv, plan, "indicators");
    ASSERT_EQ(found.series.size(), 1u);
    EXPECT_EQ(found.series[0].series.name, "oil");
    plan.parameters.set("indicators", std::string("oil; coal"));
    try {
        (void)series_from(csv, plan, "indicators");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("there is no indicator 'coal'"), std::string::npos);
    }
}

TEST(StudySeries, ATimeTwiceAndNoUsableSeriesAreErrors) {
    const AnalysisPlan plan = turning_plan();
    EXPECT_NE(complaint("state,year,pole,closeness\nKAZ,2005,RUS,1\nKAZ,2005,RUS,2\n", plan).find("2005"),
              std::string::npos);
    EXPECT_NE(
        complaint("state,year,pole,closeness\nKAZ,2005,RUS,1\nKAZ,2006,RUS,1\nKAZ,2007,RUS,1\nKAZ,2008,RUS,1\n", plan)
            .find("constant"),
        std::string::npos);
    EXPECT_NE(complaint("state,year,pole,closness\nKAZ,2005,RUS,1\n", plan).find("value"), std::string::npos);
}

}  // namespace changepoints_data_test
}  // namespace tarazy
