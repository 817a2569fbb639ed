#include "report/method_chapters.hpp"

#include "report/sample_outcome_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(MethodChapters, OneAnAnalysisWithLimitsAndCommand) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    const std::string markup = method_chapters(context).markup;
    for (const AnalysisOutcome& analysis : outcome.analyses)
        EXPECT_NE(markup.find("<section id=\"analysis-" + analysis.id + "\""), std::string::npos);
    EXPECT_NE(markup.find("Raw agreement moves with what is put to the vote &lt;agenda&gt;."), std::string::npos);
    EXPECT_NE(markup.find("shipped with the study"), std::string::npos);
}

TEST(MethodChapters, LongTablesOfOtherMethodsAreCutAndSayIt) {
    StudyOutcome outcome;
    Table table;
    table.add("x", Column(std::vector<double>(500, 1.5)));
    AnalysisOutcome analysis;
    analysis.id = "later";
    analysis.method = "network.measures";
    analysis.tables.push_back({"", table});
    outcome.analyses.push_back(analysis);
    const ReportContext context(outcome);
    EXPECT_NE(method_chapters(context).markup.find("The first 200 of 500 rows"), std::string::npos);
}

}  // namespace
}  // namespace tarazy
