#include "simulate/ensemble/run_ensemble.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <filesystem>

namespace tarazy {
namespace run_ensemble_test {

namespace fs = std::filesystem;

Scenario scenario(std::size_t base = 700) {
    Scenario read = read_scenario(
        "[run]\nfirst_year=2025\nlast_year=2027\n[[input]]\nname='x'\nlower=0\nupper=1\n[[input]]\nname='z'\nlower="
        "0\nupper=1\n"
        "[[shock]]\nname='s'\ninput='x'\nadd=10\nyear=2026\nprobability=0.3\n"
        "[[policy]]\nname='a'\n[[policy]]\nname='b'\n[[policy.change]]\ninput='z'\nset=2\n"
        "[model.outcomes]\ny='x + 100 * z'\nw='lag(w, 0) + x'\n",
        "s.toml");
    read.sample.base = base;
    return read;
}

TEST(RunEnsemble, EveryRunUnderEveryPolicy) {
    const Ensemble ensemble = run_ensemble(scenario(), {});
    EXPECT_EQ(ensemble.results.size(), 700u * 2 * 3 * 2);
    std::size_t shocks = 0;
    for (std::size_t run = 0; run < 700; ++run) {
        const double x = ensemble.design.value(run, 0), z = ensemble.design.value(run, 1);
        EXPECT_DOUBLE_EQ(ensemble.result(run, 0, 0, 0), x + 100 * z);
        EXPECT_DOUBLE_EQ(ensemble.result(run, 1, 0, 0), x + 200);
        EXPECT_EQ(ensemble.result(run, 0, 2, 1), ensemble.result(run, 1, 2, 1));
        shocks += ensemble.result(run, 0, 1, 0) > x + 100 * z + 5 ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(shocks) / 700, 0.3, 0.07);
}

TEST(RunEnsemble, TheSameBytesAtAnyNumberOfThreads) {
    EXPECT_EQ(run_ensemble(scenario(), {.threads = 1}).results, run_ensemble(scenario(), {.threads = 2}).results);
}

TEST(RunEnsemble, ARunThatWasStoppedGoesOnFromItsCheckpoint) {
    const fs::path folder = fs::path(testing::TempDir()) / "run_ensemble_test";
    fs::remove_all(folder);
    std::atomic<std::size_t> computed = 0;
    Scenario counted = scenario();
    const auto compute = counted.model.compute;
    std::stop_source source;
    counted.model.compute = [&](const RunDraws& draws, std::span<const double> values, std::span<double> results) {
        if (++computed == 900) source.request_stop();
        compute(draws, values, results);
    };
    EXPECT_THROW(
        (void)run_ensemble(counted, {.threads = 1, .checkpoint = folder.string(), .work = Work(source.get_token())}),
        Interrupted);
    EXPECT_TRUE(fs::exists(folder));
    const std::size_t before = computed;
    const Ensemble resumed = run_ensemble(counted, {.threads = 1, .checkpoint = folder.string()});
    EXPECT_GT(resumed.blocks_found, 100u);
    EXPECT_LT(computed - before, 600u) << "of 1,400 runs some 900 were done";
    EXPECT_EQ(resumed.results, run_ensemble(scenario(), {}).results);
    EXPECT_FALSE(fs::exists(folder)) << "a checkpoint goes when the run is done";
}

TEST(RunEnsemble, ACheckpointOfAnotherSeedIsRefused) {
    const fs::path folder = fs::path(testing::TempDir()) / "run_ensemble_test_seed";
    fs::remove_all(folder);
    std::stop_source source;
    Scenario stopped = scenario();
    const auto compute = stopped.model.compute;
    std::atomic<std::size_t> computed = 0;
    stopped.model.compute = [&](const RunDraws& draws, std::span<const double> values, std::span<double> results) {
        if (++computed == 300) source.request_stop();
        compute(draws, values, results);
    };
    EXPECT_THROW(
        (void)run_ensemble(stopped, {.threads = 1, .checkpoint = folder.string(), .work = Work(source.get_token())}),
        Interrupted);
    EXPECT_THROW((void)run_ensemble(scenario(), {.seed = 2, .checkpoint = folder.string()}), UsageError);
    fs::remove_all(folder);
}

TEST(RunEnsemble, LimitsAndStops) {
    Scenario large = scenario(std::size_t{1} << 26);
    EXPECT_THROW((void)run_ensemble(large, {}), LimitError);
    expect_stoppable([&](const Work& work) { (void)run_ensemble(scenario(), {.threads = 1, .work = work}); });
}

}  // namespace run_ensemble_test
}  // namespace tarazy
