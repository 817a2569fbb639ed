#include "simulate/bargain/smp_run.hpp"

#include "base/work_test.hpp"
#include "io/atomic_file.hpp"
#include "io/read_table.hpp"
#include "simulate/bargain/invented_actors_test.hpp"
#include "simulate/bargain/read_actors.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace smp_run_test {

const std::string folder = TARAZY_SOURCE_DIR "/src/simulate/testdata/ktab/";

BargainActors ktab_actors(const std::string& name) {
    const std::string path = folder + name + ".csv";
    return actors_of_text(read_file(path), path, {}).actors;
}

/// A file of KTAB's own run: positions to 1e-6, probabilities to 1e-8.
void expect_ktab_run(const std::string& name, const std::string& setting) {
    const BargainActors actors = ktab_actors(name);
    SmpOptions options;
    options.ktab_compat = setting.starts_with("bm");
    if (setting == "rrange2")
        set_smp_choice(options, "BigRRange", "2");
    else if (setting != "default")
        set_smp_choice(options, setting.substr(0, setting.size() - 1), setting.substr(setting.size() - 1));
    const SmpRun run = run_smp(actors, options, RunDraws(1, 0));
    const Table reference = read_table(folder + name + '.' + setting + ".csv");
    const std::size_t width = actors.count() * actors.issues.size();
    ASSERT_EQ(reference.rows(), run.turns.size() * width) << name << '.' << setting;
    EXPECT_EQ(run.end, BargainEnd::converged);
    const std::vector<double> position = require_reals(reference, "position"), prob = require_reals(reference, "prob");
    const std::vector<std::string> actor = require_texts(reference, "actor");
    const std::vector<std::int64_t> turn = require_integers(reference, "turn"),
                                    dim = require_integers(reference, "dim");
    for (std::size_t row = 0; row < reference.rows(); ++row) {
        const SmpTurnRecord& record = run.turns[static_cast<std::size_t>(turn[row])];
        const auto i = static_cast<std::size_t>(std::ranges::find(actors.names, actor[row]) - actors.names.begin());
        ASSERT_LT(i, actors.count());
        EXPECT_NEAR(record.position[actors.place(i, static_cast<std::size_t>(dim[row]))], position[row], 1e-6)
            << name << '.' << setting << " row " << row;
        EXPECT_NEAR(record.probability[i], prob[row], 1e-8) << name << '.' << setting << " row " << row;
    }
}

TEST(SmpRun, EveryFileOfKtabIsReproduced) {
    expect_ktab_run("SOE-Pol-Comp", "default");
    expect_ktab_run("kz_corridor", "default");
    for (const char* setting : {"default", "vpm1", "vpm4", "pce1", "pce2", "vr0", "vr3", "rrange2", "tpc0", "tpc2",
                                "ivb0", "ivb2", "bm1", "bm2"})
        expect_ktab_run("dummyData_3Dim", setting);
}

TEST(SmpRun, TheReceiversViewIsAProbabilityUnlessKtabsDefectIsAskedFor) {
    const BargainActors actors = ktab_actors("dummyData_3Dim");
    for (const BargainModel model : {BargainModel::both, BargainModel::power_weighted}) {
        SmpOptions options;
        options.bargain = model;
        const SmpRun right = run_smp(actors, options, RunDraws(1, 0));
        options.ktab_compat = true;
        EXPECT_NE(right.turns[1].position, run_smp(actors, options, RunDraws(1, 0)).turns[1].position);
        for (const SmpTurnRecord& turn : right.turns)
            for (const double one : turn.position) EXPECT_TRUE(one >= 0 && one <= 100);
    }
}

TEST(SmpRun, EqualProbabilitiesGiveNoAttitudeToRisk) {
    BargainActors actors = invented_actors(4, 1, 1);
    actors.capability = {1, 1, 1, 1};
    actors.salience = {1, 1, 1, 1};
    actors.position = {20, 20, 80, 80};
    const SmpRun run = run_smp(actors, {}, RunDraws(1, 0));
    EXPECT_EQ(run.turns[0].risk, (std::vector<double>{0, 0, 0, 0}));
    // KTAB divides by the range of the probabilities, which is rounding noise or nothing.
    SmpOptions compat;
    compat.ktab_compat = true;
    EXPECT_NE(run_smp(actors, compat, RunDraws(1, 0)).turns[0].risk, run.turns[0].risk);
}

TEST(SmpRun, WhereNobodyMovesTheRunHasConverged) {
    BargainActors actors = invented_actors(3, 1, 1);
    actors.capability = {1, 1, 1};
    actors.position = {0, 50, 100};
    actors.salience = {0.8, 0.8, 0.8};
    const SmpRun run = run_smp(actors, {}, RunDraws(1, 0));
    EXPECT_EQ(run.end, BargainEnd::converged);
    EXPECT_EQ(run.turns.size(), 3u);
    EXPECT_EQ(run.turns.back().position, actors.position);
}

TEST(SmpRun, SymmetricActorsStaySymmetric) {
    BargainActors actors = invented_actors(2, 1, 1);
    actors.capability = {3, 3};
    actors.salience = {0.7, 0.7};
    actors.position = {20, 80};
    for (const SmpTurnRecord& turn : run_smp(actors, {}, RunDraws(1, 0)).turns)
        EXPECT_NEAR(turn.position[0] + turn.position[1], 100, 0.011);
    // Pairs that mirror each other, none of them in the middle, where two challenges would be alike.
    actors = invented_actors(4, 1, 1);
    actors.capability = {5, 2, 2, 5};
    actors.salience = {0.6, 0.9, 0.9, 0.6};
    actors.position = {10, 35, 65, 90};
    for (const SmpTurnRecord& turn : run_smp(actors, {}, RunDraws(1, 0)).turns) {
        EXPECT_NEAR(turn.position[0] + turn.position[3], 100, 0.021);
        EXPECT_NEAR(turn.position[1] + turn.position[2], 100, 0.021);
        EXPECT_NEAR(turn.probability[0], turn.probability[3], 1e-6);
    }
}

TEST(SmpRun, TheOrderOfTheActorsDoesNotMatter) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const BargainActors actors = invented_actors(9, 2, seed);
        BargainActors turned = actors;
        for (std::size_t i = 0; i < 9; ++i) {
            const std::size_t from = (i * 4 + 2) % 9;
            turned.names[i] = actors.names[from];
            turned.capability[i] = actors.capability[from];
            for (std::size_t d = 0; d < 2; ++d) {
                turned.position[i * 2 + d] = actors.position[from * 2 + d];
                turned.salience[i * 2 + d] = actors.salience[from * 2 + d];
            }
        }
        const SmpRun one = run_smp(actors, {}, RunDraws(1, 0)), other = run_smp(turned, {}, RunDraws(1, 0));
        ASSERT_EQ(one.turns.size(), other.turns.size()) << seed;
        for (std::size_t i = 0; i < 9; ++i)
            for (std::size_t d = 0; d < 2; ++d)
                EXPECT_NEAR(other.turns.back().position[i * 2 + d], one.turns.back().position[(i * 4 + 2) % 9 * 2 + d],
                            1e-9)
                    << seed;
    }
}

TEST(SmpRun, PositionsStayBetweenThoseOfTheBeginning) {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const BargainActors actors = invented_actors(8, 1, seed);
        const auto [least, most] = std::ranges::minmax(actors.position);
        for (const SmpTurnRecord& turn : run_smp(actors, {}, RunDraws(1, 0)).turns)
            for (const double one : turn.position) EXPECT_TRUE(one >= least - 0.006 && one <= most + 0.006);
    }
}

TEST(SmpRun, NothingIsBargainedOverWhereAllAgree) {
    BargainActors actors = invented_actors(5, 1, 1);
    actors.position.assign(5, 40);
    const SmpRun run = run_smp(actors, {}, RunDraws(1, 0));
    EXPECT_EQ(run.end, BargainEnd::no_conflict);
    EXPECT_EQ(run.turns.size(), 1u);
    EXPECT_TRUE(run.turns[0].bargains.empty());
}

TEST(SmpRun, ACycleEndsTheRunAndIsTold) {
    std::size_t cycles = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SmpOptions options;
        options.max_turns = 400;
        const BargainActors actors = invented_actors(6, 1, seed);
        const SmpRun run = run_smp(actors, options, RunDraws(1, 0));
        if (run.end != BargainEnd::cycle) continue;
        ++cycles;
        ASSERT_GE(run.cycle_length, 1u);
        const std::size_t last = run.turns.size() - 1;
        for (std::size_t i = 0; i < 6; ++i)
            EXPECT_NEAR(run.turns[last].position[i], run.turns[last - run.cycle_length].position[i], 1e-4);
        options.ktab_compat = true;  // goes on, and is where the cycle says
        EXPECT_GE(run_smp(actors, options, RunDraws(1, 0)).turns.size(), run.turns.size());
    }
    EXPECT_GE(cycles, 1u);
}

TEST(SmpRun, ADrawnRunIsThatOfItsSeedAndDiffersFromOthers) {
    const BargainActors actors = ktab_actors("kz_corridor");
    SmpOptions options;
    options.transitions = Transitions::stochastic;
    options.max_turns = 20;
    const auto end = [&](std::uint64_t seed) {
        return run_smp(actors, options, RunDraws(seed, 0)).turns.back().position;
    };
    EXPECT_EQ(end(5), end(5));
    EXPECT_NE(end(5), end(6));
    const SmpRun run = run_smp(actors, options, RunDraws(5, 0));
    for (const SmpTurnRecord& turn : run.turns)
        for (const SmpBargainRecord& one : turn.bargains)
            EXPECT_TRUE(one.initiator_probability > 0 && one.initiator_probability < 1);
}

TEST(SmpRun, TheScaleOfPositionsIsOnlyAScale) {
    const BargainActors actors = invented_actors(7, 1, 3);
    BargainActors other = actors;
    other.lowest = -10;
    other.highest = 10;
    for (double& one : other.position) one = -10 + one / 5;
    const SmpRun here = run_smp(actors, {}, RunDraws(1, 0)), there = run_smp(other, {}, RunDraws(1, 0));
    ASSERT_EQ(here.turns.size(), there.turns.size());
    for (std::size_t i = 0; i < 7; ++i)
        EXPECT_NEAR(there.turns.back().position[i], -10 + here.turns.back().position[i] / 5, 1e-9);
}

TEST(SmpRun, ARunCanBeStopped) {
    const BargainActors actors = invented_actors(40, 1, 3);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW((void)run_smp(actors, {}, RunDraws(1, 0), Work(stop.get_token())), Interrupted);
}

}  // namespace smp_run_test
}  // namespace tarazy
