#include "simulate/sensitivity/morris_effects.hpp"

#include "base/work_test.hpp"
#include "io/atomic_file.hpp"
#include "io/read_table.hpp"
#include "simulate/sensitivity/ishigami_test.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <filesystem>

namespace tarazy {
namespace morris_effects_test {

TEST(MorrisEffects, AreThoseOfSALib) {
    const std::string stem = TARAZY_SHARED_DIR "/reference/simulate/salib/morris_ishigami_N20_L4";
    if (!std::filesystem::exists(stem + ".json")) GTEST_SKIP() << "no " << stem;
    const Table table = read_table(stem + "_design.csv");
    const Design design = read_design(table, {}, std::vector<std::string>{"y"});
    const std::vector<double> y = outcome_of_runs(design, table, "y");
    const MorrisEffects effects = morris_effects(morris_layout(design), y, morris_step(4), {.replicates = 1000});
    const auto json = nlohmann::json::parse(read_file(stem + ".json"));
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(effects.mu[i].value, json["mu"][i].get<double>(), 1e-9);
        EXPECT_NEAR(effects.mu_star[i].value, json["mu_star"][i].get<double>(), 1e-9);
        EXPECT_NEAR(effects.sigma[i], json["sigma"][i].get<double>(), 1e-9);
        EXPECT_NEAR(*effects.mu_star[i].conf, json["mu_star_conf"][i].get<double>(),
                    0.2 * json["mu_star_conf"][i].get<double>() + 1e-9);
    }
}

TEST(MorrisEffects, OfALinearModelAreItsSlopes) {
    InputSpace space;
    space.inputs = {{"a", {.lower = 0, .upper = 2}}, {"b", {.lower = 0, .upper = 1}}};
    const Design design = sample_design(space, {.method = "morris", .base = 10});
    std::vector<double> y(design.rows());
    for (std::size_t row = 0; row < y.size(); ++row) y[row] = 3 * design.value(row, 0) - 4 * design.value(row, 1);
    const MorrisEffects effects = morris_effects(morris_layout(design), y, morris_step(4), {});
    EXPECT_NEAR(effects.mu[0].value, 6, 1e-12);  // slope 3 over a range of 2
    EXPECT_NEAR(effects.mu[1].value, -4, 1e-12);
    EXPECT_NEAR(effects.mu_star[1].value, 4, 1e-12);
    EXPECT_NEAR(effects.sigma[0], 0, 1e-12);
    EXPECT_NEAR(*effects.mu_star[0].conf, 0, 1e-12);
}

TEST(MorrisEffects, ThreadsAndAConstantOutcome) {
    const Design design = sample_design(ishigami_inputs(), {.method = "morris", .base = 30});
    std::vector<double> y = ishigami_outcomes(design);
    const MorrisLayout layout = morris_layout(design);
    const MorrisEffects one = morris_effects(layout, y, morris_step(4), {.threads = 1});
    const MorrisEffects two = morris_effects(layout, y, morris_step(4), {.threads = 2});
    for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(*one.mu[i].lower, *two.mu[i].lower);
    std::ranges::fill(y, 1.0);
    EXPECT_FALSE(morris_effects(layout, y, morris_step(4), {}).reason.empty());
}

TEST(MorrisEffects, CanBeStopped) {
    const Design design = sample_design(ishigami_inputs(), {.method = "morris", .base = 30});
    const std::vector<double> y = ishigami_outcomes(design);
    const MorrisLayout layout = morris_layout(design);
    expect_stoppable([&](const Work& work) {
        (void)morris_effects(layout, y, morris_step(4), {.replicates = 2000, .threads = 1, .work = work});
    });
}

}  // namespace morris_effects_test
}  // namespace tarazy
