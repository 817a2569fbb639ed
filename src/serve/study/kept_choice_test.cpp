#include "serve/study/kept_choice.hpp"

#include "analyses/all_methods.hpp"
#include "io/atomic_file.hpp"
#include "serve/request.hpp"
#include "study/study_file.hpp"

#include <gtest/gtest.h>

namespace kept_choice_test {
namespace {

using namespace tarazy;
using Kind = StudyEdit::Kind;

const std::string file = TARAZY_SOURCE_DIR "/studies/mongolia/study.toml";

TEST(KeptChoice, IsAChoiceOfTheStudy) {
    const std::string text = read_file(file);
    const std::vector<StudyEdit> edits = {{Kind::set, "pole.THIRD.members", R"(["USA", "JPN"])"}};
    const std::string once = with_choice(text, "a narrow third neighbour", "Two allies only.", "en", edits);
    const std::string twice = with_choice(once, "a narrow third neighbour", "", "kk", edits);
    const StudyFile before = parse_study_file(text, file, all_methods());
    const StudyFile study = parse_study_file(twice, file, all_methods());
    ASSERT_EQ(study.choices.size(), before.choices.size() + 2);
    const StudyChoice& kept = study.choices[before.choices.size()];
    EXPECT_EQ(kept.alternatives.at(1).set.at(0).path, "pole.THIRD.members");
    EXPECT_EQ(kept.name.en, "a narrow third neighbour");
    EXPECT_NE(kept.id.text, study.choices.back().id.text);
}

TEST(KeptChoice, NeedsANameAndAValueOfTheStudy) {
    const std::string text = read_file(file);
    EXPECT_THROW((void)with_choice(text, "", "", "en", std::vector<StudyEdit>{{Kind::set, "study.seed", "1"}}),
                 RefusedRequest);
    EXPECT_THROW((void)with_choice(text, "x", "", "en", std::vector<StudyEdit>{}), RefusedRequest);
    EXPECT_THROW((void)with_choice(text, "x", "", "en", std::vector<StudyEdit>{{Kind::set, "study.none", "1"}}),
                 RefusedRequest);
}

}  // namespace
}  // namespace kept_choice_test
