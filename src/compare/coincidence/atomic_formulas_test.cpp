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

/// Every set of at most four conditions, the smaller first; those that reach both thresholds and have no such part.
std::set<std::vector<Literals>> defined(const Coincidences& data, const std::vector<SufficientCondition>& conditions,
                                        const CoincidenceOptions& options) {
    const std::vector<double> y = literal_memberships(data, 0, 1);
    std::set<std::vector<Literals>> found;
    for (std::size_t size = 1; size <= options.most_terms; ++size) {
        std::vector<bool> chosen(conditions.size(), false);
        std::fill(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(std::min(size, chosen.size())), true);
        if (size > chosen.size()) break;
        do {
            std::vector<Literals> terms;
            std::vector<double> x(data.size(), 0.0);
            std::size_t complexity = 0;
            for (std::size_t c = 0; c < conditions.size(); ++c) {
                if (!chosen[c]) continue;
                terms.push_back(conditions[c].literals);
                complexity += static_cast<std::size_t>(conditions[c].literals.size());
                for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::max(x[i], conditions[c].membership[i]);
            }
            double both = 0, all = 0, total = 0;
            for (std::size_t i = 0; i < x.size(); ++i) {
                both += std::min(x[i], y[i]);
                all += x[i];
                total += y[i];
            }
            std::ranges::sort(terms);
            const bool has_part = std::ranges::any_of(
                found, [&](const std::vector<Literals>& part) { return std::ranges::includes(terms, part); });
            if (!has_part && !redundant_by_logic(data.space, terms) && complexity <= options.most_complexity &&
                both / all >= options.consistency - 1e-9 && both / total >= options.coverage - 1e-9)
                found.insert(terms);
        } while (std::prev_permutation(chosen.begin(), chosen.end()));
    }
    return found;
}

TEST(AtomicFormulas, AreWhatTheDefinitionSays) {
    std::size_t met = 0;
    for (std::uint64_t seed = 0; seed < 24; ++seed) {
        Random random(seed, "factors of an atomic formula test", 0);
        Coincidences data;
        std::vector<Condition> conditions;
        for (std::size_t f = 0; f < 5; ++f) {
            conditions.push_back({std::string(1, static_cast<char>('A' + f))});
            data.membership.emplace_back();
            for (std::size_t i = 0; i < 14; ++i)
                data.membership.back().push_back(seed % 3 == 2 ? random.uniform() : (random.uniform() < 0.5 ? 0 : 1));
        }
        data.names.resize(14);
        data.space = PropertySpace(conditions);
        CoincidenceOptions options;
        options.consistency = seed % 3 == 0 ? 1.0 : 0.75;
        options.coverage = seed % 3 == 0 ? 1.0 : 0.7;
        const auto sufficient = minimally_sufficient(data, {0, 1}, options);
        std::set<std::vector<Literals>> found;
        for (const AtomicFormula& one : atomic_formulas(data, {0, 1}, sufficient, options).formulas)
            found.insert(one.terms);
        EXPECT_EQ(found, defined(data, sufficient, options)) << "seed " << seed;
        met += found.size();
    }
    EXPECT_GT(met, 20u);
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
