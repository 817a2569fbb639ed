#include "analyses/simulate/skill_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace skill_chapter_test {

constexpr const char* columns =
    "horizon,forecaster,benchmark,skill,skill_lower,skill_persistence,skill_persistence_lower\n";

std::string said(const std::string& rows) {
    const ReportContext context(every_method_result(), all_chapters());
    const Table skill = read_csv(columns + rows, "skill.csv");
    return skill_sentences(context, &skill, "hedge").markup;
}

TEST(SkillChapter, NoSkillOverTheLastValueIsSaidFirst) {
    EXPECT_NE(said("1,hedge,drift,0.1,0.05,0.1,-0.1\n").find("No demonstrated skill over “last value”, years ahead: 1"),
              std::string::npos);
    EXPECT_NE(said("3,hedge,drift,0.1,-0.05,0.1,0.1\n").find("No demonstrated skill over “drift”"), std::string::npos);
    const std::string both = said("1,hedge,drift,0.1,0.05,0.1,0.1\n5,hedge,drift,0.1,0.05,-0.1,-0.2\n");
    EXPECT_LT(both.find("No demonstrated skill"), both.find("Better than the simple forecasts"));
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_NE(skill_sentences(context, nullptr, "hedge").markup.find("No forecast of the past could be scored"),
              std::string::npos);
}

TEST(SkillChapter, ClaimsAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto words = skill_quantity(context, {"", "", "skill_over_persistence", {"hedge", "3"}, ""});
    ASSERT_TRUE(words);
    EXPECT_EQ(words->en, "“alignment model”, years ahead 3: skill over the last value");
    EXPECT_FALSE(skill_quantity(context, {"", "", "skill", {"3"}, ""}));
}

}  // namespace skill_chapter_test
}  // namespace tarazy
