#include "compare/coincidence/complex_formulas.hpp"

#include "base/work_test.hpp"
#include "compare/coincidence/fit_robustness.hpp"
#include "compare/coincidence/peer_cna_test.hpp"

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
