#include "analyses/text/line_passages.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace line_passages_test {

TEST(LinePassages, EachLineLeadsToTheNumberOfItsFindsInTheWordsOfTheDocument) {
    const StudyResult& result = every_method_result();
    const ReportContext context(result, all_chapters());
    const auto concordance = std::ranges::find(result.analyses, "text.concordance", &AnalysisResult::method);
    ASSERT_NE(concordance, result.analyses.end());
    const std::vector<Passage> passages = line_passages(context, *concordance);
    ASSERT_FALSE(passages.empty());
    for (const Passage& passage : passages) {
        EXPECT_NE(context.claim(passage.claim), nullptr) << passage.claim;
        EXPECT_FALSE(passage.excerpt.empty());
        EXPECT_EQ(passage.language, "en");
        EXPECT_NE(passage.note.find(", sentence "), std::string::npos);
        EXPECT_EQ(passage.role, "documents");
    }
    EXPECT_TRUE(line_passages(context, result.analyses.front()).empty()) << "it has no lines";
}

}  // namespace line_passages_test
}  // namespace tarazy
