#include "compare/coincidence/atomic_formulas.hpp"

#include "base/random.hpp"
#include "compare/coincidence/peer_cna_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace atomic_formulas_test {

class AtomicFormulasPeer : public testing::TestWithParam<const char*> {};

TEST_P(AtomicFormulasPeer, ModelsAreThoseOfCna) {
    const PeerCna read = peer_cna(GetParam());
    struct Fit {
        double con, cov;
        std::size_t complexity;
    };
    std::map<std::pair<std::string, PeerTerms>, Fit> peer, ours;
    const nlohmann::json whole = nlohmann::json::parse(read.text);
    for (const auto& one : whole["asf"]) {
        const auto sides = pieces(one["condition"].get<std::string>(), "<->");
        peer[{our_literal(sides[1]), peer_terms(sides[0])}] = {one["con"], one["cov"], one["complexity"]};
    }
    for (const Effect effect : read.effects) {
        const auto conditions = minimally_sufficient(read.data, effect, read.options);
        const AtomicFormulas found = atomic_formulas(read.data, effect, conditions, read.options);
        EXPECT_TRUE(found.complete);
        for (const AtomicFormula& one : found.formulas)
            ours[{effect_text(read.data.space, effect), our_terms(read.data.space, one.terms)}] = {
                one.consistency, one.coverage, one.complexity};
    }
    EXPECT_EQ(ours.size(), peer.size());
    for (const auto& [formula, fit] : peer) {
        ASSERT_TRUE(ours.contains(formula)) << formula.first;
        EXPECT_NEAR(ours[formula].con, fit.con, 1e-9);
        EXPECT_NEAR(ours[formula].cov, fit.cov, 1e-9);
        EXPECT_EQ(ours[formula].complexity, fit.complexity);
    }
}

INSTANTIATE_TEST_SUITE_P(Cna, AtomicFormulasPeer, testing::Values("educate", "women", "pban_mv", "jobsecurity_fs"));

double weighted(const Coincidences& data, const std::vector<double>& values) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) sum += weight_at(data.weights, i) * values[i];
    return sum;
}

/// Every set of conditions, the smaller first; those that reach both thresholds and have no such part.
std::map<std::vector<Literals>, std::pair<double, double>> defined(const Coincidences& data, Effect effect,
                                                                   const std::vector<SufficientCondition>& conditions,
                                                                   const CoincidenceOptions& options) {
    const std::vector<double> y = literal_memberships(data, effect.factor, effect.level);
    const double total = weighted(data, y);
    std::map<std::vector<Literals>, std::pair<double, double>> found;
    std::set<std::vector<Literals>> reaching;
    for (std::size_t size = 1; size <= options.most_terms; ++size) {
        std::vector<bool> chosen(conditions.size(), false);
        std::fill(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(std::min(size, chosen.size())), true);
        if (size > chosen.size()) break;
        do {
            std::vector<Literals> terms;
            std::vector<double> x(data.size(), 0.0), common;
            std::size_t complexity = 0;
            for (std::size_t c = 0; c < conditions.size(); ++c) {
                if (!chosen[c]) continue;
                terms.push_back(conditions[c].literals);
                complexity += static_cast<std::size_t>(conditions[c].literals.size());
                for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::max(x[i], conditions[c].membership[i]);
            }
            for (std::size_t i = 0; i < x.size(); ++i) common.push_back(std::min(x[i], y[i]));
            const double both = weighted(data, common), all = weighted(data, x);
            std::ranges::sort(terms);
            const bool has_part = std::ranges::any_of(
                reaching, [&](const std::vector<Literals>& part) { return std::ranges::includes(terms, part); });
            if (has_part || complexity > options.most_complexity || both / all < options.consistency - 1e-9 ||
                both / total < options.coverage - 1e-9)
                continue;
            reaching.insert(terms);
            if (!redundant_by_logic(data.space, terms)) found[terms] = {both / all, both / total};
        } while (std::prev_permutation(chosen.begin(), chosen.end()));
    }
    return found;
}

/// Crisp, fuzzy, fuzzy with few values, and multi-value tables, clean or not, every fifth one with frequencies.
Coincidences random_table(std::uint64_t seed) {
    Random random(seed, "factors of an atomic formula test", 0);
    Coincidences data;
    std::vector<Condition> conditions;
    const std::uint64_t kind = seed % 4;
    const std::size_t cases = seed % 7 == 0 ? 130 : 14;
    for (std::size_t f = 0; f < 5; ++f) {
        const bool multi_value = kind == 3 && f != 1;
        conditions.push_back({std::string(1, static_cast<char>('A' + f)), multi_value ? 3U : 2U, multi_value, false});
        data.membership.emplace_back();
        for (std::size_t i = 0; i < cases; ++i) {
            const double tied[] = {0, 0.33, 0.5, 0.67, 1};
            const double value = kind == 0   ? static_cast<double>(random.below(2))
                                 : kind == 1 ? random.uniform()
                                 : kind == 2 ? tied[random.below(5)]
                                             : static_cast<double>(random.below(multi_value ? 3 : 2));
            data.membership.back().push_back(value);
        }
    }
    for (std::size_t i = 0; i < cases; ++i) {
        // The first factor depends on the others, but not always.
        const double b = data.membership[1][i], c = data.membership[2][i];
        if (kind < 3 && random.below(8) != 0) data.membership[0][i] = std::max(std::min(b, c), data.membership[3][i]);
        if (kind == 3 && random.below(8) != 0) data.membership[0][i] = b == 1 || c == 2 ? 1 : 0;
        if (seed % 5 == 0) data.weights.push_back(static_cast<double>(1 + random.below(6)));
    }
    data.names.resize(cases);
    data.space = PropertySpace(conditions);
    return data;
}

TEST(AtomicFormulas, AreWhatTheDefinitionSaysOfTwoHundredTables) {
    std::size_t met = 0, tables = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Coincidences data = random_table(seed);
        CoincidenceOptions options;
        options.consistency = seed % 3 == 0 ? 1.0 : seed % 3 == 1 ? 0.8 : 0.7;
        options.coverage = seed % 3 == 0 ? 0.9 : seed % 3 == 1 ? 0.8 : 0.65;
        if (seed % 11 == 0) options.most_terms = 2 + seed % 2;
        if (seed % 13 == 0) options.most_complexity = 4;
        auto sufficient = minimally_sufficient(data, {0, 1}, options);
        if (sufficient.size() > 22) sufficient.resize(22);  // the definition takes long
        std::map<std::vector<Literals>, std::pair<double, double>> found;
        const AtomicFormulas all = atomic_formulas(data, {0, 1}, sufficient, options);
        EXPECT_TRUE(all.complete);
        for (const AtomicFormula& one : all.formulas) found[one.terms] = {one.consistency, one.coverage};
        const auto wanted = defined(data, {0, 1}, sufficient, options);
        ASSERT_EQ(found.size(), wanted.size()) << "seed " << seed;
        EXPECT_EQ(found.size(), all.formulas.size()) << "some formula stands twice";
        for (const auto& [terms, fit] : wanted) {
            ASSERT_TRUE(found.contains(terms)) << "seed " << seed;
            EXPECT_NEAR(found[terms].first, fit.first, 1e-12);
            EXPECT_NEAR(found[terms].second, fit.second, 1e-12);
        }
        met += found.size();
        tables += found.empty() ? 0 : 1;
    }
    EXPECT_GT(met, 500U);
    EXPECT_GT(tables, 60U);
}

TEST(AtomicFormulas, WhatLogicAloneMakesShorterIsNoModel) {
    const PropertySpace space({{"A"}, {"B"}, {"Y"}, {"C", 3, true}});
    const Literals a = space.literal(0, 1), not_a = space.literal(0, 0), b = space.literal(1, 1);
    EXPECT_TRUE(redundant_by_logic(space, {a, not_a}));
    EXPECT_TRUE(redundant_by_logic(space, {a, not_a | b}));
    EXPECT_TRUE(redundant_by_logic(space, {a | b, not_a | b}));
    EXPECT_TRUE(redundant_by_logic(space, {space.literal(3, 0), space.literal(3, 1), space.literal(3, 2)}));
    EXPECT_FALSE(redundant_by_logic(space, {a, b}));
    EXPECT_FALSE(redundant_by_logic(space, {a | b, not_a | space.literal(1, 0)}));
    // Y is always there: A and its absence are both sufficient, and together necessary, which says nothing.
    Coincidences data;
    data.space = space;
    data.names = {"1", "2", "3", "4"};
    data.membership = {{1, 1, 0, 0}, {1, 0, 1, 0}, {1, 1, 1, 0.9}, {0, 1, 2, 0}};
    CoincidenceOptions options;
    options.consistency = options.coverage = 0.9;
    for (const AtomicFormula& one :
         atomic_formulas(data, {2, 1}, minimally_sufficient(data, {2, 1}, options), options).formulas)
        EXPECT_FALSE(redundant_by_logic(space, one.terms));
}

TEST(AtomicFormulas, ALimitIsSaid) {
    PeerCna read = peer_cna("pban_mv");
    read.options.most_nodes = 5;
    const auto conditions = minimally_sufficient(read.data, read.effects[0], read.options);
    EXPECT_FALSE(atomic_formulas(read.data, read.effects[0], conditions, read.options).complete);
}

}  // namespace atomic_formulas_test
}  // namespace tarazy
