#include "simulate/robustness/ranking_stability.hpp"

#include "base/error.hpp"
#include "base/random.hpp"

#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace ranking_stability_test {

/// Policies x worlds.
ModelOutcomes model_of(const std::string& name, const std::vector<std::vector<double>>& outcomes,
                       std::vector<std::string> policies = {"a", "b", "c"}) {
    ModelOutcomes model{name, {}};
    model.outcomes.policies = std::move(policies);
    for (std::size_t w = 0; w < outcomes.front().size(); ++w) model.outcomes.worlds.push_back("w" + std::to_string(w));
    for (const std::vector<double>& row : outcomes)
        model.outcomes.outcome.insert(model.outcomes.outcome.end(), row.begin(), row.end());
    return model;
}

const ModelOutcomes rising = model_of("rising", {{1, 1}, {2, 2}, {3, 3}}),
                    falling = model_of("falling", {{30, 30}, {20, 20}, {10, 10}}),
                    mixed = model_of("mixed", {{2, 2}, {1, 1}, {3, 3}});

const OrderAgreement& by_mean(const RankingStability& all, std::size_t first, std::size_t second) {
    for (const OrderAgreement& one : all.agreements)
        if (policy_criteria[one.criterion] == "mean" && one.first == first && one.second == second) return one;
    throw std::logic_error("no such pair");
}

TEST(RankingStability, KendallsTauB) {
    const std::vector<double> up = {1, 2, 3, 4}, swapped = {1, 2, 4, 3}, down = {4, 3, 2, 1}, tied = {1, 1, 2, 2};
    EXPECT_EQ(kendall_tau_b(up, up), 1.0);
    EXPECT_EQ(kendall_tau_b(up, down), -1.0);
    EXPECT_NEAR(*kendall_tau_b(up, swapped), 4.0 / 6, 1e-15);
    EXPECT_NEAR(*kendall_tau_b(up, tied), 4 / std::sqrt(24.0), 1e-15);
    EXPECT_FALSE(kendall_tau_b(up, std::vector<double>(4, 1.0)));
}

TEST(RankingStability, OrdersOfModelsInAnyUnits) {
    const RankingStability all = ranking_stability({rising, falling, mixed}, {.replicates = 20});
    EXPECT_EQ(by_mean(all, 0, 1).tau, -1.0);
    EXPECT_EQ(by_mean(all, 0, 1).reversed, 3u);
    EXPECT_NEAR(*by_mean(all, 0, 2).tau, 1.0 / 3, 1e-15);
    EXPECT_EQ(by_mean(all, 0, 1).lower, -1.0) << "the same in all states of the world";
    EXPECT_EQ(all.agreements.size(), 5u * 3) << "no satisficing without thresholds";
    // a and b: b better in 'rising' alone: two of three pairs of models disagree.
    const PairStability& pair = all.pairs.front();
    EXPECT_EQ(pair.one_better, 2u);
    EXPECT_EQ(pair.other_better, 1u);
    EXPECT_NEAR(pair.changes, 2.0 / 3, 1e-15);
    EXPECT_NEAR(*pair.changes_resampled, 2.0 / 3, 1e-12);
    EXPECT_TRUE(all.same_worlds);
    EXPECT_FALSE(all.pairs.back().criterion);
    EXPECT_NEAR(all.pairs.back().changes, 2.0 / 3, 1e-15) << "b and c, run by run";
}

TEST(RankingStability, OrderOfPoliciesAndRunsInTheFilesDoesNotCount) {
    ModelOutcomes turned = model_of("rising", {{3, 3}, {1, 1}, {2, 2}}, {"c", "a", "b"});
    std::ranges::reverse(turned.outcomes.worlds);
    const RankingStability all = ranking_stability({rising, turned}, {.replicates = 0});
    EXPECT_EQ(by_mean(all, 0, 1).tau, 1.0);
    EXPECT_FALSE(by_mean(all, 0, 1).lower);
    EXPECT_TRUE(all.same_worlds);
    EXPECT_NE(stability_notes(all).front().find("no two models order"), std::string::npos);
}

TEST(RankingStability, RunByRunOnlyInTheSameStatesOfTheWorld) {
    ModelOutcomes other = mixed;
    other.outcomes.worlds = {"x", "y"};
    const RankingStability all = ranking_stability({rising, other}, {.replicates = 0});
    EXPECT_FALSE(all.same_worlds);
    EXPECT_TRUE(all.pairs.back().criterion.has_value());
    const std::vector<std::string> notes = stability_notes(all);
    EXPECT_NE(notes.front().find("'rising' and 'mixed' order 1 of 3 pairs"), std::string::npos) << notes.front();
    EXPECT_EQ(notes.size(), 2u);
}

TEST(RankingStability, IntervalsAreThoseOfResampledStates) {
    // Two models that agree in most states: the less sure order shows in the interval.
    std::vector<std::vector<double>> one(3), other(3);
    Random random(7, "invented outcomes", 0);
    for (int w = 0; w < 30; ++w)
        for (std::size_t p = 0; p < 3; ++p) {
            one[p].push_back(static_cast<double>(p) + random.uniform());
            other[p].push_back(0.1 * static_cast<double>(p) + random.uniform());
        }
    const std::vector<ModelOutcomes> models = {model_of("one", one), model_of("other", other)};
    const RankingStability all = ranking_stability(models, {.replicates = 200, .threads = 1});
    ASSERT_TRUE(by_mean(all, 0, 1).lower);
    EXPECT_LT(*by_mean(all, 0, 1).lower, *by_mean(all, 0, 1).upper);
    const RankingStability again = ranking_stability(models, {.replicates = 200, .threads = 2});
    EXPECT_EQ(by_mean(all, 0, 1).lower, by_mean(again, 0, 1).lower);
    EXPECT_EQ(all.pairs[0].changes_resampled, again.pairs[0].changes_resampled);
}

TEST(RankingStability, ModelsWithOtherPoliciesAreRefused) {
    try {
        (void)ranking_stability({rising, model_of("short", {{1}, {2}}, {"a", "b"})}, {});
        FAIL() << "not refused";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("model 'short' has no policy 'c'"), std::string::npos) << error.what();
    }
    EXPECT_THROW((void)ranking_stability({rising}, {}), UsageError);
}

TEST(RankingStability, Tables) {
    const RankingStability all = ranking_stability({rising, falling}, {.replicates = 0});
    const Table agreement = agreement_table(all), pairs = pair_stability_table(all);
    EXPECT_EQ(agreement.rows(), 5u);
    EXPECT_EQ(*agreement["criterion"].text(2), "regret_max");
    EXPECT_EQ(pairs.rows(), 5u * 3 + 3);
    EXPECT_EQ(*pairs["criterion"].text(15), "each_run");
    EXPECT_TRUE(pairs["first_better"].missing(15));
    EXPECT_EQ(pairs["changes"].real(15), 1.0);
}

TEST(RankingStability, EndsWhenAStopIsAsked) {
    expect_stoppable([](const Work& work) {
        (void)ranking_stability({rising, falling}, {.replicates = 5, .work = work});
    });
}

}  // namespace ranking_stability_test
}  // namespace tarazy
