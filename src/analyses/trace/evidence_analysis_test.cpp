#include "analyses/trace/evidence_analysis.hpp"

#include "analyses/trace/evidence_result_test.hpp"
#include "base/error.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace evidence_analysis_test {

TEST(EvidenceAnalysis, HasATableForEachQuestion) {
    const std::vector<ResultTable>& tables = motives_result().tables;
    for (const char* name :
         {"", "scoreboard", "ladder", "weights", "tornado", "planner", "hypotheses", "clues", "judgements"})
        ASSERT_NE(find_table(tables, name), nullptr) << name;
    EXPECT_EQ(text_in(*find_table(tables, "hypotheses"), "name_kk", 1), "Өз ерік-жігері");
    EXPECT_EQ(text_in(*find_table(tables, "judgements"), "other", 3), "0.4; 0.6");
    EXPECT_EQ(text_in(*find_table(tables, "clues"), "counting", 2), "weaker in its group");
}

TEST(EvidenceAnalysis, TheSetIsChosenByAParameter) {
    PreparedAnalysis prepared = prepared_analysis("motives");
    prepared.plan.parameters.set("set", std::string("theories"));
    EXPECT_EQ(find_table(prepared.compute(), "scoreboard")->rows(), 2u);
    Parameters without;
    without.set("draws", std::int64_t{100});
    without.set("shape", std::string("pert"));
    prepared.plan.parameters = without;
    EXPECT_THROW((void)prepared.compute(), InputError);
}

TEST(EvidenceAnalysis, WithoutACountedClueThereIsNoFinding) {
    PreparedAnalysis prepared = prepared_analysis("motives");
    Table& clues = prepared.tables.at("clues");
    std::vector<std::string> found(clues.rows(), "not_sought");
    clues.columns[*clues.find("found")] = Column(found);
    const auto claims = prepared.method->claims(prepared.plan, prepared.compute());
    EXPECT_TRUE(std::ranges::none_of(
        claims, [&](const Claim& claim) { return prepared.method->is_finding(prepared.plan, claim); }));
    EXPECT_FALSE(prepared.method->why_empty(prepared.plan, {}).empty());
}

}  // namespace evidence_analysis_test
}  // namespace tarazy
