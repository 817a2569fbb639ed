#include "analyses/text/document_choice.hpp"

#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace document_choice_test {

TEST(DocumentChoice, ReachesFromTheFirstYearOfAllWindowsToTheLast) {
    PreparedAnalysis analysis = prepared_analysis("speeches");
    EXPECT_EQ(text_windows(analysis.plan).size(), 2U);
    analysis.plan.parameters.set("windows", std::vector<Span>{{2005, 2010}, {2001, 2003}, {2004, 2012}});
    const GroupChoice choice = document_choice(analysis.plan, {"KAZ"});
    EXPECT_EQ(choice.first, 2001);
    EXPECT_EQ(choice.last, 2012);
    EXPECT_EQ(choice.groups, (std::vector<std::string>{"KAZ"}));
    EXPECT_EQ(text_window_years(analysis.plan).at(1), (std::pair{2001, 2003}));
    EXPECT_EQ(focus_and_comparison(analysis.plan).front(), analysis.plan.frame.focus);
}

TEST(DocumentChoice, AWindowThatIsNotNamedIsTheStudysYears) {
    AnalysisPlan plan;
    plan.frame.years = {1992, 2024};
    EXPECT_EQ(text_window_years(plan), (std::vector<std::pair<int, int>>{{1992, 2024}}));
}

TEST(DocumentChoice, OnlySomeLanguagesMayBeOfEachSentence) {
    EXPECT_EQ(language_rule(true).choices.back(), "auto");
    EXPECT_EQ(language_rule(false).choices.back(), "zh");
}

}  // namespace document_choice_test
}  // namespace tarazy
