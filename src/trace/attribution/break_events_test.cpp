#include "trace/attribution/break_events.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace break_events_test {

const PeriodScale by_year{PeriodUnit::year};

BreakReading years(std::int64_t first, std::int64_t last) {
    BreakReading reading;
    reading.scale = by_year;
    reading.first_period = first;
    reading.last_period = last;
    return reading;
}

std::vector<BreakSeries> breaks_of(const std::string& csv, const BreakReading& reading) {
    return read_break_series(read_csv(csv, "breaks.csv"), reading);
}

std::string problem_of(const std::string& csv, const BreakReading& reading) {
    try {
        (void)breaks_of(csv, reading);
    } catch (const InputError& error) {
        return error.what();
    } catch (const UsageError& error) {
        return error.what();
    }
    return "accepted";
}

std::vector<DatedEvent> events_of(const std::string& rows) {
    return read_dated_events(read_csv("id,edtf,title,tags\n" + rows, "events.csv"), by_year, SpanRule::start).events;
}

TEST(BreakEvents, OneRowAChange) {
    const auto series = breaks_of(
        "series,change_after,lower,upper,probability\nrus,1994,1993,1995,\nchn,1993,,,0.5\n"
        "rus,1991,,,0.25\nusa,,,,\n",
        years(1991, 1995));
    ASSERT_EQ(series.size(), 3u);
    EXPECT_EQ(series[0].pole, "rus");
    EXPECT_EQ(series[0].changes, (std::vector<double>{0.25, 0, 0, 1, 0}));
    EXPECT_EQ(series[1].changes, (std::vector<double>{0, 0, 0.5, 0, 0}));
    EXPECT_EQ(series[2].changes, std::vector<double>(5, 0.0));
}

TEST(BreakEvents, OneRowAPeriodWithItsProbability) {
    BreakReading reading;
    reading.scale = by_year;
    const auto series = breaks_of(
        "series,t,y,mean,sd,change_after\nrus,1991,1,1,0,0.1\nrus,1992,1,1,0,0.9\nrus,1993,2,2,0,\n", reading);
    ASSERT_EQ(series.size(), 1u);
    EXPECT_EQ(series[0].first_period, 1991);
    EXPECT_EQ(series[0].changes, (std::vector<double>{0.1, 0.9, 0}));
}

TEST(BreakEvents, NumberedObservationsBeginWithTheFirstPeriod) {
    BreakReading reading = years(1992, 2019);
    reading.numbered = true;
    const auto series = breaks_of("change_after\n9\n21\n", reading);
    EXPECT_EQ(series[0].pole, "series");
    EXPECT_EQ(series[0].changes[8], 1);
    EXPECT_EQ(series[0].changes[20], 1);
}

TEST(BreakEvents, WrongBreaksAreNamed) {
    EXPECT_NE(problem_of("series,change_after\nrus,spring\n", years(1991, 1995)).find("breaks.csv:2:2: 'spring' is no"),
              std::string::npos);
    EXPECT_NE(problem_of("series,change_after\nrus,2004\n", years(1991, 1995)).find("lies outside of 1991 to 1995"),
              std::string::npos);
    EXPECT_NE(problem_of("series,change_after\nrus,1992\nrus,1992\n", years(1991, 1995)).find("first on line 2"),
              std::string::npos);
    EXPECT_NE(problem_of("series,change_after,probability\nrus,1992,1.5\n", years(1991, 1995)).find("no probability"),
              std::string::npos);
    EXPECT_NE(problem_of("series,change_after\nrus,1992\n", BreakReading{by_year, {}, {}, false}).find("--since"),
              std::string::npos);
    EXPECT_NE(problem_of("series,when\nrus,1992\n", years(1991, 1995)).find("change_after"), std::string::npos);
    EXPECT_NE(problem_of("series,change_after\n", years(1991, 1995)).find("no rows"), std::string::npos);
}

TEST(BreakEvents, AgreesWithTheReferenceByPeriods) {
    // The first case of attribution.json with 1992 as period 1.
    BreakReading reading = years(1992, 2019);
    reading.numbered = true;
    const auto series = breaks_of("change_after\n9\n21\n", reading);
    const auto events = events_of("a,1993,A,\nb,2001,B,\nc,2005,C,\nd,2014,D,\ne,2014,E,\n");
    const Table table = break_event_table(series, events, by_year, {});
    EXPECT_EQ(table["hits"].real(0), 1);
    EXPECT_NEAR(*table["p_circular"].real(0), 0.6785714285714286, 1e-15);
    EXPECT_NEAR(*table["p_hypergeometric"].real(0), 0.6825396825396826, 1e-14);
    EXPECT_NEAR(*table["coverage"].real(0), 0.42857142857142855, 1e-15);
}

TEST(BreakEvents, TagsChooseTheEventsOfAPole) {
    const auto series = breaks_of("series,change_after\nrus,1993\nchn,1993\n", years(1991, 2000));
    const auto events = events_of("a,1994,A,RUS;NUC\nb,1999,B,CHN\n");
    BreakEventOptions options;
    EXPECT_EQ(break_event_table(series, events, by_year, options)["hits"].real(1), 1);
    options.tags_of = {{"rus", {"RUS"}}, {"chn", {"CHN"}}};
    const Table table = break_event_table(series, events, by_year, options);
    EXPECT_EQ(table["hits"].real(0), 1);
    EXPECT_EQ(table["hits"].real(1), 0);
    EXPECT_EQ(table["p_circular"].real(0), 0.3);
    EXPECT_EQ(table["p_holm"].real(0), 0.6);
    EXPECT_EQ(table["p_holm"].real(1), 1.0);
    options.tags = {"USA"};
    EXPECT_THROW((void)break_event_table(series, events, by_year, options), UsageError);
    options.tags = {};
    options.tags_of = {{"russia", {"RUS"}}};
    EXPECT_THROW((void)break_event_table(series, events, by_year, options), UsageError);
}

TEST(BreakEvents, UncertainDatesCountInProportion) {
    const auto series = breaks_of("series,change_after\nrus,1991\n", years(1991, 2000));
    const auto events = events_of("a,[1991-12-25..1992-01-07],A,\n");
    BreakEventOptions options;
    options.window = 0;
    const Table table = break_event_table(series, events, by_year, options);
    EXPECT_EQ(table["hits"].real(0), 0.5);
    EXPECT_TRUE(table["p_hypergeometric"].missing(0));
    EXPECT_EQ(to_csv(coincidence_table(series, events, by_year, options)),
              "pole,change_after,probability,event,edtf,title,p_within\n"
              "rus,1991,1,a,[1991-12-25..1992-01-07],A,0.5\n");
}

TEST(BreakEvents, AnEventJustBeforeTheFirstPeriodIsNearIt) {
    const auto series = breaks_of("series,change_after\nrus,1991\n", years(1991, 2000));
    EXPECT_EQ(break_event_table(series, events_of("a,1990,A,\n"), by_year, {})["hits"].real(0), 1);
    EXPECT_THROW((void)break_event_table(series, events_of("a,1980,A,\n"), by_year, {}), InputError);
}

TEST(BreakEvents, EventsWithoutBoundAreLeftOutAndTold) {
    const DatedEvents read =
        read_dated_events(read_csv("id,edtf,title\na,../1991,A\nb,1992,B\n", "events.csv"), by_year, SpanRule::start);
    EXPECT_EQ(read.events.size(), 1u);
    ASSERT_EQ(read.warnings.size(), 1u);
    EXPECT_NE(read.warnings[0].find("events.csv:2:2"), std::string::npos);
}

}  // namespace break_events_test
}  // namespace tarazy
