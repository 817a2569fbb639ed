#include "compare/coincidence/complex_formulas.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "compare/coincidence/fit_robustness.hpp"
#include "compare/coincidence/peer_cna_test.hpp"
#include "compare/minimisation/truth_table.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace complex_formulas_test {

std::vector<std::vector<AtomicFormula>> models_of(const PeerCna& read) {
    std::vector<std::vector<AtomicFormula>> models;
    for (const Effect effect : read.effects) {
        const auto conditions = minimally_sufficient(read.data, effect, read.options);
        models.push_back(atomic_formulas(read.data, effect, conditions, read.options).formulas);
    }
    return models;
}

class ComplexFormulasPeer : public testing::TestWithParam<const char*> {};

TEST_P(ComplexFormulasPeer, StructuresAreThoseOfCna) {
    const PeerCna read = peer_cna(GetParam());
    using Structure = std::set<std::pair<std::string, PeerTerms>>;
    std::map<Structure, std::tuple<double, double, std::size_t>> peer, ours;
    const nlohmann::json whole = nlohmann::json::parse(read.text);
    for (const auto& one : whole["csf"]) {
        std::string text = one["condition"];
        if (text.starts_with('(')) text = text.substr(1, text.size() - 2);
        Structure structure;
        for (const std::string& part : pieces(text, ")*(")) {
            const auto sides = pieces(part, "<->");
            structure.emplace(our_literal(sides[1]), peer_terms(sides[0]));
        }
        peer[structure] = {one["con"], one["cov"], one["complexity"]};
    }
    const ComplexFormulas found = complex_formulas(read.data, models_of(read), read.options);
    EXPECT_TRUE(found.complete && found.redundancy_checked);
    for (const ComplexFormula& one : found.formulas) {
        Structure structure;
        for (const AtomicFormula& part : one.parts)
            structure.emplace(effect_text(read.data.space, part.effect), our_terms(read.data.space, part.terms));
        ours[structure] = {one.consistency, one.coverage, one.complexity};
    }
    EXPECT_EQ(ours.size(), peer.size());
    for (const auto& [structure, fit] : peer) {
        ASSERT_TRUE(ours.contains(structure));
        EXPECT_NEAR(std::get<0>(ours[structure]), std::get<0>(fit), 1e-9);
        EXPECT_NEAR(std::get<1>(ours[structure]), std::get<1>(fit), 1e-9);
        EXPECT_EQ(std::get<2>(ours[structure]), std::get<2>(fit));
    }
}

INSTANTIATE_TEST_SUITE_P(Cna, ComplexFormulasPeer, testing::Values("educate", "women", "pban_mv", "jobsecurity_fs"));

AtomicFormula formula(const PropertySpace& space, std::size_t effect, std::vector<Literals> terms) {
    AtomicFormula made{{effect, 1}, std::move(terms), 1, 1, 0};
    for (const Literals term : made.terms) made.complexity += static_cast<std::size_t>(term.size());
    (void)space;
    return made;
}

Coincidences factors(const std::vector<std::string>& names) {
    Coincidences data;
    std::vector<Condition> conditions;
    for (const std::string& name : names) conditions.push_back({name});
    data.space = PropertySpace(conditions);
    return data;
}

TEST(ComplexFormulas, APartThatTheOthersImplyIsTakenOut) {
    // B <-> A and A <-> B say the same: one of them is enough, and both ways of leaving one are given.
    const Coincidences data = factors({"A", "B"});
    const Literals a = data.space.literal(0, 1), b = data.space.literal(1, 1);
    const ComplexFormulas found =
        complex_formulas(data, {{formula(data.space, 1, {a})}, {formula(data.space, 0, {b})}});
    ASSERT_EQ(found.formulas.size(), 2u);
    EXPECT_EQ(found.formulas[0].parts.size(), 1u);
    EXPECT_EQ(formula_text(data.space, found.formulas[0]), "B <-> A");
    EXPECT_EQ(formula_text(data.space, found.formulas[1]), "A <-> B");
}

TEST(ComplexFormulas, ATermThatAnotherPartMakesSuperfluousDropsTheStructure) {
    // With A <-> C given, A + C <-> B says no more than C <-> B.
    const Coincidences data = factors({"A", "B", "C"});
    const Literals a = data.space.literal(0, 1), c = data.space.literal(2, 1);
    const ComplexFormulas found = complex_formulas(
        data, {{formula(data.space, 1, {a, c}), formula(data.space, 1, {c})}, {formula(data.space, 2, {a})}});
    ASSERT_EQ(found.formulas.size(), 1u);
    EXPECT_EQ(formula_text(data.space, found.formulas[0]), "(C <-> B)*(A <-> C)");
}

TEST(ComplexFormulas, EveryCombinationOfModelsIsOne) {
    const Coincidences data = factors({"A", "B", "C", "D", "Ж", "E"});
    const auto one = [&](std::size_t f) { return data.space.literal(f, 1); };
    const ComplexFormulas found =
        complex_formulas(data, {{formula(data.space, 4, {one(0)}), formula(data.space, 4, {one(1)})},
                                {formula(data.space, 5, {one(2), one(3)})},
                                {}});
    ASSERT_EQ(found.formulas.size(), 2u);
    EXPECT_EQ(formula_text(data.space, found.formulas[0]), "(A <-> Ж)*(C + D <-> E)");
    CoincidenceOptions options;
    options.most_combinations = 1;
    EXPECT_FALSE(complex_formulas(data, {{formula(data.space, 4, {one(0)}), formula(data.space, 4, {one(1)})}}, options)
                     .complete);
}

/// The definition: combinations freed of implied parts in every order; those in which a shorter part would do and
/// those that stand within another one are left out. Says each by its text.
class Naive {
public:
    Naive(const Coincidences& data, const std::vector<std::vector<AtomicFormula>>& models) : space_(data.space) {
        std::vector<const AtomicFormula*> chosen;
        choose(models, 0, chosen);
    }
    std::set<std::string> texts() const {
        std::set<std::string> result;
        for (const std::set<std::string>& one : kept_) {
            const bool inside = std::ranges::any_of(kept_, [&](const std::set<std::string>& other) {
                return other.size() > one.size() && std::ranges::includes(other, one);
            });
            std::string text;
            for (const std::string& part : one) text += part + ";";
            if (!inside) result.insert(text);
        }
        return result;
    }

private:
    bool agrees(std::uint64_t number, const std::vector<Literals>& terms, Effect effect) const {
        const Literals at = configuration_literals(space_, configuration_levels(space_, number));
        const bool cause = std::ranges::any_of(terms, [&](Literals term) { return term.covers(at); });
        return cause == space_.literal(effect.factor, effect.level).covers(at);
    }
    /// Do the parts, but one, imply what `terms <-> effect` says?
    bool imply(const std::vector<const AtomicFormula*>& parts, const AtomicFormula* but,
               const std::vector<Literals>& terms, Effect effect) const {
        for (std::uint64_t number = 1; number <= space_.configurations(); ++number) {
            const bool all = std::ranges::all_of(parts, [&](const AtomicFormula* part) {
                return part == but || agrees(number, part->terms, part->effect);
            });
            if (all && !agrees(number, terms, effect)) return false;
        }
        return true;
    }
    bool partly(const std::vector<const AtomicFormula*>& parts, const AtomicFormula& part) const {
        for (std::size_t t = 0; t < part.terms.size(); ++t) {
            std::vector<Literals> shorter = part.terms;
            shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(t));
            if (imply(parts, nullptr, shorter, part.effect)) return true;
            for (unsigned literal = 0; literal < Literals::most; ++literal) {
                if (!part.terms[t].has(literal) || part.terms[t].size() == 1) continue;
                shorter = part.terms;
                shorter[t] = shorter[t].without(Literals::one(literal));
                if (imply(parts, nullptr, shorter, part.effect)) return true;
            }
        }
        return false;
    }
    void choose(const std::vector<std::vector<AtomicFormula>>& models, std::size_t effect,
                std::vector<const AtomicFormula*>& chosen) {
        if (effect == models.size()) return settle(chosen);
        if (models[effect].empty()) return choose(models, effect + 1, chosen);
        for (const AtomicFormula& formula : models[effect]) {
            chosen.push_back(&formula);
            choose(models, effect + 1, chosen);
            chosen.pop_back();
        }
    }
    void settle(const std::vector<const AtomicFormula*>& parts) {
        bool superfluous = false;
        for (const AtomicFormula* part : parts) {
            if (parts.size() > 1 && imply(parts, part, part->terms, part->effect)) {
                superfluous = true;
                std::vector<const AtomicFormula*> fewer = parts;
                std::erase(fewer, part);
                settle(fewer);
            } else if (partly(parts, *part)) {
                superfluous = true;
            }
        }
        if (superfluous) return;
        std::set<std::string> texts;
        for (const AtomicFormula* part : parts) texts.insert(formula_text(space_, *part));
        kept_.insert(texts);
    }
    const PropertySpace& space_;
    std::set<std::set<std::string>> kept_;
};

TEST(ComplexFormulas, AreWhatTheDefinitionSaysOfTwoHundredTables) {
    std::size_t met = 0, several = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        Random random(seed, "tables of a test of structures", 0);
        Coincidences data = factors({"A", "B", "C", "D"});
        const bool multi_value = seed % 3 == 0;
        if (multi_value) data.space = PropertySpace({{"A"}, {"B", 3, true}, {"C"}, {"D"}});
        data.membership.assign(4, {});
        for (std::size_t i = 0; i < 12; ++i) {
            data.names.push_back(std::to_string(i));
            for (std::size_t f = 0; f < 2; ++f)
                data.membership[f].push_back(static_cast<double>(random.below(multi_value && f == 1 ? 3 : 2)));
            const bool a = data.membership[0][i] == 1, b = data.membership[1][i] == 1, noise = random.below(9) == 0;
            data.membership[2].push_back((a || b) != noise ? 1 : 0);
            data.membership[3].push_back(seed % 2 == 0 ? (a ? 1 : 0) : data.membership[2][i] == 1 && b ? 1 : 0);
        }
        CoincidenceOptions options;
        options.consistency = options.coverage = seed % 4 == 0 ? 1 : 0.75;
        std::vector<std::vector<AtomicFormula>> models;
        for (std::size_t f = 0; f < 4; ++f) {
            const Effect effect{f, 1};
            auto found = atomic_formulas(data, effect, minimally_sufficient(data, effect, options), options).formulas;
            if (found.size() > 4) found.resize(4);
            models.push_back(std::move(found));
        }
        std::set<std::string> texts;
        const ComplexFormulas found = complex_formulas(data, models, options);
        for (const ComplexFormula& one : found.formulas) {
            std::set<std::string> parts;
            for (const AtomicFormula& part : one.parts) parts.insert(formula_text(data.space, part));
            std::string text;
            for (const std::string& part : parts) text += part + ";";
            EXPECT_TRUE(texts.insert(text).second) << text << " stands twice";
            several += one.parts.size() > 1 ? 1 : 0;
        }
        EXPECT_EQ(texts, Naive(data, models).texts()) << "seed " << seed;
        met += texts.size();
    }
    EXPECT_GT(met, 200U);
    EXPECT_GT(several, 50U);
}

TEST(ComplexFormulas, TheWholeAnalysisEndsWhenItIsAskedTo) {
    PeerCna read = peer_cna("educate");
    expect_stoppable([&](const Work& work) {
        read.options.work = work;
        (void)complex_formulas(read.data, models_of(read), read.options);
    });
    expect_stoppable([&](const Work& work) {
        read.options.work = work;
        (void)fit_robustness(read.data, read.effects.front(), {0.8, 0.9, 1}, {0.8, 1}, read.options);
    });
}

}  // namespace complex_formulas_test
}  // namespace tarazy
