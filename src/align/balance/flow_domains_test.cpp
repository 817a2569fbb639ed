#include "align/balance/flow_domains.hpp"

#include "align/balance/composition.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "stats/line_fit.hpp"
#include "stats/quantile.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace flow_domains_test {

FlowOptions options() {
    FlowOptions o;
    o.domain = "imports";
    o.poles = {{"RUS", {"RUS"}}, {"CHN", {"CHN"}}, {"WEST", {"USA", "FRA"}}};
    return o;
}

DomainSeries series(const std::string& csv, const FlowOptions& o = options()) {
    return flow_domain(read_csv(csv, "trade.csv"), o);
}

std::string fault(const std::string& csv, const FlowOptions& o = options()) {
    try {
        (void)series(csv, o);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

std::vector<double> pole_draws(const DomainDraws& one, std::size_t pole, std::size_t poles = 3) {
    std::vector<double> draws;
    for (std::size_t d = 0; d < one.draws; ++d) draws.push_back(one.closeness[d * poles + pole]);
    return draws;
}

TEST(FlowDomain, APoleIsTheSumOfItsMembers) {
    const auto result = series(
        "state,year,pole,value,source\nKAZ,2001,RUS,4,a\nKAZ,2001,CHN,2,a\nKAZ,2001,USA,1,a\nKAZ,2001,FRA,0.5,b\n"
        "KAZ,2000,RUS,3,a\nKAZ,2000,CHN,1,a\nKAZ,2000,WEST,2,a\nKAZ,2000,TUR,9,a\n");
    ASSERT_EQ(result.state_years.size(), 2u);
    EXPECT_EQ(result.state_years[0].year, 2000);
    EXPECT_EQ(result.state_years[0].closeness, (std::vector<double>{3, 1, 2})) << "a figure of the whole pole";
    EXPECT_EQ(result.state_years[1].closeness, (std::vector<double>{4, 2, 1.5}));
    EXPECT_EQ(result.state_years[1].draws, 1u);
    EXPECT_EQ(result.warnings,
              std::vector<std::string>{"1 row names neither a pole nor a member of one (TUR) and is left out"});
}

TEST(FlowDomain, AnAbsentMemberMakesThePoleUnknownAndNeverZero) {
    const auto result = series(
        "state,year,pole,value\nKAZ,2001,RUS,4\nKAZ,2001,CHN,\nKAZ,2001,USA,1\n"
        "KAZ,2002,RUS,4\nKAZ,2002,CHN,1\nKAZ,2002,USA,1\nKAZ,2002,FRA,\n");
    EXPECT_EQ(result.state_years[0].closeness[0], 4);
    EXPECT_TRUE(std::isnan(result.state_years[0].closeness[1]));
    EXPECT_TRUE(std::isnan(result.state_years[0].closeness[2]));
    EXPECT_TRUE(std::isnan(result.state_years[1].closeness[2]));
    EXPECT_EQ(result.state_years[1].closeness[1], 1);
}

TEST(FlowDomain, AMisspeltStateIsLeftOutAndTold) {
    FlowOptions of_one = options();
    of_one.states = {"KAZ"};
    const auto result = series(
        "state,year,pole,value\nKAZ,2001,RUS,4\nKAZ,2001,CHN,2\nKAZ,2001,WEST,1\nKZA,2001,RUS,4\nUZB,2001,RUS,4\n",
        of_one);
    ASSERT_EQ(result.warnings.size(), 1u);
    EXPECT_EQ(result.warnings[0],
              "column 'state' of imports has texts that are no state: 'KZA'; their rows are left out");
}

TEST(FlowDomain, AStateWithoutIsoCodeIsNoMisspelling) {
    FlowOptions of_one = options();
    of_one.states = {"KAZ"};
    const auto result = series(
        "state,year,pole,value\nKAZ,2001,RUS,4\nKAZ,2001,CHN,2\nKAZ,2001,WEST,1\n817,1970,RUS,4\nZanzibar,1963,RUS,4\n",
        of_one);
    EXPECT_TRUE(result.warnings.empty()) << result.warnings.front();
}

TEST(FlowDomain, AStateWithoutAYearOfAllPolesIsTold) {
    const auto result = series(
        "state,year,pole,value\nKAZ,2001,RUS,4\nKAZ,2001,WEST,1\nKAZ,2002,CHN,2\nUZB,2001,RUS,4\nUZB,2001,CHN,2\n"
        "UZB,2001,WEST,1\nUZB,2002,RUS,4\nTJK,2001,RUS,4\n");
    EXPECT_EQ(result.warnings, std::vector<std::string>{"of KAZ, TJK there is no year with a figure of every pole in "
                                                        "imports: no share is known"});
}

TEST(FlowDomain, AStateIsNotItsOwnPartner) {
    const auto result = series("state,year,pole,value\nFRA,2001,RUS,4\nFRA,2001,CHN,2\nFRA,2001,USA,7\n");
    EXPECT_EQ(result.state_years[0].closeness, (std::vector<double>{4, 2, 7}));
}

TEST(FlowDomain, ACensoredFigureIsBelowItsLimit) {
    const std::string csv =
        "state,year,pole,value,censored\nKAZ,2001,RUS,40,\nKAZ,2001,CHN,20,0\nKAZ,2001,USA,10,\nKAZ,2001,FRA,4,1\n";
    EXPECT_NEAR(series(csv).state_years[0].closeness[2], 10 + 0.65 * 4, 1e-12);
    FlowOptions o = options();
    o.draws = 4000;
    const auto drawn = series(csv, o).state_years[0];
    ASSERT_EQ(drawn.draws, 4000u);
    const auto west = pole_draws(drawn, 2);
    EXPECT_NEAR(*quantile(west, 0.05), 10.2, 0.05);
    EXPECT_NEAR(*quantile(west, 0.95), 13.8, 0.05);
    EXPECT_EQ(*quantile(pole_draws(drawn, 0), 0.95), 40);
}

TEST(FlowDomain, DrawsHaveTheDeclaredMedianAndInterval) {
    FlowOptions o = options();
    o.draws = 20'000;
    const auto one =
        series("state,year,pole,value,lower,upper\nKAZ,2001,RUS,4,2,5\nKAZ,2001,CHN,2,1,4\nKAZ,2001,WEST,3,,\n", o);
    const auto& drawn = one.state_years[0];
    for (const auto& [pole, level, expected] : {std::tuple{0u, 0.05, 2.0},
                                                {0u, 0.5, 4.0},
                                                {0u, 0.95, 5.0},
                                                {1u, 0.05, 1.0},
                                                {1u, 0.5, 2.0},
                                                {1u, 0.95, 4.0}}) {
        EXPECT_NEAR(*quantile(pole_draws(drawn, pole), level), expected, 0.03 * expected) << pole << ' ' << level;
    }
    EXPECT_LT(std::abs(*correlation(pole_draws(drawn, 0), pole_draws(drawn, 1))), 0.02) << "independent figures";
}

TEST(FlowDomain, OrderAndOtherRowsChangeNoDraw) {
    FlowOptions o = options();
    o.draws = 50;
    const auto one = series(
        "state,year,pole,value,lower,upper\nKAZ,2001,RUS,4,2,5\nKAZ,2001,CHN,2,1,4\nKAZ,2001,WEST,3,,\n"
        "UZB,2001,RUS,4,2,5\nUZB,2001,CHN,4,,\nUZB,2001,WEST,4,,\n",
        o);
    const auto other =
        series("state,year,pole,value,lower,upper\nKAZ,2001,WEST,3,,\nKAZ,2001,CHN,2,1,4\nKAZ,2001,RUS,4,2,5\n", o);
    EXPECT_EQ(one.state_years[0].closeness, other.state_years[0].closeness);
    EXPECT_NE(pole_draws(one.state_years[0], 0), pole_draws(one.state_years[1], 0));
    o.states = {"UZB"};
    EXPECT_EQ(series("state,year,pole,value\nKAZ,2001,RUS,4\nUZB,2001,RUS,4\n", o).state_years.size(), 1u);
    o.states = {};
    EXPECT_EQ(
        series("state,year,pole,value\nKAZ,2001,RUS,4\nKAZ,2001,CHN,4\nKAZ,2001,WEST,1\n", o).state_years[0].draws, 1u);
}

TEST(FlowDomain, ARecordedZeroIsReplacedByAPartOfTheDetectionLimit) {
    FlowOptions o = options();
    o.detection_limit = 0.1;
    const auto row =
        series("state,year,pole,value\nKAZ,2001,RUS,6\nKAZ,2001,CHN,2\nKAZ,2001,USA,0\nKAZ,2001,FRA,0\n", o)
            .state_years[0];
    EXPECT_NEAR(row.closeness[2], 2 * 0.065, 1e-14) << "two figures, each below the limit";
    EXPECT_NEAR(row.closeness[0] / row.closeness[1], 3, 1e-14);
    EXPECT_NEAR(row.closeness[0] + row.closeness[1] + row.closeness[2], 8, 1e-14);
    const auto nothing = series("state,year,pole,value\nKAZ,1995,RUS,0\nKAZ,1995,CHN,0\nKAZ,1995,WEST,0\n", o);
    EXPECT_TRUE(std::isnan(nothing.state_years[0].closeness[0]));
    EXPECT_EQ(nothing.warnings.size(), 1u);
    const auto partly = series("state,year,pole,value\nKAZ,1995,RUS,0\nKAZ,1995,CHN,3\n", o);
    EXPECT_GT(partly.state_years[0].closeness[0], 0);
    EXPECT_TRUE(std::isnan(partly.state_years[0].closeness[2]));
}

TEST(FlowDomain, EveryFaultIsShownWithItsPlace) {
    const std::string all = fault(
        "state,year,pole,value,lower,upper,censored\nKAZ,2001,RUS,-4,,,\nKAZ,2001,CHN,2,3,4,\nKAX,2001,WEST,3,,,\n"
        "KAZ,2001,RUS,1,,,\nKAZ,2002,RUS,1,1,,\nKAZ,2003,RUS,,,,1\nKAZ,2004,RUS,5,1,9,1\nKAZ,2005,RUS,5,,,2\n"
        "KAZ,,RUS,5,,,\n");
    for (const char* part :
         {"trade.csv:2:4: the figure is -4", "trade.csv:3:5: the bounds 3..4 do not enclose the figure '2'",
          "trade.csv:4:1: no state has the code or name 'KAX'",
          "trade.csv:5:3: RUS has a figure of KAZ in 2001 already, on line 2; keep one row for each state, year and "
          "pole; "
          "parts of one figure are added up by `tarazy data reshape --sum`",
          "trade.csv:6:5: one bound of the error is empty",
          "trade.csv:7:4: the figure is censored, but there is no limit", "trade.csv:8:5: the figure is censored and",
          "trade.csv:9:7: censored is 2", "trade.csv:10:2: the year is empty"}) {
        EXPECT_NE(all.find(part), std::string::npos) << part << "\nnot in\n" << all;
    }
}

TEST(FlowDomain, ZerosAndDoubleCountingArePointedAt) {
    const std::string zero = "state,year,pole,value\nKAZ,1992,RUS,0\nKAZ,1992,CHN,2\nKAZ,1992,WEST,2\n";
    EXPECT_NE(fault(zero).find("trade.csv:2:4: the figure is 0"), std::string::npos);
    FlowOptions o = options();
    o.detection_limit = 100;
    EXPECT_NE(fault(zero, o).find("less than their detection limits"), std::string::npos);
    EXPECT_NE(fault("state,year,pole,value\nKAZ,1992,WEST,3\nKAZ,1992,USA,2\n").find("trade.csv:2:3: the pole WEST"),
              std::string::npos);
    EXPECT_NE(fault("state,year,pole\nKAZ,1992,WEST\n").find("value"), std::string::npos);
    o.domain = "";
    EXPECT_THROW((void)series(zero, o), UsageError);
}

TEST(FlowDomain, EndsWhenItIsAskedTo) {
    std::string csv = "state,year,pole,value,lower,upper\n";
    for (int year = 1992; year < 2012; ++year) {
        for (const char* pole : {"RUS", "CHN", "WEST"}) {
            csv += "KAZ," + std::to_string(year) + ',' + pole + ",4,3,6\n";
        }
    }
    expect_stoppable([&](const Work& work) {
        FlowOptions o = options();
        o.draws = 10;
        o.work = work;
        (void)series(csv, o);
    });
}

}  // namespace flow_domains_test
}  // namespace tarazy
