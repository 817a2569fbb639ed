#include "report/method_chapters.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace method_chapters_test {

TEST(MethodChapters, OneAnAnalysisWithLimitsAndCommand) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup = method_chapters(context).markup;
    for (const AnalysisResult& analysis : result.analyses)
        EXPECT_NE(markup.find("<section id=\"analysis-" + analysis.id + "\""), std::string::npos);
    EXPECT_NE(markup.find("Raw agreement moves with what is put to the vote &lt;agenda&gt;."), std::string::npos);
    EXPECT_NE(markup.find("shipped with the study"), std::string::npos);
}

TEST(MethodChapters, LongTablesOfOtherMethodsAreCutAndSayIt) {
    StudyResult result;
    Table table;
    table.add("x", Column(std::vector<double>(500, 1.5)));
    AnalysisResult analysis;
    analysis.id = "later";
    analysis.method = "network.measures";
    analysis.tables.push_back({"", table});
    result.analyses.push_back(analysis);
    const ReportContext context(result, all_chapters());
    EXPECT_NE(method_chapters(context).markup.find("The first 200 of 500 rows"), std::string::npos);
}

}  // namespace method_chapters_test
}  // namespace tarazy
