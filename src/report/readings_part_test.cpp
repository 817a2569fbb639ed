#include "report/readings_part.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"
#include "study/other_readings.hpp"
#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace readings_part_test {

/// An analysis with one tested number, 0.74, that one of two other readings moves to 0.
StudyResult result_with_readings() {
    StudyResult result = sample_result();
    AnalysisResult analysis;
    analysis.id = "all";
    analysis.method = "compare.minimise";
    Claim claim;
    claim.id = "all.focus_rank.NWFZ";
    claim.parts = {"", "", "focus_rank", {"NWFZ"}, ""};
    claim.value = 0.74;
    analysis.claims = {claim};
    TableRows rows(TextColumn{"data"}, TextColumn{"entry"}, TextColumn{"variable"}, TextColumn{"as_recorded"},
                   TextColumn{"other"}, TextColumn{"basis"}, TextColumn{"quantity"}, RealColumn{"value"},
                   TextColumn{"statement"});
    rows.add("cells", "KAZ", "NWFZ", "0.33", "0", "stated alternative", "focus_rank.NWFZ", 0.0, "");
    rows.add("cells", "KAZ", "OPEN", "0.67", "1", "low confidence", "", Column::missing_real, "");
    analysis.tables.push_back({readings_table, rows.table()});
    result.analyses.push_back(std::move(analysis));
    JudgedTest test;
    test.analysis = "all";
    test.quantity = "focus_rank.NWFZ";
    test.claim = "all.focus_rank.NWFZ";
    result.propositions.front().tests.push_back(test);
    return result;
}

TEST(ReadingsPart, SaysHowFarEachTestedNumberMovesAndByWhichColumns) {
    const StudyResult result = result_with_readings();
    const ReportContext context(result, all_chapters());
    const std::string markup = readings_part(context, result.analyses.back()).markup;
    EXPECT_NE(markup.find("0.740"), std::string::npos) << markup;
    EXPECT_NE(markup.find("NWFZ 1"), std::string::npos);
    EXPECT_EQ(markup.find("OPEN 1"), std::string::npos);
    EXPECT_NE(markup.find("2 other readings of single entries"), std::string::npos);
}

TEST(ReadingsPart, IsEmptyWhereNoneWasTried) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    EXPECT_TRUE(readings_part(context, result.analyses.front()).markup.empty());
}

}  // namespace readings_part_test
}  // namespace tarazy
