#include "analyses/simulate/past_skill.hpp"

#include "analyses/every_method_test.hpp"
#include "analyses/simulate/forecast_data.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace past_skill_test {

TEST(PastSkill, SkillsOfAllAndQuantilesOfThoseAskedFor) {
    const PreparedAnalysis analysis = prepared_analysis("foreseen");
    const auto study = study_panel(analysis.plan, analysis.roles());
    std::vector<std::string> notes;
    const PastSkill past =
        past_skill(analysis.plan, study->panel, study->scale, study->forecasters, {1}, {"drift"}, notes);
    EXPECT_EQ(past.skill.rows(), 4u);
    ASSERT_GT(past.quantiles.rows(), 0u);
    EXPECT_EQ(text_in(past.quantiles, "forecaster", 0), "drift");
    EXPECT_EQ(
        past_skill(analysis.plan, study->panel, study->scale, study->forecasters, {1}, {}, notes).quantiles.rows(), 0u);
}

TEST(PastSkill, WhyNothingCouldBeScoredIsANote) {
    PreparedAnalysis analysis = prepared_analysis("foreseen");
    analysis.plan.parameters.set("years", Span{2011, 2016});
    const auto study = study_panel(analysis.plan, analysis.roles());
    std::vector<std::string> notes;
    const PastSkill past = past_skill(analysis.plan, study->panel, study->scale, study->forecasters, {1}, {}, notes);
    EXPECT_EQ(past.skill.rows(), 0u);
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_NE(notes[0].find("could be scored"), std::string::npos);
}

}  // namespace past_skill_test
}  // namespace tarazy
