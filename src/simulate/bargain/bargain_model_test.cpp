#include "simulate/bargain/bargain_model.hpp"

#include "simulate/bargain/invented_actors_test.hpp"
#include "simulate/bargain/smp_run.hpp"
#include "simulate/ensemble/run_ensemble.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace bargain_model_test {

const std::string here = TARAZY_SOURCE_DIR "/src/simulate/testdata/ktab/s.toml";

std::string scenario_with(const std::string& inputs, const std::string& model) {
    return "[run]\nbase=8\n" + inputs + "[model]\n" + model;
}
const std::string one_input = "[[input]]\nname='capability_RU_Krem'\nlower=50\nupper=150\n";

TEST(BargainModel, GivesWhatARunOfTheSameActorsGives) {
    BargainActors actors = invented_actors(6, 2, 1);
    const std::vector<std::string> inputs = {"hazard", "position_a2_issue1", "salience_a3_issue2", "capability_a1"};
    BargainModelOptions options;
    options.outcomes = {"turns", "position_a2_issue1", "median_issue2", "mean_issue1", "converged"};
    const Model model = bargain_model(actors, inputs, options);
    EXPECT_EQ(model.outcomes,
              (std::vector<std::string>{"mean_issue1", "median_issue2", "turns", "converged", "position_a2_issue1"}));
    const std::vector<double> values = {9, 33.5, 0.125, 77};
    std::vector<double> results(5);
    model.compute(RunDraws(1, 0), values, results);
    actors.position[actors.place(1, 0)] = 33.5;
    actors.salience[actors.place(2, 1)] = 0.125;
    actors.capability[0] = 77;
    const SmpRun run = run_smp(actors, {}, RunDraws(1, 0));
    EXPECT_EQ(results[0], weighted_middle(actors, run.turns.back().position, 0)->mean);
    EXPECT_EQ(results[1], weighted_middle(actors, run.turns.back().position, 1)->median);
    EXPECT_EQ(results[2], static_cast<double>(run.turns.size() - 1));
    EXPECT_EQ(results[3], run.end == BargainEnd::converged ? 1 : 0);
    EXPECT_EQ(results[4], run.turns.back().position[actors.place(1, 0)]);
}

TEST(BargainModel, NumbersThatAnActorCannotHaveGiveNoOutcome) {
    const BargainActors actors = invented_actors(4, 1, 1);
    const Model model = bargain_model(actors, {"position_a1"}, {});
    const std::vector<double> values = {120, 50, 50};  // three years
    std::vector<double> results(3 * model.outcomes.size());
    model.compute(RunDraws(1, 0), values, results);
    for (std::size_t i = 0; i < model.outcomes.size(); ++i) {
        EXPECT_TRUE(std::isnan(results[i]));
        EXPECT_EQ(results[i + model.outcomes.size()], results[i + 2 * model.outcomes.size()]);
    }
}

TEST(BargainModel, AScenarioNamesActorsModelAndOptions) {
    const Scenario scenario =
        read_scenario(scenario_with(one_input,
                                    "kind='smp'\nactors='kz_corridor.csv'\nelection='markov-uniform'\n"
                                    "outcomes=['mean_Transit','converged']\n"),
                      here);
    const Ensemble ensemble = run_ensemble(scenario, {});
    EXPECT_EQ(ensemble.design.rows(), 8u);
    EXPECT_EQ(ensemble.outcomes, 2u);
    for (std::size_t run = 0; run < 8; ++run) EXPECT_TRUE(std::isfinite(ensemble.result(run, 0, 0, 0)));
    ASSERT_EQ(scenario.model.files.size(), 1u);
    EXPECT_TRUE(scenario.model.files[0].path.ends_with("/kz_corridor.csv"));

    const Scenario other = read_scenario(
        scenario_with(one_input, "kind='bdm'\nactors='kz_corridor.csv'\nissue='Finance'\nvariant='scholz-code'\n"),
        here);
    EXPECT_EQ(other.model.outcomes, (std::vector<std::string>{"mean", "median", "turns", "converged"}));
    EXPECT_TRUE(std::isfinite(run_ensemble(other, {}).result(3, 0, 0, 0)));
}

const std::string three_actors =
    "issues=['oil','gas']\n"
    "[[model.actor]]\nname='A'\ncapability=3\nposition=[10,40]\nsalience=[0.5,0.2]\n"
    "[[model.actor]]\nname='B'\ncapability=2\nposition=[20,30]\nsalience=[0.5,0.1]\n"
    "[[model.actor]]\nname='C'\ncapability=1\nposition=[90,9]\nsalience=[0.5,0.2]\n";

TEST(BargainModel, ActorsMayStandInTheScenario) {
    const std::string input = "[[input]]\nname='position_A_gas'\nlower=0\nupper=100\n";
    const Scenario scenario = read_scenario(scenario_with(input, "kind='smp'\n" + three_actors), "s.toml");
    EXPECT_EQ(scenario.model.outcomes.size(), 6u);
    EXPECT_TRUE(scenario.model.files.empty());
    EXPECT_TRUE(std::isfinite(run_ensemble(scenario, {}).result(0, 0, 0, 0)));
    try {
        std::string wrong = three_actors;
        wrong.replace(wrong.find("[20,30]"), 7, "[120,30]");
        (void)read_scenario(scenario_with(input, "kind='smp'\n" + wrong), "s.toml");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("s.toml:15:1: the position is 120"), std::string::npos)
            << error.what();
    }
    try {
        (void)read_scenario(scenario_with(input, "kind='smp'\n" + three_actors +
                                                     "[[model.actor]]\nname='D'\ncapability=1\nposition=5\n"),
                            "s.toml");
        FAIL();
    } catch (const InputError& error) {
        const std::string told = error.what();
        EXPECT_NE(told.find("position has 1 numbers, and there are 2 issues"), std::string::npos) << told;
        EXPECT_NE(told.find("actor: the key 'salience' is lacking"), std::string::npos) << told;
    }
}

TEST(BargainModel, TheSameBytesAtAnyNumberOfThreadsAlsoWhenDrawn) {
    const Scenario scenario = read_scenario(
        scenario_with(one_input, "kind='smp'\nactors='kz_corridor.csv'\ntransitions='stochastic'\nmax_turns=12\n"),
        here);
    EXPECT_EQ(run_ensemble(scenario, {.threads = 1}).results, run_ensemble(scenario, {.threads = 2}).results);
    EXPECT_NE(run_ensemble(scenario, {.seed = 2}).results, run_ensemble(scenario, {.seed = 3}).results);
}

TEST(BargainModel, WhatIsWrongIsToldWithItsPlace) {
    const auto faults = [](const std::string& inputs, const std::string& model) -> std::string {
        try {
            (void)read_scenario(scenario_with(inputs, model), here);
        } catch (const InputError& error) {
            return error.what();
        }
        return "";
    };
    const std::string file = "kind='smp'\nactors='kz_corridor.csv'\n";
    EXPECT_NE(faults("[[input]]\nname='capability_RU_Kerm'\nlower=1\nupper=2\n", file)
                  .find("the input 'capability_RU_Kerm' names no number of an actor, and nothing else uses it; did you "
                        "mean 'capability_RU_Krem'?"),
              std::string::npos);
    const std::string wrong = faults(one_input, file + "election='condtional'\noutcomes=['mean_Trnsit']\nround=3\n");
    for (const char* part : {"election is condtional; did you mean 'conditional'?", "there is no outcome 'mean_Trnsit'",
                             "unknown key 'round'"})
        EXPECT_NE(wrong.find(part), std::string::npos) << wrong;
    EXPECT_NE(faults(one_input, "kind='smp'\nactors='none.csv'\n").find("none.csv"), std::string::npos);
    EXPECT_NE(faults(one_input, "kind='bdm'\nactors='kz_corridor.csv'\n").find("several issues"), std::string::npos);
    EXPECT_NE(
        faults(one_input, "kind='bdm'\nactors='kz_corridor.csv'\nissue='Finanse'\n").find("did you mean 'Finance'"),
        std::string::npos);
    // What a trend or shock names need be no number of an actor.
    EXPECT_EQ(faults(one_input + "[[input]]\nname='hazard'\nlower=0\nupper=1\n"
                                 "[[shock]]\nname='s'\ninput='capability_RU_Krem'\nset=60\nprobability='hazard'\n",
                     file),
              "");
}

}  // namespace bargain_model_test
}  // namespace tarazy
