#include "analyses/simulate/skill_claims.hpp"

#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace skill_claims_test {

TEST(SkillClaims, OverTheBestAndOverTheLastValue) {
    const PreparedAnalysis analysis = prepared_analysis("hedged");
    const std::vector<ResultTable> tables = analysis.compute();
    const Table& skill = *find_table(tables, "skill");
    std::vector<Claim> best, last;
    add_skills(analysis.plan, {"simulate hedge", "alignment"}, skill, best);
    add_skills_over_last(analysis.plan, {"simulate hedge", "alignment"}, skill, last);
    EXPECT_EQ(best.size(), skill.rows());
    EXPECT_LT(last.size(), best.size()) << "the last value has no skill over itself";
    EXPECT_EQ(best.front().id, "hedged.skill.hedge-1");
    EXPECT_EQ(last.front().id, "hedged.skill_over_persistence.hedge-1");
    ASSERT_TRUE(last.front().interval);
    EXPECT_LE(last.front().interval->lower, *last.front().value);
    EXPECT_EQ(last.front().inputs.size(), 1u);
}

}  // namespace skill_claims_test
}  // namespace tarazy
