#include "simulate/hedge/hedge_panel.hpp"

#include "base/error.hpp"
#include "simulate/hedge/invented_panel_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace hedge_panel_test {

using testing_hedge::panel_of;

const std::string wide =
    "state,year,share_N,share_E,share_autonomy,trade_N,trade_E\n"
    "B,2001,0.5,0.3,0.2,0.6,0.4\nA,2000,0.4,0.4,0.2,0.7,0.3\nA,2002,0.4,,0.2,0.5,\nA,2001,0.402,0.402,0.2,0.6,0.4\n";

std::string told(const std::string& text) {
    try {
        (void)panel_of(text);
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

TEST(HedgePanel, ReadsAWideTableInAnyOrderOfRows) {
    const HedgePanel panel = panel_of(wide);
    EXPECT_EQ(panel.poles, (std::vector<std::string>{"N", "E"}));
    EXPECT_TRUE(panel.has_autonomy);
    EXPECT_EQ(panel.shares.states, (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(panel.shares.at(0, 2000)[2], 0.2);
    EXPECT_EQ(panel.drivers.at(1, 2001)[1], 0.4);
    EXPECT_NEAR(panel.shares.at(0, 2001)[0], 0.402 / 1.004, 1e-12);
    EXPECT_TRUE(std::isnan(panel.shares.at(0, 2002)[0]));
    EXPECT_TRUE(std::isnan(panel.shares.at(1, 2000)[0]));
    EXPECT_TRUE(panel.has_driver[0]);
    EXPECT_FALSE(panel.has_driver[1]);
    ASSERT_EQ(panel.notes.size(), 2U);
    EXPECT_NE(panel.notes[0].find("1 years of a state have some"), std::string::npos);
}

TEST(HedgePanel, ALongTableSaysTheSame) {
    const HedgePanel a = panel_of(wide);
    const HedgePanel b = panel_of(
        "state,year,pole,share,trade\nB,2001,N,0.5,0.6\nB,2001,E,0.3,0.4\nB,2001,autonomy,0.2,\nA,2000,N,0.4,0.7\n"
        "A,2000,E,0.4,0.3\nA,2000,autonomy,0.2,\nA,2001,E,0.402,0.4\nA,2001,N,0.402,0.6\nA,2001,autonomy,0.2,\n"
        "A,2002,N,0.4,0.5\nA,2002,E,,\nA,2002,autonomy,0.2,\n");
    EXPECT_EQ(a.poles, b.poles);
    ASSERT_EQ(a.shares.values.size(), b.shares.values.size());
    for (std::size_t i = 0; i < a.shares.values.size(); ++i)
        EXPECT_TRUE(a.shares.values[i] == b.shares.values[i] ||
                    (std::isnan(a.shares.values[i]) && std::isnan(b.shares.values[i])));
    EXPECT_EQ(a.drivers.series, b.drivers.series);
}

TEST(HedgePanel, WhatIsWrongIsToldWithItsPlace) {
    EXPECT_NE(
        told("state,year,share_N,share_E\nA,2000,0.5,0.4\n").find("panel.csv:2:2: A, 2000: the shares sum to 0.9"),
        std::string::npos)
        << told("state,year,share_N,share_E\nA,2000,0.5,0.4\n");
    EXPECT_NE(told("state,year,share_N,share_E\nA,2000,1.2,-0.2\n").find("panel.csv:2:4: the share is -0.2"),
              std::string::npos);
    EXPECT_NE(told("state,year,share_N,share_E\nA,2000,0.5,0.5\nA,2000,0.5,0.5\n")
                  .find("panel.csv:3:1: A, 2000 stands twice"),
              std::string::npos);
    EXPECT_NE(told("state,year,share_N,share_E\nA,20x0,0.5,0.5\n").find("'20x0' is no year"), std::string::npos);
    EXPECT_NE(told("state,year,share_N,share_E\n,2000,0.5,0.5\n").find("there is no state"), std::string::npos);
    EXPECT_NE(told("state,year,share_N\nA,2000,1\n").find("shares of 1 poles"), std::string::npos);
    EXPECT_NE(told("state,year,share_N,share_E,trade_N\nA,2000,0.5,0.5,1\n").find("no column 'trade_E'"),
              std::string::npos);
    EXPECT_NE(told("state,year,share_N,share_E,trade_Q,trade_N,trade_E\nA,2000,0.5,0.5,1,1,1\n")
                  .find("no share of a pole 'Q'"),
              std::string::npos);
    EXPECT_NE(told("state,year,share_N,share_E\nA,2000,,0.5\n").find("no year has a whole profile"), std::string::npos);
    EXPECT_NE(told("state,year,share_N,share_E\n").find("no rows"), std::string::npos);
    EXPECT_NE(told("state,year,share_N,share_E\nA,2000,x,0.5\n").find("panel.csv:2:3"), std::string::npos);
    EXPECT_NE(told("state,year,pole,share,trade\nA,2000,N,1,1\nA,2000,autonomy,0,1\nA,2000,E,0,1\n")
                  .find("autonomy has no trade"),
              std::string::npos);
    EXPECT_NE(told("state,year,pole,share\nA,2000,N,1\nA,2000,N,1\nA,2000,E,0\n").find("A, 2000, N stands twice"),
              std::string::npos);
    EXPECT_NE(told("year,share_N,share_E\n2000,0.5,0.5\n"), "");
}

TEST(HedgePanel, NeighboursAreReadAndTheirWeightsSumToOne) {
    HedgePanel panel = panel_of(wide);
    add_neighbours(panel, read_csv("state,neighbour,weight\nA,B,3\nB,A,2\nB,C,1\n", "n.csv"));
    ASSERT_EQ(panel.neighbours.size(), 2U);
    ASSERT_EQ(panel.neighbours[1].size(), 1U);
    EXPECT_EQ(panel.neighbours[1][0].weight, 1);
    EXPECT_NE(panel.notes.back().find("left out: C"), std::string::npos);
    EXPECT_THROW(add_neighbours(panel, read_csv("state,neighbour\nA,A\n", "n.csv")), InputError);
    EXPECT_THROW(add_neighbours(panel, read_csv("state,neighbour\nX,Y\n", "n.csv")), InputError);
    EXPECT_THROW(add_neighbours(panel, read_csv("state,neighbour,weight\nA,B,0\n", "n.csv")), InputError);
    add_all_as_neighbours(panel);
    EXPECT_EQ(panel.neighbours[0][0].state, 1U);
}

}  // namespace hedge_panel_test
}  // namespace tarazy
