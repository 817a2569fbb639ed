#include "serve/evidence/study_evidence.hpp"

#include "serve/cases/case_study_test.hpp"
#include "serve/coding/study_file_cache.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <string>

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
    ASSERT_EQ(edits.size(), 7u);
    EXPECT_EQ(edits[0].column, "likelihood");
    EXPECT_EQ(edits[0].seen, "0.5");
    EXPECT_EQ(edits[0].text, "0.9");
    EXPECT_EQ(edits[3].column, "judged_by");
    for (std::size_t i = 4; i < 7; ++i)
        EXPECT_EQ(edits[i].text, "") << "a reason for another number: " << edits[i].column;
    const std::vector<SheetEdit> prior =
        edits_of_judge(evidence, {{"motives", "", "will", "B", 0.5, 0.2, 0.5, ""}}, "B");
    ASSERT_GE(prior.size(), 2u);
    EXPECT_EQ(prior[0].seen, "0.3333333333333333") << "as it is written, to the last digit";
    EXPECT_THROW((void)edits_of_judge(evidence, judgements, "nobody"), RefusedRequest);
}

TEST(StudyEvidence, AReasonGoesIntoTheColumnOfItsLanguage) {
    testing_serve::CopiedStudy copy;
    StudyFileCache files;
    const StudyEvidence evidence = read_study_evidence(copy.study, *files.of(copy.study));
    const std::vector<JudgedLikelihood> judged = {
        {"motives", "movement_1989", "will", "B", 0.9, 0.8, 0.95, "Қозғалыс шешімнен бұрын болды."}};
    std::map<std::string, std::string> texts;
    for (const SheetEdit& edit : edits_of_judge(evidence, judged, "B", "kk")) texts[edit.column] = edit.text;
    EXPECT_EQ(texts.at("why_kk"), "Қозғалыс шешімнен бұрын болды.");
    EXPECT_EQ(texts.at("why_en"), "");
    EXPECT_EQ(texts.at("judged_by"), "B");
}

}  // namespace
}  // namespace tarazy::study_evidence_test
