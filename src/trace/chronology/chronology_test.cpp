#include "trace/chronology/chronology.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace chronology_test {

const std::string fixtures = TARAZY_SOURCE_DIR "/src/trace/testdata/";
const std::string head = "id,edtf,earliest,latest,date_kind,title,quad\n";

/// The problems as the user reads them.
std::string problems(const std::string& events, const std::string& links = "", const std::string& conflicts = "") {
    const Table event_table = read_csv(head + events, "events.csv");
    const Table link_table = read_csv("from,to,type,basis,stated_in\n" + links, "links.csv");
    const Table conflict_table =
        read_csv("event,attribute,value_a,source_a,value_b,source_b\n" + conflicts, "conflicts.csv");
    try {
        (void)read_chronology(event_table, &link_table, &conflict_table);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Chronology, ReadsEventsLinksAndConflicts) {
    const Table events = read_table(fixtures + "events.csv"), links = read_table(fixtures + "links.csv"),
                conflicts = read_table(fixtures + "conflicts.csv");
    const Chronology chronology = read_chronology(events, &links, &conflicts);
    ASSERT_EQ(chronology.events.size(), 5u);
    EXPECT_EQ(chronology.links.size(), 4u);
    EXPECT_EQ(chronology.conflicts.size(), 3u);
    EXPECT_TRUE(chronology.warnings.empty());
    const ChronologyEvent& first = chronology.events.front();
    EXPECT_EQ(first.actors, (std::vector<std::string>{"KAZ.GOV", "SUN"}));
    EXPECT_EQ(first.tags, (std::vector<std::string>{"NUC", "RUS"}));
    EXPECT_EQ(first.quad, "MCOOP");
}

TEST(Chronology, EmptyBoundsAreComputedFromTheDate) {
    const Chronology chronology = read_chronology(read_table(fixtures + "events.csv"));
    EXPECT_EQ(chronology.events[2].earliest, "1992-05-23");
    EXPECT_EQ(chronology.events[2].date_kind, "point");
    EXPECT_EQ(chronology.events[4].earliest, "1994-11-01");
    EXPECT_EQ(chronology.events[4].latest, "open");
}

TEST(Chronology, ADateThatCannotBeReadIsShownWithItsCharacter) {
    EXPECT_EQ(problems("e1,1900-02-29,,,,A,\n"),
              "events.csv:2:2: '1900-02-29' is no date, at character 9; there is no day 29 in month 02 of year 1900");
}

TEST(Chronology, BoundsThatDisagreeWithTheDateAreProblems) {
    EXPECT_EQ(problems("e1,1991-11,1991-11-01,1991-11-31,point,A,\n"),
              "events.csv:2:4: latest is 1991-11-31, but of the date 1991-11 it is 1991-11-30; correct the one that is "
              "wrong, or "
              "leave the cell empty\n"
              "events.csv:2:5: date_kind is point, but of the date 1991-11 it is uncertain; correct the one that is "
              "wrong, or "
              "leave the cell empty");
}

TEST(Chronology, AnIdUsedTwiceNamesTheFirstLine) {
    EXPECT_EQ(problems("e1,1991,,,,A,\ne2,1991,,,,B,\ne1,1992,,,,C,\n"),
              "events.csv:4:1: the id e1 stands already on line 2; give one of the two another id");
    EXPECT_NE(problems(",1991,,,,A,\n").find("the event has no id"), std::string::npos);
}

TEST(Chronology, AnUnknownQuadSuggestsTheNearest) {
    EXPECT_EQ(problems("e1,1991,,,,A,VCOP\n"), "events.csv:2:7: quad is 'VCOP'; did you mean 'VCOOP'?");
}

TEST(Chronology, AllProblemsOfAllTablesComeInOnePass) {
    const std::string text =
        problems("e1,1991-13,,,,A,\ne2,1992,,,,B,\n", "e1,e3,causes,proposed,\n", "e9,date,1,a,2,b\n");
    EXPECT_NE(text.find("events.csv:2:2"), std::string::npos) << text;
    EXPECT_NE(text.find("links.csv:2:2: there is no event 'e3'"), std::string::npos) << text;
    EXPECT_NE(text.find("conflicts.csv:2:1: there is no event 'e9'"), std::string::npos) << text;
}

TEST(Chronology, TheCandidateChronologyOfKazakhstanIsSound) {
    const std::filesystem::path folder = TARAZY_SHARED_DIR "/data/trace";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
    const Table events = read_table(folder / "kazakhstan_chronology_candidate.csv");
    const Table links = read_table(folder / "kazakhstan_links_candidate.csv");
    const Table conflicts = read_table(folder / "source_conflicts.csv");
    const Chronology chronology = read_chronology(events, &links, &conflicts);
    EXPECT_EQ(chronology.events.size(), 247u);
    EXPECT_EQ(chronology.links.size(), 222u);
    EXPECT_EQ(chronology.conflicts.size(), 30u);
    for (const std::string& warning : chronology.warnings) {
        EXPECT_NE(warning.find("only possibly in order"), std::string::npos) << warning;
    }
}

TEST(Chronology, TheShippedStudyIsSound) {
    const std::string folder = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/";
    const Table events = read_table(folder + "chronology.csv"), links = read_table(folder + "links.csv"),
                conflicts = read_table(folder + "source_conflicts.csv");
    const Chronology chronology = read_chronology(events, &links, &conflicts);
    EXPECT_GT(chronology.events.size(), 200u);
    EXPECT_GT(chronology.links.size(), 200u);
}

}  // namespace chronology_test
}  // namespace tarazy
