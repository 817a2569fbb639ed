#include "report/theory_scoreboard.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace theory_scoreboard_test {

TEST(TheoryScoreboard, EachTheoryIsCountedAndAnotherExpectationShows) {
    StudyResult result = sample_result();
    result.propositions.resize(2);
    result.propositions[0].verdict = Verdict::supported;
    result.propositions[0].expects = {{"realism", Expectation::fails}, {"constructivism", Expectation::holds}};
    result.propositions[0].expects_seen = true;
    result.propositions[1].verdict = Verdict::silent;
    result.propositions[1].expects = {{"realism", Expectation::holds}};
    const std::string markup = theory_scoreboard(ReportContext(result, all_chapters())).markup;
    EXPECT_NE(
        markup.find("realism: of 2 propositions 0 came out as expected, 1 the other way, 0 divided, 1 open; where "
                    "theories differ, 0 as expected and 1 the other way."),
        std::string::npos)
        << markup;
    EXPECT_NE(markup.find("✕ "), std::string::npos);
    EXPECT_NE(markup.find("class=\"apart\""), std::string::npos);
    EXPECT_NE(markup.find("1 of 2 lines were written when the verdicts were known."), std::string::npos);
    EXPECT_EQ(markup.find("institutionalism:"), std::string::npos) << "the study expects nothing by it";
}

TEST(TheoryScoreboard, OfAStudyWithoutTheoriesThereIsNone) {
    StudyResult result = sample_result();
    for (JudgedProposition& proposition : result.propositions) proposition.expects.clear();
    EXPECT_TRUE(theory_scoreboard(ReportContext(result, all_chapters())).markup.empty());
}

}  // namespace theory_scoreboard_test
}  // namespace tarazy
