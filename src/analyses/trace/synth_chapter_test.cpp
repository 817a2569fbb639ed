#include "analyses/trace/synth_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace synth_chapter_test {

TEST(SynthChapter, TheEffectLeadsToItsClaimAndThePlacebosStandBelow) {
    const ReportContext context(every_method_result(), all_chapters());
    const AnalysisResult& analysis = *context.analysis("control");
    EXPECT_TRUE(has_control(analysis));
    const std::string html = synth_body(context, analysis).markup;
    EXPECT_NE(html.find("#claim-control.mean_effect.2012-2016"), std::string::npos);
    EXPECT_NE(html.find("#claim-control.effect.2014"), std::string::npos);
    EXPECT_NE(html.find("Each state as if the event had been its own"), std::string::npos);
}

TEST(SynthChapter, WhereTheDataForbidAnEffectTheReasonStandsInThreeLanguages) {
    const ReportContext context(every_method_result(), all_chapters());
    const AnalysisResult& analysis = *context.analysis("control_short");
    EXPECT_FALSE(has_control(analysis));
    const std::string html = synth_body(context, analysis).markup;
    for (const char* part : {"no effect can be estimated", "әсерді бағалау мүмкін емес", "оценить эффект нельзя"})
        EXPECT_NE(html.find(part), std::string::npos) << part;
    EXPECT_EQ(html.find("figure-table"), std::string::npos);
}

}  // namespace synth_chapter_test
}  // namespace tarazy
