#include "simulate/forecast/year_panel.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace tarazy {
namespace year_panel_test {

std::string message_of(const std::function<void()>& call) {
    try {
        call();
    } catch (const InputError& error) {
        return error.what();
    }
    return "nothing was refused";
}

TEST(YearPanel, LongAndWideAreTheSamePanel) {
    const YearPanel tall = read_year_panel(read_csv(
        "state,series,year,value\nB,y,2001,4\nA,x,2000,1\nA,y,2000,2\nB,x,2001,3\nA,x,2002,5\nA,y,2002,\n", "l.csv"));
    const YearPanel wide =
        read_year_panel(read_csv("state,year,x,y,remark\nA,2000,1,2,a\nA,2002,5,,b\nB,2001,3,4,c\n", "w.csv"));
    EXPECT_EQ(tall.states, (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(tall.series, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(tall.states, wide.states);
    EXPECT_EQ(tall.series, wide.series);
    EXPECT_EQ(tall.first_year, 2000);
    EXPECT_EQ(tall.last_year(), 2002);
    ASSERT_EQ(tall.values.size(), wide.values.size());
    for (std::size_t i = 0; i < tall.values.size(); ++i) {
        EXPECT_TRUE(tall.values[i] == wide.values[i] || (std::isnan(tall.values[i]) && std::isnan(wide.values[i])));
    }
    EXPECT_EQ(tall.at(0, 2000)[1], 2);
    EXPECT_TRUE(std::isnan(tall.at(0, 2002)[1]));
    EXPECT_TRUE(std::isnan(tall.at(1, 2000)[0]));
}

TEST(YearPanel, SeriesOfOtherNouns) {
    const YearPanel trace = read_year_panel(read_csv("series,t,y\nflow,1871,1120\nflow,1872,1160\n", "t.csv"));
    EXPECT_EQ(trace.states, std::vector<std::string>{""});
    EXPECT_EQ(trace.series, std::vector<std::string>{"flow"});
    const YearPanel nile = read_year_panel(read_csv("year,flow\n1871,1120\n1872,1160\n", "n.csv"));
    EXPECT_EQ(nile.at(0, 1872)[0], 1160);
    const YearPanel chosen =
        read_year_panel(read_csv("series,t,y\na,1,1\nb,1,2\nc,1,3\n", "t.csv"), {.chosen = {"c", "a"}});
    EXPECT_EQ(chosen.series, (std::vector<std::string>{"c", "a"}));
    EXPECT_EQ(chosen.at(0, 1)[0], 3);
}

TEST(YearPanel, EveryFaultIsTold) {
    const std::string twice = message_of(
        [] { (void)read_year_panel(read_csv("state,series,year,value\nA,x,2000,1\nA,x,2000,2\n", "p.csv")); });
    EXPECT_NE(twice.find("p.csv:3:4: A, 2000: x stands twice"), std::string::npos) << twice;
    const std::string years = message_of(
        [] { (void)read_year_panel(read_csv("series,year,value\nx,20x0,1\nx,2000.5,2\nx,,1\nx,99999,1\n", "p.csv")); });
    EXPECT_NE(years.find("p.csv:2:2: '20x0' is no year"), std::string::npos) << years;
    EXPECT_NE(years.find("p.csv:3:2: '2000.5' is no year"), std::string::npos) << years;
    EXPECT_NE(years.find("p.csv:4:2: there is no year"), std::string::npos) << years;
    EXPECT_NE(years.find("p.csv:5:2"), std::string::npos) << years;
    EXPECT_NE(
        message_of([] { (void)read_year_panel(read_csv("year,x\n2000,\n", "p.csv")); }).find("every value is missing"),
        std::string::npos);
    EXPECT_NE(message_of([] { (void)read_year_panel(read_csv("year,x\n", "p.csv")); }).find("no rows"),
              std::string::npos);
    EXPECT_NE(message_of([] { (void)read_year_panel(read_csv("x,y\n1,2\n", "p.csv")); }).find("column of years"),
              std::string::npos);
    EXPECT_NE(message_of([] { (void)read_year_panel(read_csv("year,name\n1,a\n", "p.csv")); }).find("of numbers"),
              std::string::npos);
    EXPECT_NE(message_of([] {
                  (void)read_year_panel(read_csv("series,year,value\nRUS,1,2\n", "p.csv"), {.chosen = {"RUZ"}});
              }).find("did you mean 'RUS'"),
              std::string::npos);
    EXPECT_NE(message_of([] {
                  (void)read_year_panel(read_csv("series,year,value\nRUS,1,many\n", "p.csv"));
              }).find("p.csv:2:3"),
              std::string::npos);
}

TEST(YearPanel, SharesAreMadeToFitOrRefused) {
    const ValueScale shares{.kind = ValueScale::Kind::shares};
    YearPanel panel = read_year_panel(read_csv("year,a,b\n2000,0.33,0.66\n2001,0.5,\n2002,0.25,0.75\n", "s.csv"));
    const std::vector<std::string> notes = fit_to_scale(panel, shares, "s.csv");
    EXPECT_EQ(notes.size(), 2u);
    EXPECT_DOUBLE_EQ(panel.at(0, 2000)[0], 1.0 / 3);
    EXPECT_TRUE(std::isnan(panel.at(0, 2001)[0]));
    YearPanel wrong = read_year_panel(read_csv("year,a,b\n2000,0.3,0.6\n2001,-0.1,1.1\n", "s.csv"));
    const std::string told = message_of([&] { (void)fit_to_scale(wrong, shares, "s.csv"); });
    EXPECT_NE(told.find("2000: the series sum to 0.9"), std::string::npos) << told;
    EXPECT_NE(told.find("2001: the series sum to 1 and one is negative"), std::string::npos) << told;
    YearPanel one = read_year_panel(read_csv("year,a\n2000,1\n", "s.csv"));
    EXPECT_THROW((void)fit_to_scale(one, shares, "s.csv"), InputError);
    EXPECT_TRUE(fit_to_scale(one, {}, "s.csv").empty());
}

TEST(YearPanel, BoundsHold) {
    YearPanel panel = read_year_panel(read_csv("state,year,a\nA,2000,101\n", "b.csv"));
    const ValueScale percent{.kind = ValueScale::Kind::bounded, .lower = 0, .upper = 100};
    const std::string told = message_of([&] { (void)fit_to_scale(panel, percent, "b.csv"); });
    EXPECT_NE(told.find("A, 2000: a is 101, outside of 0 to 100"), std::string::npos) << told;
    EXPECT_THROW((void)fit_to_scale(panel, {.kind = ValueScale::Kind::bounded, .lower = 1, .upper = 1}, ""),
                 UsageError);
}

TEST(YearPanel, ScalesByName) {
    const YearPanel shares = read_year_panel(read_csv("year,a,b\n2000,0.33,0.66\n2001,0.5,\n", "s.csv"));
    EXPECT_EQ(value_scale(shares, "auto", "").kind, ValueScale::Kind::shares);
    EXPECT_EQ(value_scale(shares, "free", "").kind, ValueScale::Kind::free);
    for (const char* other : {"year,a,b\n2000,0.5,0.6\n", "year,a\n2000,1\n", "year,a,b\n2000,-1,2\n2001,,1\n"})
        EXPECT_EQ(value_scale(read_year_panel(read_csv(other, "s.csv")), "auto", "").kind, ValueScale::Kind::free);
    const ValueScale bounded = value_scale(shares, "bounded", "-1, 2.5");
    EXPECT_EQ(bounded.lower, -1);
    EXPECT_EQ(bounded.upper, 2.5);
    for (const char* bounds : {"", "1", "2,1", "1,2,3", "a,2"})
        EXPECT_THROW((void)value_scale(shares, "bounded", bounds), UsageError) << bounds;
    EXPECT_THROW((void)value_scale(shares, "shares", "0,1"), UsageError);
    EXPECT_THROW((void)value_scale(shares, "share", ""), UsageError);
}

TEST(YearPanel, PartsOfIt) {
    const YearPanel panel = read_year_panel(read_csv("year,a\n2000,1\n2001,2\n2002,3\n", "p.csv"));
    const YearPanel part = panel_between(panel, 2001, 2004);
    EXPECT_EQ(part.years, 4u);
    EXPECT_EQ(part.at(0, 2001)[0], 2);
    EXPECT_TRUE(std::isnan(part.at(0, 2003)[0]));
    EXPECT_EQ(panel_between(panel, 1999, 2000).at(0, 2000)[0], 1);
}

}  // namespace year_panel_test
}  // namespace tarazy
