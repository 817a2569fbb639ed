#include "analyses/network/knockout_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace knockout_analysis_test {

const Claim* claim_called(const std::vector<Claim>& claims, const std::string& id) {
    const auto found = std::ranges::find(claims, id, &Claim::id);
    return found == claims.end() ? nullptr : &*found;
}

TEST(KnockoutAnalysis, LossesAndShapleyValuesOfTheFocus) {
    const PreparedAnalysis analysis = prepared_analysis("knockout");
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    // KAZ: dialogue from ONE and TWO, verification from ONE.
    EXPECT_EQ(claim_called(claims, "knockout.lost.ONE")->value, 1);
    EXPECT_EQ(claim_called(claims, "knockout.lost.TWO")->value, 0);
    EXPECT_EQ(claim_called(claims, "knockout.lost_together")->value, 2);
    EXPECT_EQ(claim_called(claims, "knockout.shapley.ONE")->value, 1.5);
    EXPECT_EQ(claim_called(claims, "knockout.shapley.TWO")->value, 0.5);
    EXPECT_EQ(claim_called(claims, "knockout.shapley.THREE")->value, 0);
}

TEST(KnockoutAnalysis, PairsThatLoseMoreTogetherAreKept) {
    const PreparedAnalysis analysis = prepared_analysis("knockout");
    const std::vector<ResultTable> tables = analysis.compute();
    const Table* pairs = find_table(tables, "pairs");
    ASSERT_NE(pairs, nullptr);
    ASSERT_EQ(pairs->rows(), 1u);
    EXPECT_EQ((*pairs)["removed"].display(0), "ONE; TWO");
    EXPECT_EQ((*pairs)["synergy"].integer(0), 1);
}

TEST(KnockoutAnalysis, AnInstitutionThatNobodyIsInIsNoted) {
    PreparedAnalysis analysis = prepared_analysis("knockout");
    analysis.plan.parameters.set("knockouts", std::string("ONE,NOWHERE"));
    const std::vector<ResultTable> tables = analysis.compute();
    const std::vector<std::string> notes = notes_in(tables);
    EXPECT_TRUE(std::ranges::any_of(
        notes, [](const std::string& note) { return note.find("nobody is in NOWHERE") != std::string::npos; }));
    EXPECT_EQ(claim_called(analysis.method->claims(analysis.plan, tables), "knockout.lost_together")->value, 1);
}

}  // namespace knockout_analysis_test
}  // namespace tarazy
