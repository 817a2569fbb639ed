#include "trace/breaks/time_series.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace time_series_test {

SeriesColumns all_columns() {
    return {.series = "series", .time = "t", .value = "y"};
}

/// The problems as the user reads them.
std::string problems(const std::string& text, const SeriesColumns& columns = all_columns()) {
    const Table table = read_csv(text, "series.csv");
    try {
        (void)read_time_series(table, columns);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(TimeSeries, SeriesAreParted) {
    const Table table =
        read_csv("series,t,y\nb,1991,1\na,1,4\nb,1992,2\na,2,5\nb,1993,2\nb,1995,2\na,3,1\na,4,1\n", "");
    const std::vector<TimeSeries> all = read_time_series(table, all_columns());
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].name, "b");
    EXPECT_EQ(all[0].time, (std::vector<double>{1991, 1992, 1993, 1995}));
    EXPECT_EQ(all[0].time_text, (std::vector<std::string>{"1991", "1992", "1993", "1995"}));
    EXPECT_EQ(all[1].y, (std::vector<double>{4, 5, 1, 1}));
    EXPECT_TRUE(all[1].draws.empty());
    EXPECT_FALSE(uneven_spacing(all[1]).has_value());
    EXPECT_NE(uneven_spacing(all[0]).value_or("").find("from 1993 to 1995"), std::string::npos);
}

TEST(TimeSeries, ValuesWhoseSquaresNoNumberHoldsAreRefused) {
    for (const std::string value : {"1e200", "-1e200", "1e-200"}) {
        try {
            (void)read_time_series(read_csv("y\n3\n" + value + "\n4\n", ""), {.value = "y"});
            FAIL() << value;
        } catch (const InputError& error) {
            EXPECT_NE(error.problems().front().what.find("to be squared"), std::string::npos);
            EXPECT_EQ(error.problems().front().line, 3u);
        }
    }
}

TEST(TimeSeries, WithoutTimesTheRowsAreInOrder) {
    const std::vector<TimeSeries> all = read_time_series(read_csv("y\n3\n1\n4\n1\n", ""), {.value = "y"});
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].name, "y");
    EXPECT_EQ(all[0].time_text, (std::vector<std::string>{"1", "2", "3", "4"}));
}

TEST(TimeSeries, ProblemsFoundLaterPointAtTheirLine) {
    const TimeSeries series = read_time_series(
        read_csv("series,t,y\nb,1,1\na,1,4\nb,2,2\na,2,5\nb,3,2\na,3,1\na,4,7\nb,4,2\n", "s.csv"), all_columns())[1];
    EXPECT_EQ(to_string(problem_at(series, 2, "what", "do")), "s.csv:7:3: what; do");
    try {
        require_length(series, 6, "for three segments");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_STREQ(error.what(), "s.csv:3:3: series a has 4 observations; at least 6 are needed for three segments");
    }
}

TEST(TimeSeries, DatesStandForTheirFirstDay) {
    const Table table = read_csv("t,y\n1994-01,3\n1994-07,1\n1995-01-01,4\n1996,1\n", "");
    const TimeSeries series = read_time_series(table, {.time = "t", .value = "y"}).front();
    EXPECT_NEAR(series.time[1], 1994 + 181.0 / 365, 1e-12);
    EXPECT_EQ(series.time[2], 1995);
    EXPECT_EQ(series.time_text[0], "1994-01");
}

TEST(TimeSeries, DrawsAreKeptAndTheirMeanIsTheSeries) {
    const Table table = read_csv("t,y,d\n1,0,10\n2,0,10\n3,6,10\n4,6,10\n1,3,9\n2,2,9\n3,1,9\n4,0,9\n", "");
    const TimeSeries series = read_time_series(table, {.time = "t", .value = "y", .draw = "d"}).front();
    ASSERT_EQ(series.draws.size(), 2u);
    EXPECT_EQ(series.draws[0], (std::vector<double>{3, 2, 1, 0}));
    EXPECT_EQ(series.y, (std::vector<double>{1.5, 1, 3.5, 3}));
    EXPECT_NE(problems("t,y,d\n1,0,1\n2,1,1\n3,6,1\n4,6,1\n1,3,2\n2,2,2\n4,1,2\n5,1,2\n",
                       {.time = "t", .value = "y", .draw = "d"})
                  .find("series.csv:6:3: series y, draw 2 has other times than draw 1; every draw"),
              std::string::npos);
}

TEST(TimeSeries, TimesOutOfOrderAndTwiceAreNamed) {
    EXPECT_EQ(problems("series,t,y\na,1,1\na,3,2\na,2,3\na,4,3\na,3,3\n"),
              "series.csv:4:2: the time 2 comes after a later one (series a); sort the rows by time: the order of rows "
              "is the order of the series\n"
              "series.csv:6:2: the time 3 stands already on line 3 (series a); keep one row a time in each series");
}

TEST(TimeSeries, AMissingValueHidesNoFaultOfTheTimes) {
    const std::string text = problems("series,t,y\na,1,\na,3,2\na,2,3\na,4,3\n");
    EXPECT_NE(text.find("series.csv:2:3: the value is missing"), std::string::npos) << text;
    EXPECT_NE(text.find("series.csv:4:2: the time 2 comes after a later one"), std::string::npos) << text;
}

TEST(TimeSeries, RowsInAnyOrderAreSortedWhereAskedFor) {
    SeriesColumns columns = all_columns();
    columns.any_order = true;
    const std::vector<TimeSeries> all =
        read_time_series(read_csv("series,t,y\nb,4,4\nb,1,1\na,4,1\nb,3,3\na,1,2\nb,2,2\na,2,2\na,3,2\n", ""), columns);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].name, "a");
    EXPECT_EQ(all[1].y, (std::vector<double>{1, 2, 3, 4}));
}

TEST(TimeSeries, MissingCellsAndUnreadableTimesAreNamedTogether) {
    const std::string text = problems("series,t,y\na,1991-13,1\na,,2\na,1993,\n,1994,3\n");
    for (const char* part : {"series.csv:2:2: the time '1991-13' is no date", "series.csv:3:2: the time is missing (",
                             "series.csv:4:3: the value is missing (series a)", "series.csv:5:1: the row names no"}) {
        EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
    }
    EXPECT_NE(problems("series,t,y\na,1,NaN\na,2,2\na,3,2\na,4,2\n").find("series.csv:2:3: "), std::string::npos);
}

TEST(TimeSeries, ConstantShortAndEmptyAreNamed) {
    EXPECT_NE(problems("series,t,y\na,1,2\na,2,2\na,3,2\na,4,2\n").find("series.csv:2:3: series a is constant: every"),
              std::string::npos);
    EXPECT_NE(problems("series,t,y\na,1,2\na,2,3\na,3,2\n").find("series.csv:2:3: series a has 3 observations"),
              std::string::npos);
    EXPECT_NE(problems("series,t,y\n").find("the table has no rows"), std::string::npos);
    EXPECT_NE(problems("series,t,z\na,1,2\n").find("y"), std::string::npos);
}

}  // namespace time_series_test
}  // namespace tarazy
