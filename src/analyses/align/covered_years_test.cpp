#include "analyses/align/covered_years.hpp"

#include "align/balance/window_summary.hpp"
#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace covered_years_test {

AnalysisResult with_summary() {
    WindowSummary summary;
    summary.add({"KAZ", "votes", "evenness", "", {1992, 2025}, 34, 1992, 2025}, 0.9, {});
    summary.add({"KAZ", "imports", "evenness", "", {1992, 2025}, 20, 1994, 2014}, 0.9, {});
    AnalysisResult analysis;
    analysis.tables.push_back({"summary", std::move(summary).table()});
    return analysis;
}

TEST(CoveredYears, AreThoseOfTheDomain) {
    const AnalysisResult analysis = with_summary();
    EXPECT_EQ(covered_years(analysis, "KAZ", "imports", "1992-2025"), (CoveredYears{1994, 2014, 20}));
    EXPECT_EQ(covered_years(analysis, "KAZ", "", "1992-2025"), (CoveredYears{1992, 2025, 34}));
    EXPECT_FALSE(covered_years(analysis, "UZB", "imports", "1992-2025"));
    EXPECT_FALSE(covered_years({}, "KAZ", "imports", "1992-2025"));
}

TEST(CoveredYears, InWordsASingleYearIsNoSpan) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(shown_covered(context, with_summary(), "imports", "1992-2025"), "1994–2014");
    EXPECT_EQ(shown_covered(context, {}, "imports", "1992-2025"), "1992–2025") << "all that is known is what was asked";
    EXPECT_EQ(covered_in_words(context, {2001, 2001, 1}).en, "2001 (1 year)");
    EXPECT_EQ(covered_in_words(context, {1994, 2014, 21}).ru, "1994–2014 (21 год)");
}

}  // namespace covered_years_test
}  // namespace tarazy
