#include "analyses/trace/changepoints_events.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace changepoints_events_test {

Table chronology() {
    return read_csv(
        "id,edtf,title,tags\n"
        "e1,2005-12-31,A,NUC\n"
        "e2,[2006-12-31..2007-01-03],B,NUC;SEC\n"
        "e3,2008/2010,C,SEC\n"
        "e4,../2009,D,NUC\n"
        "e5,1999,E,NUC\n"
        "e6,2007,F,ECON\n",
        "events.csv");
}

std::string complaint(const std::string& tags, const std::string& decisions) {
    try {
        (void)event_years(chronology(), tags, decisions, {2005, 2008});
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(EventYears, AnUncertainDateCountsByItsDays) {
    const EventYears found = event_years(chronology(), "NUC", "", {2005, 2008});
    ASSERT_EQ(found.events.size(), 2u);
    EXPECT_EQ(found.events[0].id, "e1");
    EXPECT_EQ(found.events[0].in_year, (std::vector<double>{1, 0, 0, 0}));
    EXPECT_EQ(found.events[1].in_year, (std::vector<double>{0, 0.25, 0.75, 0}));
    EXPECT_EQ(found.events[1].first, 2006);
    EXPECT_EQ(found.events[1].last, 2007);
    ASSERT_EQ(found.notes.size(), 1u);
    EXPECT_NE(found.notes[0].find("e4"), std::string::npos);
}

TEST(EventYears, WhatLastsLiesWhereItBegins) {
    const EventYears found = event_years(chronology(), "SEC", "", {2005, 2010});
    ASSERT_EQ(found.events.size(), 2u);
    EXPECT_EQ(found.events[1].in_year, (std::vector<double>{0, 0, 0, 1, 0, 0}));
}

TEST(EventYears, DecisionsAreKeptButDocumentNothingBeyondTheTags) {
    const EventYears found = event_years(chronology(), "NUC", "e6;SEC", {2005, 2008});
    ASSERT_EQ(found.events.size(), 4u);
    EXPECT_FALSE(found.events[0].decision);
    EXPECT_TRUE(found.events[1].decision && found.events[1].documented);
    EXPECT_EQ(found.events[2].id, "e6");
    EXPECT_TRUE(found.events[2].decision && !found.events[2].documented);
}

TEST(EventYears, NamesThatDoNotExistAreErrors) {
    EXPECT_NE(complaint("NUK", "").find("events.csv: no event has the tag 'NUK'"), std::string::npos);
    EXPECT_NE(complaint("", "e7").find("no event has the id or the tag 'e7'"), std::string::npos);
}

}  // namespace changepoints_events_test
}  // namespace tarazy
