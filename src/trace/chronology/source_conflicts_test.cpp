#include "trace/chronology/source_conflicts.hpp"

#include "io/read_table.hpp"
#include "trace/chronology/chronology.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace source_conflicts_test {

const std::string head = "event,attribute,value_a,source_a,value_b,source_b\n";

std::vector<std::string> problems(const std::string& rows) {
    const std::vector<std::string> ids = {"e012", "e055"};
    Diagnostics diagnostics;
    (void)read_conflicts(read_csv(head + rows, "conflicts.csv"), ids, diagnostics);
    std::vector<std::string> texts;
    for (const Problem& problem : diagnostics.problems()) texts.push_back(to_string(problem));
    return texts;
}

TEST(SourceConflicts, BothValuesAreKeptAsFound) {
    Diagnostics diagnostics;
    const std::vector<std::string> ids = {"e014"};
    const auto conflicts =
        read_conflicts(read_csv(head + "e014,tests,456,Nukewatch,468,Ministry\n", "c.csv"), ids, diagnostics);
    ASSERT_EQ(conflicts.size(), 1u);
    EXPECT_EQ(conflicts[0].value_a, "456");
    EXPECT_EQ(conflicts[0].source_b, "Ministry");
    EXPECT_TRUE(diagnostics.empty());
}

TEST(SourceConflicts, AnEventThatDoesNotExistSuggestsTheNearest) {
    EXPECT_EQ(problems("e0121,date,1,A,2,B\n"),
              std::vector<std::string>{"conflicts.csv:2:1: there is no event 'e0121' in the "
                                       "chronology; did you mean 'e012'?"});
}

TEST(SourceConflicts, SourcesThatAgreeAreNoConflict) {
    EXPECT_EQ(problems("e012,date,1989,A,1989,B\n"),
              std::vector<std::string>{"conflicts.csv:2:5: both sources say '1989'; leave the "
                                       "row out, or correct the value that is wrong"});
}

TEST(SourceConflicts, EveryEmptyCellIsReported) {
    EXPECT_EQ(problems("e012,,1989,,1990,B\n").size(), 2u);
}

TEST(SourceConflicts, ACountAnEventAndItsDisputedAttributes) {
    std::vector<ChronologyEvent> events(2);
    events[0].id = "e1";
    events[1].id = "e2";
    events[1].title = "Second";
    const std::vector<SourceConflict> conflicts = {
        {"e2", "date", "1", "a", "2", "b"}, {"e2", "place", "1", "a", "2", "b"}, {"e2", "date", "1", "a", "3", "c"}};
    const Table table = conflicts_by_event(events, conflicts);
    ASSERT_EQ(table.rows(), 1u);
    EXPECT_EQ(table["event"].display(0), "e2");
    EXPECT_EQ(table["conflicts"].integer(0), 3);
    EXPECT_EQ(table["attributes"].display(0), "date; place");
}

}  // namespace source_conflicts_test
}  // namespace tarazy
