#include "compare/minimisation/all_models.hpp"

#include "compare/sets/peer_data_test.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace all_models_test {

const std::set<SolutionKind> every_kind(solution_kinds.begin(), solution_kinds.end());

Cases four_cases() {
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}, {"C"}});
    cases.names = {"w", "x", "y", "z"};
    cases.membership = {{1, 1, 0, 0}, {1, 0, 1, 0}, {1, 0, 0, 1}};
    cases.outcome = {1, 1, 0, 0};
    return cases;
}

TEST(AllModels, AreThoseOfTheSolutionsOfTheTable) {
    const Cases cases = four_cases();
    const TruthTable table = truth_table(cases);
    MinimiseOptions options;
    options.expectations = {cases.space.literal(0, 1), cases.space.literal(1, 1)};
    const AllModelsByKind sets = all_models(cases.space, coded_rows(table), every_kind, options);
    const Solution conservative = conservative_solution(cases, table, options);
    const Solution parsimonious = parsimonious_solution(cases, table, options);
    EXPECT_EQ(our_models(cases.space, sets[0].models), our_models(cases.space, conservative.models));
    EXPECT_EQ(our_models(cases.space, sets[1].models), our_models(cases.space, parsimonious.models));
    ModelSet pairs;
    for (const auto& [label, solution] :
         intermediate_solutions(cases, table, conservative, parsimonious, options).pairs) {
        for (const auto& model : our_models(cases.space, solution.models)) pairs.insert(model);
    }
    EXPECT_EQ(our_models(cases.space, sets[2].models), pairs);
    EXPECT_TRUE(sets[2].complete);
}

TEST(AllModels, OfFuzzyLipsetAreTheModelsOfThePeer) {
    const Cases cases =
        read_cases(peer_table("lipset_fuzzy_LF_data.csv"), {"SURV", {"DEV", "URB", "LIT", "IND", "STB"}});
    MinimiseOptions options;
    for (std::size_t c = 0; c < 5; ++c) options.expectations.push_back(cases.space.literal(c, 1));
    const AllModelsByKind sets =
        all_models(cases.space, coded_rows(truth_table(cases, {0.8, std::nullopt, 0, 1})), every_kind, options);
    const nlohmann::json peer = nlohmann::json::parse(peer_text("lipset_fuzzy_LF.json"))["positive"];
    EXPECT_EQ(our_models(cases.space, sets[0].models), peer_models(peer["conservative"]["models"]));
    EXPECT_EQ(our_models(cases.space, sets[1].models), peer_models(peer["parsimonious"]["models"]));
    EXPECT_EQ(our_models(cases.space, sets[2].models), peer_models(peer["intermediate"]["C1P1"]["models"]));
}

TEST(AllModels, WithoutPositiveOrNegativeRowsThereAreNoModels) {
    const PropertySpace space({{"A"}, {"B"}});
    const Literals row = space.literal(0, 1) | space.literal(1, 1);
    EXPECT_TRUE(all_models(space, {{}, {row}}, every_kind)[1].models.empty());
    const AllModelsByKind sets = all_models(space, {{row}, {}}, every_kind);
    EXPECT_EQ(sets[0].models, (std::vector<std::vector<Literals>>{{row}}));
    EXPECT_TRUE(sets[1].models.empty());
    EXPECT_TRUE(sets[2].models.empty());
}

TEST(AllModels, AListCutShortIsNotComplete) {
    const PropertySpace space({{"A"}, {"B"}});
    const Literals both = space.literal(0, 1) | space.literal(1, 1), none = space.literal(0, 0) | space.literal(1, 0);
    MinimiseOptions options;
    options.model_limit = 1;
    const AllModelsByKind sets = all_models(space, {{both}, {none}}, every_kind, options);
    EXPECT_TRUE(sets[0].complete);
    EXPECT_FALSE(sets[1].complete);
    EXPECT_FALSE(sets[2].complete);
}

}  // namespace all_models_test
}  // namespace tarazy
