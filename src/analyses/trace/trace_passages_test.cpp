#include "analyses/trace/trace_passages.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace trace_passages_test {

const AnalysisResult& analysis_by(const char* method) {
    const StudyResult& result = every_method_result();
    return *std::ranges::find(result.analyses, method, &AnalysisResult::method);
}

TEST(TracePassages, EventsHaveTheirSourceAndTheNumberOfEvents) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::vector<Passage> passages = event_passages(context, analysis_by("trace.chronology"));
    ASSERT_FALSE(passages.empty());
    for (const Passage& passage : passages) {
        EXPECT_NE(context.claim(passage.claim), nullptr) << passage.claim;
        EXPECT_FALSE(passage.statement.en.empty());
        EXPECT_EQ(passage.excerpt, "") << "its description is the study's own";
    }
}

TEST(TracePassages, CluesAreToldInTheLanguagesOfTheStudy) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::vector<Passage> passages = clue_passages(context, analysis_by("trace.evidence"));
    ASSERT_FALSE(passages.empty());
    for (const Passage& passage : passages) {
        EXPECT_NE(context.claim(passage.claim), nullptr) << passage.claim;
        EXPECT_NE(passage.note.find("found: "), std::string::npos);
    }
    EXPECT_TRUE(clue_passages(context, analysis_by("trace.chronology")).empty());
}

}  // namespace trace_passages_test
}  // namespace tarazy
