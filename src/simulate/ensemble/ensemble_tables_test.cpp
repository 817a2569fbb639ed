#include "simulate/ensemble/ensemble_tables.hpp"

#include "io/read_table.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace ensemble_tables_test {

struct SmallEnsemble {
    Scenario scenario = read_scenario(
        "[run]\nfirst_year=1\nlast_year=2\nbase=4\ndesign='saltelli'\n[[input]]\nname='x'\nlower=0\nupper=1\n"
        "[[input]]\nname='z'\nlower=0\nupper=1\n[[policy]]\nname='a'\n[[policy]]\nname='b'\n[[policy.change]]\ninput='"
        "x'\nset=-1\n"
        "[model.outcomes]\ny='year + x'\nw='log(x)'\n[[threshold]]\nname='good'\noutcome='y'\nat_least=2\n",
        "s.toml");
    Ensemble ensemble = run_ensemble(scenario, {});
};

TEST(EnsembleTables, FanHasARowAPolicyOutcomeAndYear) {
    const SmallEnsemble run;
    const Table fan = fan_table(run.scenario, run.ensemble);
    EXPECT_EQ(fan.rows(), 8u);
    EXPECT_EQ(*fan["n"].integer(0), 16);
    EXPECT_EQ(*fan["q50"].real(5), 1);  // policy b, y in year 2
    EXPECT_EQ(*fan["n"].integer(7), 0) << "log(-1) is not defined";
    EXPECT_TRUE(fan["q50"].missing(7));
    EXPECT_EQ(undefined_outcomes(run.ensemble), 32u);
}

TEST(EnsembleTables, EffectIsTheRunLessItselfWhenNothingHappens) {
    const Scenario scenario = read_scenario(
        "[run]\nfirst_year=1\nlast_year=3\nbase=50\n[[input]]\nname='x'\nlower=0\nupper=1\n"
        "[[input]]\nname='rise'\nlower=1\nupper=2\n[[trend]]\ninput='x'\nper_year='rise'\n"
        "[[shock]]\nname='s'\ninput='x'\nadd=10\nyear=3\nprobability=1\n[[policy]]\nname='a'\n"
        "[[policy]]\nname='b'\nfrom=2\n[[policy.change]]\ninput='x'\nadd=-1\n[model.outcomes]\ny='5 * x'\n",
        "s.toml");
    const Table effect =
        effect_table(scenario, run_ensemble(scenario, {}), run_ensemble(without_changes(scenario), {}));
    ASSERT_EQ(effect.rows(), 6u);
    EXPECT_EQ(*effect["q05"].real(0), 0);
    EXPECT_EQ(*effect["q95"].real(3), 0) << "nothing has happened in the first year, nor has policy b begun";
    EXPECT_NEAR(*effect["q50"].real(1), 7.5, 0.1);  // 5 x the median rise
    EXPECT_NEAR(*effect["q50"].real(2), 65, 0.2);   // 5 x (2 x 1.5 + 10)
    EXPECT_NEAR(*effect["q50"].real(5), 60, 0.2);   // the policy takes 5 x 1 away
    EXPECT_NEAR(*effect["q95"].real(2) - *effect["q05"].real(2), 9, 0.4) << "x itself drops out run by run";
}

TEST(EnsembleTables, RunsOfOnePolicyAreADesignWithOutcomes) {
    const SmallEnsemble run;
    const Table one = runs_table(run.scenario, run.ensemble, 0);
    EXPECT_EQ(one.names, (std::vector<std::string>{"design", "run", "block", "x", "z", "y", "w"}));
    const Table read = read_csv(to_csv(one), "r.csv");
    const std::vector<std::string> outcome = {"y"};
    const Design design = read_design(read, {}, outcome);
    EXPECT_EQ(design_id(design), design_id(run.ensemble.design));
    EXPECT_EQ(outcome_of_runs(design, read, "y").size(), 16u);
    const Table all = runs_table(run.scenario, run.ensemble, std::nullopt);
    EXPECT_EQ(all.rows(), 32u);
    EXPECT_EQ(all.names[3], "policy");
    EXPECT_EQ(read_policy_outcomes(all, "y", true, {}).policies.size(), 2u);
}

TEST(EnsembleTables, ThresholdsHaveSharesWithIntervals) {
    const SmallEnsemble run;
    const Table table = threshold_table(run.scenario, run.ensemble, 0.95);
    ASSERT_EQ(table.rows(), 2u);
    EXPECT_EQ(*table["share"].real(0), 1);
    // Wilson (1927): of 16 of 16, 16/(16 + z^2).
    EXPECT_NEAR(*table["share_lower"].real(0), 16 / (16 + 3.841458820694124), 1e-9);
    EXPECT_EQ(*table["share"].real(1), 0);
    EXPECT_EQ(table["limit"].display(0), ">= 2");
}

}  // namespace ensemble_tables_test
}  // namespace tarazy
