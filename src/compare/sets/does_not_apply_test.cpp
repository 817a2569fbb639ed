#include "base/random.hpp"
#include "compare/minimisation/all_models.hpp"
#include "compare/robustness/crossover_range.hpp"
#include "compare/robustness/fragility.hpp"
#include "compare/robustness/robustness.hpp"
#include "compare/robustness/sweep.hpp"
#include "compare/selection/case_selection.hpp"
#include "compare/sets/necessity_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace does_not_apply_test {

// Random tables in which some condition does not apply to some cases: every search ends, and what it gives covers every
// row with the outcome and none without it.

Cases cases_with_gaps(std::uint64_t seed) {
    Random random(seed, "tables with gaps", 0);
    const std::size_t conditions = 1 + random.below(5), count = 2 + random.below(12);
    const std::uint64_t gaps = random.below(5);
    Cases cases;
    std::vector<Condition> list;
    for (std::size_t c = 0; c < conditions; ++c) {
        const bool multi_value = random.below(4) == 0, fuzzy = random.below(3) == 0;
        list.push_back({"X" + std::to_string(c + 1), multi_value ? 3U : 2U, multi_value, false});
        cases.membership.emplace_back();
        for (std::size_t i = 0; i < count; ++i) {
            double value = multi_value ? static_cast<double>(random.below(3)) : static_cast<double>(random.below(2));
            if (!multi_value && fuzzy) value = 0.1 + 0.8 * value;
            if (random.below(10) < gaps) {
                value = std::nan("");
                list.back().does_not_apply = true;
            }
            cases.membership.back().push_back(value);
        }
    }
    cases.space = PropertySpace(list);
    cases.outcome_name = "Y";
    cases.outcome_column.column = "Y";
    for (std::size_t i = 0; i < count; ++i) {
        cases.names.push_back("c" + std::to_string(i + 1));
        cases.outcome.push_back(static_cast<double>(random.below(2)));
    }
    return cases;
}

void expect_covers(const CodedRows& rows, const std::vector<std::vector<Literals>>& models, std::uint64_t seed) {
    for (const std::vector<Literals>& model : models) {
        const auto covered = [&](Literals row) {
            return std::ranges::any_of(model, [&](Literals term) { return term.covers(row); });
        };
        EXPECT_TRUE(std::ranges::all_of(rows.positive, covered)) << seed;
        EXPECT_TRUE(std::ranges::none_of(rows.negative, covered)) << seed;
    }
}

class TablesWithGaps : public testing::TestWithParam<std::uint64_t> {
protected:
    Cases cases() const { return cases_with_gaps(GetParam()); }
};

TEST_P(TablesWithGaps, EverySolutionCoversThePositiveRowsOnlyOrTheRowIsNamed) {
    const Cases cases = this->cases();
    const TruthTable table = truth_table(cases);
    const CodedRows rows = coded_rows(table);
    MinimiseOptions options;
    Random random(GetParam(), "expectations and exclusions", 0);
    if (!cases.space.conditions[0].multi_value && random.below(2) == 0)
        options.expectations = {cases.space.literal(0, 1)};
    for (const bool irredundant : {false, true}) {
        options.irredundant = irredundant;
        const AllModelsByKind all =
            all_models(cases.space, rows, {solution_kinds.begin(), solution_kinds.end()}, options);
        for (const AllModels& kind : all) {
            EXPECT_TRUE(kind.complete);
            expect_covers(rows, kind.models, GetParam());
        }
        const bool solvable = !rows.positive.empty() && separable(rows);
        EXPECT_EQ(!all[0].models.empty(), solvable) << GetParam();
        EXPECT_EQ(!all[1].models.empty(), solvable && !rows.negative.empty()) << GetParam();
        if (!solvable) {
            EXPECT_THROW((void)conservative_solution(cases, table, options), InputError);
            EXPECT_THROW((void)parsimonious_solution(cases, table, options), InputError);
        } else {
            EXPECT_EQ(conservative_solution(cases, table, options).models.size(), all[0].models.size());
        }
    }
}

TEST_P(TablesWithGaps, ExcludedTermsAreNeverCovered) {
    const Cases cases = this->cases();
    const CodedRows coded = coded_rows(truth_table(cases));
    MinimiseOptions options;
    options.excluded = {cases.space.literal(cases.space.size() - 1, 0)};
    const CodedRows rows = without_excluded(coded, options.excluded);
    for (const std::vector<Literals>& model : parsimonious_solution(cases.space, rows, options).models) {
        expect_covers(rows, {model}, GetParam());
        for (const Literals term : model) EXPECT_TRUE(cases.space.contradictory(term | options.excluded[0]));
    }
}

TEST_P(TablesWithGaps, EveryOtherSearchEnds) {
    const Cases cases = this->cases();
    EXPECT_LE(necessary_expressions(cases).searched, 100'000U);
    TruthTableOptions cuts;
    std::vector<ContestableCell> cells;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const double value = cases.membership[0][i];
        if (std::isnan(value) || cases.space.conditions[0].multi_value) continue;
        cells.push_back({i, 0, value, {1 - value}});
    }
    const SolutionStatement stay = parse_statement("models stay", cases.space);
    for (const SolutionKind kind : solution_kinds) {
        (void)cut_ranges(cases, cuts, kind);
        (void)cell_effects(cases, cuts, kind, {}, 1);
        FragilityOptions searching;
        searching.most_cells = 2;
        searching.threads = 1;
        (void)smallest_overturning_sets(cases, cells, stay, kind, searching);
    }
    SweepOptions sweeping;
    sweeping.points = 50;
    sweeping.threads = 1;
    const Sweep swept = sweep(cases, cells, {}, {}, {stay}, sweeping);
    for (const SweptSolution& solution : swept.solutions) EXPECT_EQ(solution.incomplete, 0U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, TablesWithGaps, testing::Range<std::uint64_t>(0, 300));

TEST(DoesNotApply, ARowThatNoTermTellsApartIsNamedWithTheCasesOfBoth) {
    Table table;
    table.origin.path = "t.csv";
    table.add("case", Column(std::vector<std::string>{"a", "b", "c", "d"}));
    table.add("Y", Column(std::vector<std::string>{"1", "1", "0", "0"}));
    table.add("A", Column(std::vector<std::string>{"1", "-", "0", "0"}));
    const Cases cases = read_cases(table, {"Y", {"A"}});
    for (const bool irredundant : {false, true}) {
        MinimiseOptions options;
        options.irredundant = irredundant;
        try {
            (void)parsimonious_solution(cases, truth_table(cases), options);
            FAIL() << "the row has no term";
        } catch (const InputError& error) {
            const std::string text = error.what();
            EXPECT_NE(text.find("t.csv: the row A = - (case 'b') explains Y"), std::string::npos) << text;
            EXPECT_NE(text.find("the row A = 0 (cases 'c', 'd'), which does not"), std::string::npos) << text;
        }
    }
}

TEST(DoesNotApply, LevelsThatMergeDoNotCoverANegativeRowWithoutTheCondition) {
    // A*B and ~A*B have the outcome, B where A does not apply has not: B alone would cover that row.
    Table table;
    table.add("case", Column(std::vector<std::string>{"a", "b", "c", "d"}));
    table.add("Y", Column(std::vector<std::string>{"1", "1", "0", "0"}));
    table.add("A", Column(std::vector<std::string>{"1", "0", "-", "1"}));
    table.add("B", Column(std::vector<std::string>{"1", "1", "1", "0"}));
    const Cases cases = read_cases(table, {"Y", {"A", "B"}});
    const Solution found = conservative_solution(cases, truth_table(cases));
    ASSERT_EQ(found.models.size(), 1U);
    EXPECT_EQ(model_text(cases.space, found.models[0]), "~A*B + A*B");
}

}  // namespace does_not_apply_test
}  // namespace tarazy
