#include "compare/minimisation/minimise.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "compare/minimisation/covers.hpp"
#include "compare/minimisation/prime_implicants.hpp"
#include "compare/sets/expression.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace tarazy {
namespace minimise_test {

struct RandomRows {
    PropertySpace space;
    std::vector<Literals> positives, negatives;
};

RandomRows random_rows(std::uint64_t seed, const std::vector<unsigned>& levels, std::size_t wanted) {
    Random random(seed, "rows of a minimisation test", 0);
    std::vector<Condition> conditions;
    for (std::size_t c = 0; c < levels.size(); ++c) {
        conditions.push_back({std::string(1, static_cast<char>('A' + c)), levels[c], levels[c] > 2, false});
    }
    RandomRows rows{PropertySpace(conditions), {}, {}};
    std::set<std::uint64_t> numbers;
    while (numbers.size() < wanted) numbers.insert(1 + random.below(rows.space.configurations()));
    for (const std::uint64_t number : numbers) {
        const Literals row = configuration_literals(rows.space, configuration_levels(rows.space, number));
        (random.below(2) == 0 ? rows.positives : rows.negatives).push_back(row);
    }
    return rows;
}

/// Every term of the space, one choice (or none) a condition.
std::vector<Literals> all_terms(const PropertySpace& space) {
    std::vector<Literals> terms = {Literals{}};
    for (std::size_t c = 0; c < space.size(); ++c) {
        const std::vector<Literals> shorter = terms;
        for (unsigned level = 0; level < space.conditions[c].levels; ++level) {
            for (const Literals term : shorter) terms.push_back(term | space.literal(c, level));
        }
    }
    return terms;
}

/// The definition, word for word: implicants of which no shorter part is one.
std::set<Literals> defined_primes(const PropertySpace& space, const std::function<bool(Literals)>& implicant) {
    std::vector<Literals> implicants;
    for (const Literals term : all_terms(space)) {
        if (implicant(term)) implicants.push_back(term);
    }
    std::set<Literals> primes;
    for (const Literals term : implicants) {
        const bool shorter =
            std::ranges::any_of(implicants, [&](Literals other) { return other != term && other.covers(term); });
        if (!shorter) primes.insert(term);
    }
    return primes;
}

bool covers_any(Literals term, const std::vector<Literals>& rows) {
    return std::ranges::any_of(rows, [&](Literals row) { return term.covers(row); });
}

class RandomMinimisation : public testing::TestWithParam<int> {
protected:
    RandomRows rows() const {
        const auto seed = static_cast<std::uint64_t>(GetParam());
        return seed % 2 == 0 ? random_rows(seed, {2, 2, 2, 2, 2}, 14) : random_rows(seed, {3, 2, 2, 4}, 16);
    }
};

TEST_P(RandomMinimisation, FreePrimesAreThoseOfTheDefinition) {
    const RandomRows rows = this->rows();
    if (rows.positives.empty() || rows.negatives.empty()) return;
    const auto expected = defined_primes(rows.space, [&](Literals term) {
        return covers_any(term, rows.positives) && !covers_any(term, rows.negatives);
    });
    const PrimeImplicants ours = free_prime_implicants(rows.positives, rows.negatives);
    EXPECT_TRUE(ours.complete);
    EXPECT_EQ(ours.terms.size(), expected.size());
    EXPECT_EQ(std::set<Literals>(ours.terms.begin(), ours.terms.end()), expected);
}

TEST_P(RandomMinimisation, ClosedPrimesAreThoseOfTheDefinition) {
    const RandomRows rows = this->rows();
    const std::set<Literals> allowed(rows.positives.begin(), rows.positives.end());
    const auto expected = defined_primes(rows.space, [&](Literals term) {
        for (std::uint64_t n = 1; n <= rows.space.configurations(); ++n) {
            const Literals row = configuration_literals(rows.space, configuration_levels(rows.space, n));
            if (term.covers(row) && !allowed.contains(row)) return false;
        }
        return true;
    });
    const PrimeImplicants ours = closed_prime_implicants(rows.space, rows.positives, {}, rows.negatives);
    EXPECT_EQ(std::set<Literals>(ours.terms.begin(), ours.terms.end()), expected);
}

TEST(DenseTables, ClosedPrimesAreTheSameHoweverTheyAreFound) {
    // More rows than are merged: found as hitting sets. Merged they are when their number is halved by a condition.
    const RandomRows rows = random_rows(7, {2, 2, 2, 3, 2, 2}, 80);
    const std::set<Literals> allowed(rows.positives.begin(), rows.positives.end());
    std::vector<Literals> many = rows.positives;
    while (many.size() <= 64) many.insert(many.end(), rows.positives.begin(), rows.positives.end());
    const auto merged = closed_prime_implicants(rows.space, rows.positives, {}, rows.negatives).terms;
    const auto hit = closed_prime_implicants(rows.space, rows.positives, many, rows.negatives).terms;
    EXPECT_LE(rows.positives.size(), 64U);
    EXPECT_EQ(merged, hit);
    EXPECT_GT(merged.size(), 10U);
}

std::set<std::vector<std::size_t>> as_set(const Covers& covers) {
    return {covers.models.begin(), covers.models.end()};
}

TEST_P(RandomMinimisation, ModelsAreThoseOfTryingEverySetOfPrimes) {
    const RandomRows rows = this->rows();
    if (rows.positives.empty() || rows.negatives.empty()) return;
    PrimeImplicants primes = free_prime_implicants(rows.positives, rows.negatives);
    // Sets of 14 columns are tried one by one; keep the columns that make a cover possible.
    std::vector<RowSet> chart = prime_implicant_chart(primes.terms, rows.positives);
    chart.resize(std::min<std::size_t>(chart.size(), 14));
    std::uint64_t all = 0;
    for (const RowSet& column : chart) all |= column[0];
    if (all != (std::uint64_t{1} << rows.positives.size()) - 1) return;
    std::set<std::vector<std::size_t>> irredundant, minimum;
    std::size_t fewest = 99;
    for (std::uint64_t chosen = 1; chosen < (std::uint64_t{1} << chart.size()); ++chosen) {
        std::vector<std::size_t> columns;
        std::uint64_t covered = 0;
        for (std::size_t i = 0; i < chart.size(); ++i) {
            if ((chosen >> i & 1U) == 0) continue;
            columns.push_back(i);
            covered |= chart[i][0];
        }
        if (covered != all) continue;
        const bool needed = std::ranges::all_of(columns, [&](std::size_t out) {
            std::uint64_t rest = 0;
            for (const std::size_t i : columns) rest |= i == out ? 0 : chart[i][0];
            return rest != all;
        });
        if (!needed) continue;
        irredundant.insert(columns);
        if (columns.size() < fewest) minimum.clear();
        fewest = std::min(fewest, columns.size());
        if (columns.size() == fewest) minimum.insert(columns);
    }
    const Covers ours = minimum_covers(chart, rows.positives.size(), 100000);
    EXPECT_EQ(as_set(ours), minimum);
    EXPECT_EQ(ours.count, minimum.size());
    const Covers longer = irredundant_covers(chart, rows.positives.size(), 100000);
    EXPECT_EQ(as_set(longer), irredundant);
    EXPECT_EQ(longer.count, irredundant.size());
    EXPECT_TRUE(longer.complete);
}

Cases crisp_cases(const std::vector<std::vector<double>>& conditions, const std::vector<double>& outcome) {
    Table table;
    std::vector<std::string> names;
    CaseOptions options{"Y", {}};
    for (std::size_t i = 0; i < outcome.size(); ++i) names.push_back("case " + std::to_string(i + 1));
    table.add("case", Column(std::span<const std::string>(names)));
    for (std::size_t c = 0; c < conditions.size(); ++c) {
        options.conditions.push_back(std::string(1, static_cast<char>('A' + c)));
        table.add(options.conditions.back(), Column(conditions[c]));
    }
    table.add("Y", Column(outcome));
    return read_cases(table, options);
}

std::string parsimonious_text(const Cases& cases, const std::string& excluded) {
    MinimiseOptions options;
    if (!excluded.empty()) options.excluded = parse_expression(excluded, cases.space);
    const Solution solution = parsimonious_solution(cases, truth_table(cases), options);
    std::string text;
    for (const auto& model : solution.models) text += (text.empty() ? "" : " | ") + model_text(cases.space, model);
    return text;
}

TEST(Minimise, ExcludedRemaindersAreNotAssumed) {
    // A*B is observed with the outcome, ~A*~B without: each literal of A*B suffices.
    const Cases cases = crisp_cases({{1, 0}, {1, 0}}, {1, 0});
    EXPECT_EQ(parsimonious_text(cases, ""), "A | B");
    EXPECT_EQ(parsimonious_text(cases, "A*~B"), "B");
    EXPECT_EQ(parsimonious_text(cases, "A*~B + ~A*B"), "A*B");
    // No term of a model covers any configuration of an excluded term, also where that does not speak of a condition.
    const Cases three = crisp_cases({{1, 1, 0, 0}, {1, 1, 1, 0}, {1, 0, 0, 0}}, {1, 1, 0, 0});
    EXPECT_EQ(parsimonious_text(three, ""), "A");
    EXPECT_EQ(parsimonious_text(three, "~B"), "A*B");
    EXPECT_EQ(parsimonious_text(three, "A*~B*C"), "A*B");
}

TEST(Minimise, ExcludedRowsWithCasesCountAsNegative) {
    // As SetMethods and QCA (exclude = 6) do: the row A*~B*C has a case with the outcome.
    const Cases cases = crisp_cases({{1, 1, 1, 0, 0, 0}, {1, 1, 0, 0, 1, 0}, {1, 0, 1, 1, 0, 0}}, {1, 1, 1, 0, 0, 0});
    const TruthTable table = truth_table(cases);
    EXPECT_EQ(parsimonious_text(cases, "A*~B*C"), "A*B");
    MinimiseOptions options;
    options.excluded = parse_expression("A*~B*C", cases.space);
    EXPECT_EQ(model_text(cases.space, conservative_solution(cases, table, options).models[0]), "A*B");
    const std::vector<std::string> notes = notes_on_excluded(cases, table, options.excluded);
    ASSERT_EQ(notes.size(), 1U);
    EXPECT_NE(notes[0].find("A = 1, B = 0, C = 1 (case 'case 3')"), std::string::npos) << notes[0];
    options.excluded = parse_expression("A", cases.space);
    EXPECT_THROW(require_explained(cases, table, options), InputError);
    EXPECT_TRUE(notes_on_excluded(cases, table, {}).empty());
}

/// Would the definition call these terms excluded? Every configuration of the space is looked at.
TEST_P(RandomMinimisation, NoModelCoversAnExcludedConfiguration) {
    RandomRows rows = this->rows();
    Random random(static_cast<std::uint64_t>(GetParam()), "excluded terms of a minimisation test", 0);
    MinimiseOptions options;
    for (int t = 0; t < 3; ++t) {
        Literals term;
        for (std::size_t c = 0; c < rows.space.size(); ++c) {
            if (random.below(2) == 0) continue;
            term = term | rows.space.literal(c, static_cast<unsigned>(random.below(rows.space.conditions[c].levels)));
        }
        if (!term.empty()) options.excluded.push_back(term);
    }
    const CodedRows coded = without_excluded({rows.positives, rows.negatives}, options.excluded);
    const auto forbidden = [&](Literals row) {
        return covers_any(row, coded.negative) ||
               std::ranges::any_of(options.excluded, [&](Literals term) { return term.covers(row); });
    };
    const auto expected = defined_primes(rows.space, [&](Literals term) {
        if (!covers_any(term, coded.positive)) return false;
        for (std::uint64_t n = 1; n <= rows.space.configurations(); ++n) {
            const Literals row = configuration_literals(rows.space, configuration_levels(rows.space, n));
            if (term.covers(row) && forbidden(row)) return false;
        }
        return true;
    });
    if (coded.positive.empty() || (coded.negative.empty() && options.excluded.empty())) return;
    const Solution found = parsimonious_solution(rows.space, coded, options);
    EXPECT_EQ(std::set<Literals>(found.prime_implicants.begin(), found.prime_implicants.end()), expected);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomMinimisation, testing::Range(0, 40));

TEST(Minimise, ConjuncturalExpectationsHoldOnlyTogether) {
    const Cases cases = crisp_cases({{1, 0}, {1, 0}, {0, 1}}, {1, 0});
    const TruthTable table = truth_table(cases);
    const Solution conservative = conservative_solution(cases, table);
    const Solution parsimonious = parsimonious_solution(cases, table);
    MinimiseOptions options;
    options.expectations = {parse_expression("B*C", cases.space)[0]};
    // The conservative term is A*B*~C: it does not hold B*C, so neither B nor ~C is kept for its sake.
    bool a_alone = false;
    for (const auto& [label, solution] :
         intermediate_solutions(cases, table, conservative, parsimonious, options).pairs) {
        a_alone = a_alone || model_text(cases.space, solution.models[0]) == "A";
    }
    EXPECT_TRUE(a_alone);
    options.expectations = {parse_expression("B*~C", cases.space)[0]};
    bool whole = false;
    for (const auto& [label, solution] :
         intermediate_solutions(cases, table, conservative, parsimonious, options).pairs) {
        whole = whole || model_text(cases.space, solution.models[0]) == "A*B*~C";
    }
    EXPECT_TRUE(whole);
}

TEST(Minimise, WithoutPositiveOrNegativeRowsThereIsNothingToExplain) {
    const Cases none = crisp_cases({{1, 0}}, {0, 0});
    EXPECT_THROW(static_cast<void>(parsimonious_solution(none, truth_table(none))), InputError);
    const Cases all = crisp_cases({{1, 0}}, {1, 1});
    EXPECT_THROW(static_cast<void>(parsimonious_solution(all, truth_table(all))), InputError);
    EXPECT_EQ(model_text(all.space, conservative_solution(all, truth_table(all)).models[0]), "1");
}

TEST(Minimise, EndsWhenItIsAskedToAndSaysHowFarItIs) {
    const RandomRows rows = random_rows(7, std::vector<unsigned>(8, 2), 40);
    const CodedRows coded{rows.positives, rows.negatives};
    for (const bool irredundant : {false, true}) {
        expect_stoppable([&](const Work& work) {
            MinimiseOptions options;
            options.irredundant = irredundant;
            options.work = work;
            const Solution conservative = conservative_solution(rows.space, coded, options);
            const Solution parsimonious = parsimonious_solution(rows.space, coded, options);
            (void)intermediate_solutions(rows.space, coded, conservative, parsimonious, options);
        });
    }
}

}  // namespace minimise_test
}  // namespace tarazy
