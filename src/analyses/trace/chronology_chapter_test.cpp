#include "analyses/trace/chronology_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "trace/chronology/chronology_summary.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace chronology_chapter_test {

ChronologyEvent dated(const std::string& edtf) {
    ChronologyEvent event;
    event.edtf = edtf;
    return event;
}

TEST(ShownDate, NeedsNoManual) {
    EXPECT_EQ(shown_date(dated("1991-08-29")), "1991-08-29");
    EXPECT_EQ(shown_date(dated("1986-12-17/1986-12-18")), "1986-12-17 – 1986-12-18");
    EXPECT_EQ(shown_date(dated("[1995-04-21..1995-04-24]")), "1995-04-21 … 1995-04-24");
}

TEST(ChronologyBody, EventsInConflictAreMarkedAndLinksLeadToEvents) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = chronology_body(context, result.analyses.back()).markup;
    EXPECT_NE(markup.find("id=\"event-e055\""), std::string::npos);
    EXPECT_NE(markup.find("sources disagree"), std::string::npos);
    EXPECT_NE(markup.find("href=\"#event-e002\""), std::string::npos);
    EXPECT_NE(markup.find("All 247 events"), std::string::npos);
}

TEST(ChronologyBody, AnAddressThatIsNoWebAddressIsNotLinked) {
    Chronology chronology;
    chronology.events = {dated("1991")};
    chronology.events.back().url = "javascript:alert(1)";
    StudyResult result;
    result.analyses.emplace_back();
    result.analyses.back().method = "trace.chronology";
    result.analyses.back().tables = {{"", chronology_table(chronology)}};
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(chronology_body(context, result.analyses.back()).markup.find("href=\"javascript"), std::string::npos);
}

TEST(ConflictTable, BothValuesStandSideBySide) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = conflicts_part(context).markup;
    EXPECT_NE(markup.find("1995-04-21"), std::string::npos);
    EXPECT_NE(markup.find("1995-04-24"), std::string::npos);
}

}  // namespace chronology_chapter_test
}  // namespace tarazy
