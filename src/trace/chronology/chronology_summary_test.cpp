#include "trace/chronology/chronology_summary.hpp"

#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace chronology_summary_test {

Chronology fixture() {
    const std::string folder = TARAZY_SOURCE_DIR "/src/trace/testdata/";
    const Table events = read_table(folder + "events.csv"), links = read_table(folder + "links.csv"),
                conflicts = read_table(folder + "conflicts.csv");
    return read_chronology(events, &links, &conflicts);
}

TEST(ChronologySummary, EventsAreCountedByTheYearTheyBeganAndByTag) {
    EXPECT_EQ(
        to_csv(events_by_year(fixture().events)),
        "year,tag,events\n1991,,2\n1991,DOM,1\n1991,NUC,1\n1991,RUS,1\n1992,,1\n1992,NUC,1\n1992,RUS,1\n1992,USA,1\n"
        "1993,,1\n1993,NUC,1\n1994,,1\n1994,NUC,1\n1994,USA,1\n");
}

TEST(ChronologySummary, AnOpenBeginningCountsInItsLastYear) {
    std::vector<ChronologyEvent> events(1);
    events[0].edtf = "../1990";
    EXPECT_EQ(to_csv(events_by_year(events)), "year,tag,events\n1990,,1\n");
}

TEST(ChronologySummary, LinksAreCountedByTypeAndBasis) {
    EXPECT_EQ(to_csv(links_by_basis(fixture().links)), "type,basis,links\ncauses,literature,2\nenables,proposed,2\n");
}

TEST(ChronologySummary, EveryEventCarriesItsLinksAndConflicts) {
    const Table table = chronology_table(fixture());
    ASSERT_EQ(table.rows(), 5u);
    EXPECT_EQ(table["actors"].display(2), "KAZ; USA; RUS");
    EXPECT_EQ(table["links_from"].integer(3), 1);
    EXPECT_EQ(table["links_to"].integer(2), 2);
    EXPECT_EQ(table["conflicts"].integer(3), 3);
    EXPECT_EQ(table["conflicts"].integer(0), 0);
}

}  // namespace chronology_summary_test
}  // namespace tarazy
