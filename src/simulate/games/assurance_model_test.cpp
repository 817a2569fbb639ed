#include "simulate/games/assurance_model.hpp"

#include "base/error.hpp"
#include "simulate/ensemble/scenario.hpp"
#include "simulate/games/assurance_quantities.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace assurance_model_test {

TEST(AssuranceModel, YearsOfInputsToOutcomes) {
    const Model model = assurance_model({"lambda", "p"}, {.outcomes = {"forgo_given_assure", "payoff_state"}});
    const std::vector<double> values = {4, 0.3, 4, 0.7, 4, 1.2};
    std::vector<double> results(6);
    model.compute(RunDraws(1, 0), values, results);
    EXPECT_NEAR(results[0], 0.727, 5e-4);
    EXPECT_NEAR(results[2], 0.943, 5e-4);
    // A probability above 1 is no game.
    EXPECT_TRUE(std::isnan(results[4]));
    EXPECT_TRUE(std::isnan(results[5]));
    EXPECT_EQ(assurance_model({}).outcomes.size(), assurance_quantities().size());
}

TEST(AssuranceModel, NamesThatTheGameDoesNotHave) {
    EXPECT_THROW((void)assurance_model({"audience"}), UsageError);
    EXPECT_THROW((void)assurance_model({"p"}, {.outcomes = {"forgoes"}}), UsageError);
}

TEST(AssuranceModel, AScenarioNamesIt) {
    const std::string inputs =
        "[run]\n[[input]]\nname='p'\nlower=0\nupper=1\n[[input]]\nname='hazard'\nlower=0\nupper=1\n";
    const Scenario scenario = read_scenario(inputs +
                                                "[model]\nkind = 'assure'\nother_inputs = ['hazard']\n"
                                                "outcomes = ['forgo']\n[model.game]\nstate_hedged = 0.9\n",
                                            "s.toml");
    EXPECT_EQ(scenario.model.outcomes, std::vector<std::string>{"forgo"});
    const std::vector<double> values = {0.3, 0.5};
    std::vector<double> results(1);
    scenario.model.compute(RunDraws(1, 0), values, results);
    EXPECT_NEAR(results[0],
                solve_assurance({.p = 0.3, .state_hedged = 0.9}, {4}).answers[0][assurance_quantity_place("forgo")],
                1e-12);
    try {
        (void)read_scenario(inputs + "[model]\nkind = 'assure'\nlambda = -1\n[model.game]\naudience_cost = -2\n",
                            "s.toml");
        ADD_FAILURE();
    } catch (const InputError& error) {
        const std::string what = error.what();
        EXPECT_NE(what.find("the assurance game has no number 'hazard'"), std::string::npos) << what;
        EXPECT_NE(what.find("lambda is below 0"), std::string::npos) << what;
        EXPECT_NE(what.find("audience_cost is -2"), std::string::npos) << what;
    }
}

}  // namespace assurance_model_test
}  // namespace tarazy
