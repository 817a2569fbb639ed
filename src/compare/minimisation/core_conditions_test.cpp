#include "compare/minimisation/core_conditions.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace core_conditions_test {

const PropertySpace& four() {
    static const PropertySpace space({{"A"}, {"B"}, {"C"}, {"D"}});
    return space;
}

Literals term(const std::vector<std::pair<std::size_t, unsigned>>& levels) {
    Literals made;
    for (const auto& [condition, level] : levels) made = made | four().literal(condition, level);
    return made;
}

Cases one_case() {
    Cases cases;
    cases.space = four();
    cases.names = {"KAZ"};
    cases.membership.assign(4, {1});
    cases.outcome = {1};
    return cases;
}

Solution of_models(std::vector<std::vector<Literals>> models) {
    Solution solution;
    solution.n_models = models.size();
    solution.models = std::move(models);
    return solution;
}

TEST(CoreConditions, AreThoseOfTheParsimoniousTermsWithin) {
    const Literals a = term({{0, 1}}), b = term({{1, 1}}), not_c = term({{2, 0}});
    EXPECT_EQ(core_conditions(a | b | not_c, {a, not_c}), a | not_c);  // both terms lie within
    EXPECT_EQ(core_conditions(a | b, {a | not_c, b}), b);
    EXPECT_TRUE(core_conditions(a | b, {not_c}).empty());
    EXPECT_TRUE(core_conditions(a | b, {}).empty());
}

TEST(CoreConditions, AnIntermediateSolutionIsSeenFromItsOwnParsimoniousModel) {
    const Literals a = term({{0, 1}}), b = term({{1, 1}}), ab = a | b;
    const std::vector<NamedSolution> solutions = {{"conservative", of_models({{ab}})},
                                                  {"parsimonious", of_models({{a}, {b}})},
                                                  {"intermediate C1P1", of_models({{ab}})},
                                                  {"intermediate C1P2", of_models({{ab}})}};
    Table rows = solution_rows(one_case(), solutions);
    add_core_conditions(one_case(), solutions, rows);
    std::vector<std::string> core;
    for (std::size_t row = 0; row < rows.rows(); ++row) core.push_back(rows["core"].display(row));
    // Conservative: the two parsimonious models name different conditions. The row of the whole model is empty.
    EXPECT_EQ(core, (std::vector<std::string>{"", "", "A", "", "B", "", "A", "", "B", ""}));
    EXPECT_EQ(rows.names.back(), "core");
}

TEST(CoreConditions, WithoutAParsimoniousSolutionNothingIsSaid) {
    const std::vector<NamedSolution> solutions = {{"conservative", of_models({{term({{0, 1}})}})}};
    Table rows = solution_rows(one_case(), solutions);
    add_core_conditions(one_case(), solutions, rows);
    EXPECT_FALSE(rows.find("core").has_value());
}

TEST(CoreConditions, AreAlwaysPartOfTheTerm) {
    Random random(7, "terms of the core test", 0);
    const auto any_term = [&] {
        Literals made;
        for (std::size_t c = 0; c < 4; ++c) {
            const auto level = random.below(3);
            if (level < 2) made = made | four().literal(c, static_cast<unsigned>(level));
        }
        return made;
    };
    for (int round = 0; round < 500; ++round) {
        const std::vector<Literals> model = {any_term(), any_term(), any_term()};
        const Literals one = any_term(), core = core_conditions(one, model);
        EXPECT_TRUE(core.covers(one));
        for (const Literals short_one : model) {
            if (short_one.covers(one)) {
                EXPECT_TRUE(short_one.covers(core));
            }
        }
    }
}

}  // namespace core_conditions_test
}  // namespace tarazy
