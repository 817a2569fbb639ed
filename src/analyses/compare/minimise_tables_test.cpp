#include "analyses/compare/minimise_tables.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace minimise_tables_test {

struct Minimised {
    ComparisonPlan plan;
    TruthTable table;
};

Minimised reversal(const std::string& expectation = "") {
    const PreparedAnalysis analysis = prepared_analysis("reversal");
    Minimised made{comparison_of(analysis.plan, analysis.roles()), {}};
    if (!expectation.empty()) made.plan.minimise.expectations = {made.plan.cases.space.literal(0, 1)};
    made.table = truth_table(made.plan.cases, made.plan.cuts);
    return made;
}

TEST(MinimiseTables, OneKindOfSolutionIsWhatItIsAmongAll) {
    const Minimised made = reversal("NORM");
    const auto all = named_solutions(made.plan, made.table, every_solution);
    std::size_t found = 0;
    for (const SolutionKind kind : solution_kinds) {
        for (const NamedSolution& alone : named_solutions(made.plan, made.table, {kind})) {
            EXPECT_EQ(alone.name, all.at(found).name);
            EXPECT_EQ(alone.solution.models, all.at(found).solution.models);
            ++found;
        }
    }
    EXPECT_EQ(found, all.size());
    EXPECT_GT(found, 2u);
}

TEST(MinimiseTables, WithoutContrastOnlyTheConservativeSolutionHasAMeaning) {
    Minimised made = reversal();
    for (double& outcome : made.plan.cases.outcome) outcome = 1;
    made.table = truth_table(made.plan.cases, made.plan.cuts);
    EXPECT_TRUE(without_contrast(made.plan, made.table));
    EXPECT_EQ(named_solutions(made.plan, made.table, every_solution).size(), 1u);
    EXPECT_TRUE(named_solutions(made.plan, made.table, {SolutionKind::parsimonious}).empty());
}

TEST(MinimiseTables, AConditionMayNotBeCalledLikeAColumn) {
    Minimised made = reversal();
    made.plan.cases.space.conditions[0].name = "case";
    EXPECT_THROW((void)membership_table(made.plan.cases), InputError);
    EXPECT_EQ(sufficiency_table(made.plan.cases).rows(), 6u);
}

}  // namespace minimise_tables_test
}  // namespace tarazy
