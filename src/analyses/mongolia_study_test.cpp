// The study of Mongolia, from its shipped tables: a study of votes alone, without repeated texts.
#include "analyses/all_methods.hpp"
#include "report/method_chapters.hpp"
#include "report/report_context.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace tarazy {
namespace mongolia_study_test {

const StudyResult& mongolia() {
    static const StudyResult result = [] {
        ::unsetenv("TARAZY_DATA");
        return run_study(read_study_file(TARAZY_SOURCE_DIR "/studies/mongolia", all_methods()), all_methods());
    }();
    return result;
}

TEST(MongoliaStudy, RunsFromItsShippedTables) {
    ASSERT_EQ(mongolia().analyses.size(), 2u);
    for (const AnalysisResult& analysis : mongolia().analyses) {
        EXPECT_TRUE(analysis.from_shipped_table) << analysis.id;
        EXPECT_EQ(analysis.failure, "");
    }
    for (const JudgedProposition& proposition : mongolia().propositions)
        for (const JudgedTest& test : proposition.tests) EXPECT_FALSE(test.claim.empty()) << test.quantity;
}

TEST(MongoliaStudy, NoSessionIsTiedSoNothingIsCalledFreeOfTheAgenda) {
    const ReportContext context(mongolia(), all_chapters());
    ASSERT_NE(context.claim("positions.sessions_untied"), nullptr);
    EXPECT_EQ(context.claim("positions.sessions_untied")->value, 34);
    EXPECT_EQ(context.claim("positions.sessions_joined")->value, 34);
    const std::string html = method_chapters(context).markup;
    EXPECT_EQ(html.find("freed of the agenda"), std::string::npos);
    EXPECT_NE(html.find("34</a> sessions are tied to earlier ones by fewer than 3 repeated texts"), std::string::npos);
}

}  // namespace mongolia_study_test
}  // namespace tarazy
