#include "analyses/trace/chronology_rows.hpp"

#include "study/data_files.hpp"
#include "trace/chronology/chronology_summary.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace chronology_rows_test {

TEST(ChronologyRows, TablesGiveBackWhatTheyWereMadeOf) {
    Chronology chronology;
    chronology.events = {
        {"e1",
         "1991-08-29",
         "1991-08-29",
         "1991-08-29",
         "point",
         "Closure; of the site",
         "text, with \"quotes\"",
         {"KAZ", "RUS"},
         {"NUC"},
         "VCOOP",
         "decree",
         "https://example.org",
         "high"},
        {"e2", "1992", "1992-01-01", "1992-12-31", "uncertain", "Later", "", {}, {}, "", "", "", "low"}};
    chronology.events[0].description_kk = "мәтін; «тырнақшамен»";
    chronology.events[0].description_ru = "текст; с «кавычками»";
    chronology.links = {{"e1", "e2", "causes", "literature", "a book; 2nd edition"}};
    chronology.conflicts = {{"e2", "date", "1992", "A", "1993", "B"}};
    AnalysisResult analysis;
    analysis.tables = {{"", as_written(chronology_table(chronology))},
                       {"each_link", as_written(link_table(chronology.links))},
                       {"each_conflict", as_written(conflict_table(chronology.conflicts))}};
    const auto events = events_of(analysis);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].title, "Closure; of the site");
    EXPECT_EQ(events[0].description, "text, with \"quotes\"");
    EXPECT_EQ(events[0].description_kk, "мәтін; «тырнақшамен»");
    EXPECT_EQ(events[0].description_ru, "текст; с «кавычками»");
    EXPECT_EQ(events[1].description_ru, "");
    EXPECT_EQ(events[0].actors, (std::vector<std::string>{"KAZ", "RUS"}));
    EXPECT_EQ(events[1].edtf, "1992");
    EXPECT_TRUE(events[1].tags.empty());
    ASSERT_EQ(links_of(analysis).size(), 1u);
    EXPECT_EQ(links_of(analysis)[0].stated_in, "a book; 2nd edition");
    ASSERT_EQ(conflicts_of(analysis).size(), 1u);
    EXPECT_EQ(conflicts_of(analysis)[0].value_b, "1993");
}

}  // namespace chronology_rows_test
}  // namespace tarazy
