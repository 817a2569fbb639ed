#include "simulate/hedge/hedge_scenario.hpp"

#include "simulate/ensemble/run_ensemble.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace hedge_scenario_test {

const std::string head =
    "[run]\nfirst_year = 2025\nlast_year = 2030\nbase = 50\n[[input]]\nname = \"east\"\ndistribution = \"uniform\"\n"
    "lower = 0.2\nupper = 0.6\n";
const std::string model =
    "[model]\nkind = \"hedge\"\npoles = [\"N\", \"E\"]\n[model.start]\nN = 0.5\nE = 0.3\nautonomy = 0.2\n"
    "[model.trade]\nN = 0.3\nE = \"east\"\n[model.coercion]\nN = 0.2\n[model.target]\nN = 0.6\n"
    "[model.adaptation]\ndecay = 0.2\ngain = 1\n[model.guarantee]\nE = 0.1\n"
    "[model.coefficients]\nb_T = 20\nb_C = 5\nk = 10\ne = 40\n[model.crisis]\nbase = -3\npressure = 10\n";

std::string told(const std::string& text) {
    try {
        (void)read_scenario(text, "s.toml");
    } catch (const InputError& error) {
        return error.what();
    }
    return "";
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(HedgeScenario, RunsInAnEnsembleWithPoliciesAndThresholds) {
    const Scenario scenario = read_scenario(
        head +
            "[[policy]]\nname = \"wait\"\n[[policy]]\nname = \"trade less\"\n[[policy.change]]\ninput = \"east\"\n"
            "multiply = 0.5\n" +
            model + "[[threshold]]\noutcome = \"balance\"\nat_least = 0.9\n",
        "s.toml");
    EXPECT_EQ(scenario.model.outcomes,
              (std::vector<std::string>{"share_N", "share_E", "autonomy", "balance", "hhi", "max_share", "room",
                                        "coercion_N", "guarantee_E", "crisis_year", "crisis"}));
    const Ensemble one = run_ensemble(scenario, {.seed = 3, .threads = 1});
    EXPECT_EQ(one.results, run_ensemble(scenario, {.seed = 3, .threads = 2}).results);
    EXPECT_TRUE(std::ranges::all_of(one.results, [](double value) { return value >= 0; }));
    // Less trade with the east, a smaller share of it, in every run.
    const std::size_t width = scenario.model.outcomes.size(), years = scenario.years(), runs = one.design.rows();
    for (std::size_t run = 0; run < runs; ++run) {
        const std::size_t last = (years - 1) * width + 1;
        EXPECT_GT(one.results[(run * 2 + 0) * years * width + last], one.results[(run * 2 + 1) * years * width + last]);
    }
}

TEST(HedgeScenario, WhatIsWrongIsToldWithItsPlace) {
    EXPECT_EQ(told(head + model), "");
    EXPECT_NE(told(head + with(model, "E = \"east\"", "E = \"esat\""))
                  .find("s.toml:19:1: model.trade: there is no input "
                        "'esat'; did you mean 'east'?"),
              std::string::npos)
        << told(head + with(model, "E = \"east\"", "E = \"esat\""));
    const std::vector<std::pair<std::string, std::string>> faults = {
        {"poles = [\"N\", \"E\"]", "poles = [\"N\"]"},
        {"poles = [\"N\", \"E\"]", "poles = [\"N\", \"N\"]"},
        {"poles = [\"N\", \"E\"]\n", ""},
        {"autonomy = 0.2", "autonomy = 0.3"},
        {"N = 0.5", "N = -0.5"},
        {"k = 10", "k = -10"},
        {"k = 10", "q = 10"},
        {"k = 10", "b_N = 10"},
        {"decay = 0.2", "decay = true"},
        {"[model.adaptation]\ndecay = 0.2\ngain = 1\n", ""},
        {"[model.target]\nN = 0.6\n", ""},
        {"[model.guarantee]\nE = 0.1", "[model.guarantee]\nE = 1.1"},
        {"base = -3", "shock = 1"},
        {"kind = \"hedge\"", "kind = \"hegde\""},
        {"[model.trade]", "[model.trad]"},
    };
    for (const auto& [from, to] : faults) EXPECT_NE(told(head + with(model, from, to)), "") << to;
    EXPECT_NE(told(with(head, "\"east\"", "\"hhi\"") + with(model, "\"east\"", "\"hhi\"")).find("is an outcome"),
              std::string::npos);
}

}  // namespace hedge_scenario_test
}  // namespace tarazy
