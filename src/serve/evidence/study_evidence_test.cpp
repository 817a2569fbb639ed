#include "serve/evidence/study_evidence.hpp"

#include "serve/cases/case_study_test.hpp"
#include "serve/coding/study_file_cache.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy::study_evidence_test {
namespace {

TEST(StudyEvidence, AJudgesNumbersGoIntoTheFiles) {
    testing_serve::CopiedStudy copy;
    StudyFileCache files;
    const StudyEvidence evidence = read_study_evidence(copy.study, *files.of(copy.study));
    EXPECT_EQ(evidence.sets.size(), 4u);
    const std::vector<JudgedLikelihood> judgements = {{"motives", "movement_1989", "will", "B", 0.9, 0.8, 0.95, ""},
                                                      {"motives", "movement_1989", "norm", "other", 0.1, 0.1, 0.1, ""}};
    const std::vector<SheetEdit> edits = edits_of_judge(evidence, judgements, "B");
    ASSERT_EQ(edits.size(), 4u);
    EXPECT_EQ(edits[0].column, "likelihood");
    EXPECT_EQ(edits[0].seen, "0.5");
    EXPECT_EQ(edits[0].text, "0.9");
    EXPECT_EQ(edits[3].column, "judged_by");
    const std::vector<SheetEdit> prior =
        edits_of_judge(evidence, {{"motives", "", "will", "B", 0.5, 0.2, 0.5, ""}}, "B");
    ASSERT_EQ(prior.size(), 2u);
    EXPECT_EQ(prior[0].seen, "0.3333333333333333") << "as it is written, to the last digit";
    EXPECT_THROW((void)edits_of_judge(evidence, judgements, "nobody"), RefusedRequest);
}

}  // namespace
}  // namespace tarazy::study_evidence_test
