#include "analyses/trace/changepoints_coincidence.hpp"

#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace changepoints_coincidence_test {

/// A series of 2001-2008 of which the changes are given.
DatedPoints with_changes(const std::string& name, std::vector<double> change_after) {
    DatedPoints one;
    one.state = "KAZ";
    one.points.name = name;
    one.years = {2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008};
    one.points.posterior.change_after = std::move(change_after);
    return one;
}

CodedEvent in(int year, const std::string& id, bool decision = false) {
    CodedEvent event{id, "Event " + id, "", year, year, std::vector<double>(8, 0.0), true, decision};
    event.in_year[static_cast<std::size_t>(year - 2001)] = 1;
    return event;
}

TEST(Coincidence, SharesAndShiftsByHand) {
    const EventYears events{2001, {in(2003, "a")}, {}};
    const std::vector<DatedPoints> all = {with_changes("a", {0, 0, 0.75, 0, 0, 0, 0.25}),
                                          with_changes("b", {0, 0, 0, 0, 0, 0.5, 0})};
    const Table table = coincidence_table(all, events, 0, {});
    ASSERT_EQ(table.rows(), 2u);
    EXPECT_EQ(number_in(table, "share", 0), 0.75);
    EXPECT_EQ(number_in(table, "coverage", 0), 0.125);
    EXPECT_EQ(number_in(table, "p", 0), 0.125) << "one of eight shifts";
    EXPECT_EQ(number_in(table, "p_holm", 0), 0.25);
    EXPECT_EQ(number_in(table, "share", 1), 0);
    EXPECT_EQ(number_in(table, "p", 1), 1);
    EXPECT_EQ(number_in(coincidence_table(all, events, 3, {}), "share", 1), 1);
}

TEST(Coincidence, SeriesWithGapsKeepTheirYears) {
    DatedPoints gap = with_changes("a", {1, 0});
    gap.years = {2001, 2004, 2008};
    const EventYears events{2001, {in(2002, "a")}, {}};
    const Table table = coincidence_table(std::vector<DatedPoints>{gap}, events, 1, {});
    EXPECT_EQ(number_in(table, "coverage", 0), 3.0 / 8);
    EXPECT_EQ(number_in(table, "share", 0), 1);
    EXPECT_EQ(number_in(table, "p", 0), 3.0 / 8);
}

TEST(Coincidence, DecisionsNearChangesAlsoOverAllSeriesTogether) {
    EventYears events{2001, {in(2003, "a", true), in(2006, "b", true), in(2004, "c")}, {}};
    std::vector<DatedPoints> all = {with_changes("a", {}), with_changes("b", {})};
    all[0].change_near = {0, 0, 1, 0, 0, 0.5, 0, 0};
    all[1].change_near = {0, 0, 0, 0, 0, 0.5, 0, 0};
    const Table table = decision_table(all, events, {});
    ASSERT_EQ(table.rows(), 3u);
    EXPECT_EQ(number_in(table, "near", 0), 0.75);
    EXPECT_EQ(number_in(table, "near", 1), 0.25);
    EXPECT_EQ(text_in(table, "series", 2), "");
    EXPECT_EQ(number_in(table, "near", 2), 0.5);
    EXPECT_EQ(number_in(table, "p", 2), 0.125);
    events.events.resize(0);
    EXPECT_FALSE(number_in(decision_table(all, events, {}), "near", 0).has_value());
}

TEST(Coincidence, TheNearestEventStandsFirst) {
    const EventYears events{2001, {in(2002, "a"), in(2004, "b"), in(2007, "c")}, {}};
    const auto found = coinciding_events(events, 2004, 2);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0]->id, "b");
    EXPECT_EQ(found[1]->id, "a");
    EXPECT_EQ(event_year_table(events).rows(), 3u);
}

TEST(Coincidence, OnlyWholeYearsAreYears) {
    TimeSeries series;
    series.time = {2001, 2002, 2003};
    EXPECT_EQ(years_of_series(series), (std::vector<int>{2001, 2002, 2003}));
    EXPECT_EQ(windows_around_years(years_of_series(series), 1).size(), 3u);
    series.time[1] = 2002.5;
    EXPECT_TRUE(years_of_series(series).empty());
    EXPECT_TRUE(windows_around_years({}, 1).empty());
}

}  // namespace changepoints_coincidence_test
}  // namespace tarazy
