#include "compare/minimisation/contradictions.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "compare/minimisation/assumptions.hpp"
#include "compare/sets/expression.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tarazy {
namespace contradictions_test {

Cases fuzzy_table(std::uint64_t seed) {
    Random random(seed, "cases of the contradictions test", 0);
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}, {"C"}, {"D"}});
    cases.membership.assign(4, {});
    cases.outcome_name = "Y";
    for (int i = 0; i < 10; ++i) {
        cases.names.push_back("c" + std::to_string(i));
        for (auto& column : cases.membership) column.push_back(static_cast<double>(random.below(10)) / 9);
        cases.outcome.push_back(static_cast<double>(random.below(10)) / 9);
    }
    return cases;
}

TEST(Contradictions, AreWhatGoingThroughTheRowsFinds) {
    std::size_t simultaneous = 0, assumed = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Cases cases = fuzzy_table(seed), negated = with_outcome_negated(cases);
        ContradictionOptions options;
        options.cuts.inclusion_cut = 0.75;
        const Contradictions found = contradictions(cases, options);
        std::set<std::uint64_t> wanted, have, rows;
        const TruthTable table = truth_table(cases, options.cuts), other = truth_table(negated, options.cuts);
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            if (table.rows[r].outcome == RowOutcome::positive && other.rows[r].outcome == RowOutcome::positive)
                wanted.insert(table.rows[r].number);
        }
        for (const SimultaneousRow& one : found.simultaneous) have.insert(one.row.number);
        EXPECT_EQ(have, wanted);
        simultaneous += wanted.size();
        const auto assumes = [](const AllModels& all, Literals row) {
            return std::ranges::any_of(all.models, [&](const auto& model) {
                return std::ranges::any_of(model, [&](Literals term) { return term.covers(row); });
            });
        };
        const auto of_y = all_models(cases.space, coded_rows(table), {SolutionKind::parsimonious})[1];
        const auto of_not_y = all_models(cases.space, coded_rows(other), {SolutionKind::parsimonious})[1];
        std::vector<std::uint64_t> both;
        for (std::uint64_t n = 1; n <= 16; ++n) {
            const auto at = std::ranges::find(table.rows, n, &TruthRow::number);
            if (at != table.rows.end()) continue;
            const Literals row = configuration_literals(cases.space, configuration_levels(cases.space, n));
            if (assumes(of_y, row) && assumes(of_not_y, row)) both.push_back(n);
        }
        EXPECT_EQ(Remainders(cases.space, table).rows(found.assumed_for_both), both);
        EXPECT_EQ(found.n_assumed_for_both, both.size());
        assumed += both.size();
    }
    EXPECT_GT(simultaneous, 10U);
    EXPECT_GT(assumed, 10U);
}

TEST(Contradictions, ExcludedFromBothAnalysesTheyAreGone) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Cases cases = fuzzy_table(seed);
        ContradictionOptions options;
        options.cuts.inclusion_cut = 0.75;
        const Contradictions before = contradictions(cases, options);
        std::vector<Literals> excluded = before.assumed_for_both;
        for (const SimultaneousRow& one : before.simultaneous) excluded.push_back(one.row.literals);
        options.minimise.excluded = excluded;
        options.minimise_negated.excluded = excluded;
        const Contradictions after = contradictions(cases, options);
        for (const AllModels* all : {&after.models, &after.models_negated}) {
            for (const auto& model : all->models) {
                for (const Literals term : model) {
                    for (const Literals gone : excluded) EXPECT_TRUE(cases.space.contradictory(term | gone));
                }
            }
        }
    }
}

TEST(Contradictions, TheConservativeSolutionAssumesNothing) {
    ContradictionOptions options;
    options.cuts.inclusion_cut = 0.75;
    options.kind = SolutionKind::conservative;
    EXPECT_EQ(contradictions(fuzzy_table(1), options).n_assumed_for_both, 0U);
}

TEST(Contradictions, TheNegatedOutcomeIsNamed) {
    const Cases cases = fuzzy_table(1);
    EXPECT_EQ(with_outcome_negated(cases).outcome_name, "~Y");
    const Cases twice = with_outcome_negated(with_outcome_negated(cases));
    EXPECT_EQ(twice.outcome_name, "Y");
    EXPECT_NEAR(twice.outcome[3], cases.outcome[3], 1e-15);
}

TEST(Contradictions, EndWhenTheyAreAskedTo) {
    expect_stoppable([](const Work& work) {
        ContradictionOptions options;
        options.cuts.inclusion_cut = 0.75;
        options.minimise.work = options.minimise_negated.work = work;
        (void)contradictions(fuzzy_table(3), options);
    });
}

}  // namespace contradictions_test
}  // namespace tarazy
