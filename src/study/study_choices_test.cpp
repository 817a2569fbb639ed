#include "study/study_choices.hpp"

#include "analyses/all_methods.hpp"
#include "study/multiverse_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace study_choices_test {

constexpr std::string_view words = R"({ en = "a", kk = "ә", ru = "а" })";

std::string choice(const std::string& id, const std::string& set, const std::string& more = "") {
    const std::string named = "name = " + std::string(words) + '\n';
    return "[[choice]]\nid = \"" + id + "\"\n" + named + "reason = " + std::string(words) +
           "\n[[choice.alternative]]\nid = \"own\"\n" + named + "[[choice.alternative]]\nid = \"other\"\n" + named +
           "set = { " + set + " }\n" + more;
}

/// What is wrong with the example study when this is put below it; lines are counted from there.
std::vector<std::string> problems_of(const std::string& added, bool warnings = false) {
    const MultiverseStudy study;
    const std::string base = study.text();
    const auto lines = static_cast<std::size_t>(std::ranges::count(base, '\n'));
    std::vector<Problem> found;
    try {
        const StudyFile read = parse_study_file(base + added, "study.toml", all_methods());
        if (warnings) found = read.warnings;
    } catch (const InputError& error) {
        found = error.problems();
    }
    std::vector<std::string> told;
    for (Problem& problem : found) {
        problem.line -= std::min(problem.line, lines);
        problem.file.clear();
        told.push_back(std::to_string(problem.line) + ':' + std::to_string(problem.column) + ' ' + problem.what +
                       " | " + problem.remedy);
    }
    return told;
}

void expect_told(const std::vector<std::string>& told, const std::string& part) {
    EXPECT_TRUE(std::ranges::any_of(told, [&](const std::string& one) { return one.find(part) != std::string::npos; }))
        << part << "\nwas not told; told was:\n"
        << (told.empty() ? "" : told.front());
}

TEST(StudyChoices, AreReadWithTheirAlternatives) {
    const StudyFile study = MultiverseStudy().read();
    ASSERT_EQ(study.choices.size(), 4u);
    EXPECT_EQ(study.choices[0].id.text, "west");
    EXPECT_EQ(study.choices[0].reason.kk, "таңдау");
    ASSERT_EQ(study.choices[0].alternatives.size(), 2u);
    EXPECT_TRUE(study.choices[0].alternatives[0].set.empty());
    EXPECT_EQ(study.choices[0].alternatives[1].set.at(0).path, "pole.WEST.members");
    EXPECT_EQ(study.choices[3].alternatives[1].set.at(0).path, "analysis.shares.parameters.bootstrap");
    EXPECT_TRUE(study.warnings.empty()) << to_string(study.warnings.front());
}

TEST(StudyChoices, AStudyUnderAlternativesIsThatOfTheEditedFile) {
    const MultiverseStudy study;
    const StudyFile read = study.read();
    const StudyFile other = study_under(read, std::vector<std::size_t>{1, 0, 1, 1}, all_methods());
    const StudyFile edited = parse_study_file(study.text({1, 0, 1, 1}), "study.toml", all_methods());
    EXPECT_EQ(other.poles.at(2).members.size(), 1u);
    EXPECT_EQ(other.poles.at(2).members.size(), edited.poles.at(2).members.size());
    EXPECT_EQ(other.propositions.at(0).tests.at(1).criterion.bound, 0.99);
    EXPECT_EQ(other.propositions.at(0).tests.at(0).quantity.text, edited.propositions.at(0).tests.at(0).quantity.text);
    EXPECT_EQ(other.analyses.at(0).parameters.back().value.integer, 150);
    EXPECT_EQ(read.poles.at(2).members.size(), 2u) << "the study itself stays as it is";
}

TEST(StudyChoices, AKeyThatIsNotThereIsToldWithTheNearest) {
    const auto told = problems_of(choice("c", R"("pole.WEST.member" = ["USA"])"));
    expect_told(told, "11:9 the study has no key 'pole.WEST.member' | did you mean 'pole.WEST.members'?");
    expect_told(problems_of(choice("c", R"("analysis.shares.bootstrap" = 100)")),
                "did you mean 'analysis.shares.parameters.bootstrap'?");
}

TEST(StudyChoices, AValueOfTheWrongKindIsToldAtItsPlace) {
    const auto told = problems_of(choice("c", R"("pole.WEST.members" = 3)"));
    expect_told(told, "11:31 with c = other: 'members' in [[pole]] is");
    expect_told(problems_of(choice("c", R"("analysis.shares.parameters.bootstrap" = "many")")), "11:");
}

TEST(StudyChoices, AnOverriddenStudyIsHeldToTheChecksOfAnyStudy) {
    expect_told(problems_of(choice("c", R"("pole.WEST.members" = ["USA", "RUS"])")),
                "with c = other: 'RUS' is a member of a pole already");
    expect_told(problems_of(choice("c", R"("analysis.shares.parameters.windows" = ["2005-2010"])")),
                "with c = other: the analysis 'shares' will have no result 'difference.RUS-CHN.2005-2016'");
}

TEST(StudyChoices, OneKeyBelongsToOneChoice) {
    const auto told =
        problems_of(choice("c", R"("study.years" = [2006, 2016])") + choice("d", R"("study.years" = [2007, 2016])"));
    expect_told(told, "22:9 'study.years' is overridden by the choices 'c' (line");
}

TEST(StudyChoices, WhatChangesNothingIsWarnedOf) {
    const auto told = problems_of(choice("c", R"("study.years" = [2005, 2016])"), true);
    expect_told(told, "11:1 the alternative 'other' changes nothing");
}

TEST(StudyChoices, FormIsChecked) {
    expect_told(problems_of("[[choice]]\nid = \"c\"\nname = \"a\"\nreason = \"a\"\n"),
                "the choice 'c' has fewer than two alternatives");
    const std::string named = "name = " + std::string(words) + '\n';
    expect_told(problems_of(choice("c", R"("study.seed" = 2)", "[[choice.alternative]]\nid = \"third\"\n" + named)),
                "has no 'set'");
    expect_told(
        problems_of("[[choice]]\nid = \"c\"\n" + named + "reason = \"a\"\n[[choice.alternative]]\nid = \"own\"\n" +
                    named + "set = { \"study.seed\" = 2 }\n[[choice.alternative]]\nid = \"b\"\n" + named +
                    "set = { \"study.seed\" = 3 }\n"),
        "the first alternative of 'c' is the study as it stands and sets nothing");
    expect_told(problems_of(choice("c", R"("study.seed" = 2)") + choice("c", R"("study.years" = [2006, 2016])")),
                "a second choice has the id 'c'");
    expect_told(problems_of(choice("c", R"("proposition.P1.test" = "x")")), "is a list of tables");
    expect_told(problems_of(choice("c d", R"("study.seed" = 2)")), "holds more than letters");
    expect_told(
        problems_of("[[choice]]\nid = \"c\"\n" + named + "reason = \"a\"\n[[choice.alternative]]\nid = \"own\"\n" +
                    named + "[[choice.alternative]]\nid = \"b\"\n" + named + "set = 3\n"),
        "'set' is a whole number, not a table");
    expect_told(problems_of(choice("c", R"("study.seed" = 2, study.seed = 3)")), "of one alternative are the same key");
}

TEST(StudyChoices, PickedAlternativesInWords) {
    const StudyFile study = MultiverseStudy().read();
    EXPECT_EQ(picked_text(study.choices, std::vector<std::size_t>{0, 0, 0, 0}), "the study as it stands");
    EXPECT_EQ(picked_text(study.choices, std::vector<std::size_t>{1, 0, 1, 0}), "west = usa, bar = higher");
}

}  // namespace study_choices_test
}  // namespace tarazy
