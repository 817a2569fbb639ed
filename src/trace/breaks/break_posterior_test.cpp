#include "trace/breaks/break_posterior.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "stats/normal.hpp"
#include "trace/breaks/reference_series_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace tarazy {
namespace break_posterior_test {

using testing_breaks::reference_file;
using testing_breaks::reference_series;

TEST(BreakPosterior, EveryNumberOfTheExactReference) {
    const auto path = reference_file("bayes_exact.json");
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    const auto reference = nlohmann::json::parse(std::ifstream(path));
    std::size_t compared = 0;
    for (const auto& [name, expected] : reference.items()) {
        const auto& given = expected["prior"];
        const SegmentPrior prior{given["p"], given["m0"], given["k0"], given["a0"], given["b0"]};
        const std::vector<double>& y = reference_series(expected["series"]);
        const BreakPosterior posterior = break_posterior(y, prior);
        EXPECT_NEAR(posterior.log_evidence, expected["log_evidence"].get<double>(), 1e-8) << name;
        EXPECT_FALSE(posterior.truncated);
        ASSERT_EQ(posterior.change_after.size(), expected["p_change_after"].size());
        for (std::size_t i = 0; i < posterior.change_after.size(); ++i)
            EXPECT_NEAR(posterior.change_after[i], expected["p_change_after"][i].get<double>(), 1e-8) << name;
        for (std::size_t k = 0; k < expected["p_n_changes"].size(); ++k) {
            const double ours = k < posterior.number_of_changes.size() ? posterior.number_of_changes[k] : 0;
            EXPECT_NEAR(ours, expected["p_n_changes"][k].get<double>(), 1e-8) << name << ' ' << k;
        }
        EXPECT_EQ(posterior.map_changes, expected["map_changes"].get<std::vector<std::size_t>>()) << name;
        for (std::size_t i = 0; i < y.size(); ++i)
            EXPECT_NEAR(posterior.mean[i], expected["posterior_mean"][i].get<double>(), 1e-7) << name;
        ++compared;
    }
    EXPECT_GE(compared, 16u);
}

TEST(BreakPosterior, ThePriorOfTheReferenceIsTheDefault) {
    const SegmentPrior prior = default_segment_prior(reference_series("nile"));
    EXPECT_DOUBLE_EQ(prior.p, 0.01);
    EXPECT_NEAR(prior.m0, 919.35, 1e-9);
    EXPECT_NEAR(prior.b0, 14318.973484848484, 1e-7);
}

// bcp and Rbeast have other priors (bcp one variance for all segments) and sample; both agree on where the level of the
// Nile changes. bcp_prob[t] is a change after t, beast_cp_prob[t] a segment that starts at t.
TEST(BreakPosterior, SamplersPlaceTheChangeWhereWeDo) {
    const auto path = reference_file("bayes_mcmc.csv");
    if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
    const Table table = read_table(path.string());
    for (const char* name : {"nile", "one_step"}) {
        const std::vector<double>& y = reference_series(name);
        const BreakPosterior posterior = break_posterior(y, default_segment_prior(y));
        const double b = *std::ranges::max_element(posterior.change_after);
        double bcp = 0, beast = 0;
        std::size_t at_bcp = 0, at_beast = 0;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (text_in(table, "series", row) != name) continue;
            const auto t = static_cast<std::size_t>(number_in(table, "t", row).value());
            if (const double p = number_in(table, "bcp_prob", row).value_or(0); p > bcp) bcp = p, at_bcp = t;
            if (const double p = number_in(table, "beast_cp_prob", row).value_or(0); p > beast) beast = p, at_beast = t;
        }
        ASSERT_EQ(posterior.map_changes.size(), 1u);
        EXPECT_EQ(at_bcp, posterior.map_changes[0]) << name;
        EXPECT_EQ(at_beast, posterior.map_changes[0] + 1) << name;
        EXPECT_EQ(posterior.change_after[at_bcp - 1], b);
    }
}

TEST(BreakPosterior, IndependentOfTheUnit) {
    const std::vector<double>& y = reference_series("kz_ru_agree");
    std::vector<double> other;
    for (const double value : y) other.push_back(5 - 1000 * value);
    const BreakPosterior a = break_posterior(y, default_segment_prior(y));
    const BreakPosterior b = break_posterior(other, default_segment_prior(other));
    for (std::size_t i = 0; i < a.change_after.size(); ++i) EXPECT_NEAR(a.change_after[i], b.change_after[i], 1e-10);
    EXPECT_EQ(a.map_changes, b.map_changes);
    EXPECT_NEAR(a.sd[3] * 1000, b.sd[3], 1e-7);
}

TEST(BreakPosterior, ALargeLevelCostsNoDigits) {
    std::vector<double> y, high;
    Random random(5, "test of large levels", 0);
    for (std::size_t i = 0; i < 80; ++i) {
        y.push_back((i < 30 ? 0 : 1) + 0.25 * static_cast<double>(random.below(8)));
        high.push_back(y.back() + 1e9);
    }
    const BreakPosterior a = break_posterior(y, default_segment_prior(y));
    const BreakPosterior b = break_posterior(high, default_segment_prior(high));
    for (std::size_t i = 0; i < a.change_after.size(); ++i) EXPECT_NEAR(a.change_after[i], b.change_after[i], 1e-6);
}

std::vector<std::vector<double>> noisy_draws(const std::vector<double>& y, std::size_t count, double sd) {
    std::vector<std::vector<double>> draws;
    for (std::size_t d = 0; d < count; ++d) {
        Random random(7, "test of draws", d);
        draws.push_back(y);
        for (double& value : draws.back()) value += sd * normal_quantile(random.uniform());
    }
    return draws;
}

TEST(BreakPosterior, DrawsThatAreEqualChangeNothing) {
    const std::vector<double>& y = reference_series("kz_cn_agree");
    const SegmentPrior prior = default_segment_prior(y);
    const BreakPosterior one = break_posterior(y, prior);
    const BreakPosterior three = break_posterior(noisy_draws(y, 3, 0), prior);
    for (std::size_t i = 0; i < one.change_after.size(); ++i)
        EXPECT_NEAR(one.change_after[i], three.change_after[i], 1e-12);
    EXPECT_NEAR(one.log_evidence, three.log_evidence, 1e-10);
    EXPECT_NEAR(one.sd[5], three.sd[5], 1e-12);
}

TEST(BreakPosterior, NoiseInTheDrawsMakesTheAnswerLessSure) {
    const std::vector<double>& y = reference_series("one_step");
    const auto draws = noisy_draws(y, 40, 0.4);
    const SegmentPrior prior = default_segment_prior(draws);
    const BreakPosterior sure = break_posterior(y, default_segment_prior(y));
    const BreakPosterior unsure = break_posterior(draws, prior, {}, 2);
    EXPECT_GT(sure.change_after[9], 0.9);
    EXPECT_LT(unsure.change_after[9], sure.change_after[9]);
    EXPECT_GT(unsure.sd[3], sure.sd[3]);
    double sum = 0;
    for (const double p : unsure.number_of_changes) sum += p;
    EXPECT_NEAR(sum, 1, 1e-12);
    EXPECT_EQ(break_posterior(draws, prior, {}, 1).change_after, unsure.change_after) << "threads";
    ASSERT_EQ(unsure.map_changes.size(), 1u);
    EXPECT_EQ(unsure.map_changes[0], 10u);
}

TEST(BreakPosterior, ExpectedNumberAndQuantilesComeFromTheSameDistribution) {
    const std::vector<double>& y = reference_series("discoveries");
    const BreakPosterior posterior = break_posterior(y, default_segment_prior(y));
    double mean = 0;
    for (std::size_t k = 0; k < posterior.number_of_changes.size(); ++k)
        mean += static_cast<double>(k) * posterior.number_of_changes[k];
    EXPECT_NEAR(posterior.expected_changes(), mean, 1e-9);
    EXPECT_NEAR(posterior.any_change(), 1 - posterior.number_of_changes[0], 1e-12);
    EXPECT_EQ(posterior.changes_quantile(0.05), 1u);
    EXPECT_EQ(posterior.changes_quantile(0.95), 4u);
}

TEST(BreakPosterior, OtherPriorsStandBesideTheGivenOne) {
    const std::vector<std::vector<double>> draws{reference_series("nile")};
    const auto rows = prior_sensitivity(draws, default_segment_prior(draws));
    ASSERT_EQ(rows.size(), 9u);
    EXPECT_EQ(rows[0].changed, "as given");
    EXPECT_NEAR(rows[0].log_evidence, -640.6713420276102, 1e-8);
    EXPECT_EQ(rows[2].prior.p, 0.02);
    EXPECT_GT(rows[2].expected_changes, rows[1].expected_changes);
    for (const PriorSensitivity& row : rows) {
        EXPECT_EQ(row.map_changes, (std::vector<std::size_t>{28})) << row.changed;
    }
}

TEST(BreakPosterior, StopsWhenAsked) {
    std::vector<double> y;
    Random random(3, "test of stopping", 0);
    for (std::size_t i = 0; i < 1500; ++i) y.push_back(random.uniform());
    const SegmentPrior prior = default_segment_prior(y);
    expect_stoppable([&](const Work& work) { (void)break_posterior(y, prior, work); });
    const std::vector<std::vector<double>> draws = noisy_draws(std::vector<double>(y.begin(), y.begin() + 60), 30, 1);
    expect_stoppable([&](const Work& work) { (void)break_posterior(draws, prior, work, 2); });
}

std::string complaint(const std::function<void()>& call) {
    try {
        call();
    } catch (const InputError& error) {
        return error.what();
    } catch (const UsageError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(BreakPosterior, WhatCannotHaveChangedIsNamed) {
    const auto of = [](std::vector<double> y) { return complaint([&] { (void)default_segment_prior(y); }); };
    EXPECT_NE(of({}).find("a series of 0 observations"), std::string::npos);
    EXPECT_NE(of({1}).find("a series of 1 observation cannot"), std::string::npos);
    EXPECT_NE(of({2, 2, 2}).find("constant (2 throughout)"), std::string::npos);
    EXPECT_NE(of({1, std::nan(""), 2}).find("observation 2 of the series is no number"), std::string::npos);
    const std::vector<double> y{1, 2, 3};
    const auto with = [&](SegmentPrior prior) { return complaint([&] { (void)break_posterior(y, prior); }); };
    EXPECT_NE(with({0, 0, 1, 1, 1}).find("p is 0"), std::string::npos);
    EXPECT_NE(with({0.1, 0, 0, 1, 1}).find("k0 is 0"), std::string::npos);
    EXPECT_NE(with({0.1, 0, 1, 1, -1}).find("b0 is -1"), std::string::npos);
    const std::vector<std::vector<double>> uneven{{1, 2, 3}, {1, 2}};
    EXPECT_NE(complaint([&] { (void)default_segment_prior(uneven); }).find("3 and 2 observations"), std::string::npos);
}

}  // namespace break_posterior_test
}  // namespace tarazy
