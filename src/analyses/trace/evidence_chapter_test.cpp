#include "analyses/trace/evidence_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/trace/evidence_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace evidence_chapter_test {

TEST(EvidenceChapter, HasFiguresCluesReasonsAndWhatToLookForNext) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = evidence_body(context, motives_result()).markup;
    for (const char* part : {"figure-scoreboard-motives", "figure-evidence_ladder-motives", "evidence-clues-motives",
                             "evidence-priors-motives", "evidence-reasons-motives", "evidence-tornado-motives",
                             "evidence-planner-motives", "Nobody pressed yet", "Собственная воля",
                             "Полигон ешкім сұрамай тұрып жабылды", "claim-motives.posterior.norm"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    EXPECT_NE(evidence_body(context, AnalysisResult{}).markup.find("quiet"), std::string::npos);
}

TEST(EvidenceChapter, NumbersAreCalledByTheNamesOfTheExplanations) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_EQ(evidence_quantity(context, {"", "", "posterior", {"norm"}, ""})->en,
              "probability of “Norm” after all clues");
    EXPECT_EQ(evidence_quantity(context, {"", "", "weight", {"norm", "will"}, ""})->ru,
              "перевес объяснения «Норма» над объяснением «Собственная воля», децибелы");
    EXPECT_FALSE(evidence_quantity(context, {"", "", "nothing", {}, ""}));
}

}  // namespace evidence_chapter_test
}  // namespace tarazy
