#include "align/balance/weight_sensitivity.hpp"

#include "base/random.hpp"
#include "stats/line_fit.hpp"
#include "stats/quantile.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tarazy {
namespace weight_sensitivity_test {

CompositionDraws draws(const std::vector<double>& closeness, std::size_t poles) {
    return *composition_draws(closeness, poles);
}

TEST(WeightDraws, EveryDivisionIsAsLikelyAsAnyOther) {
    // The share of one of three weights has mean 1/3 and standard deviation sqrt(2/36) under Dirichlet(1).
    const auto weights = weight_draws(std::vector<std::string>{"arms", "trade", "votes"}, 20'000, 1);
    std::vector<double> share;
    for (std::size_t k = 0; k < 20'000; ++k) {
        share.push_back(weights[3 * k] / (weights[3 * k] + weights[3 * k + 1] + weights[3 * k + 2]));
    }
    EXPECT_NEAR(*mean(share), 1.0 / 3, 0.005);
    EXPECT_NEAR(*standard_deviation(share), std::sqrt(2.0 / 36), 0.005);
}

TEST(WeightDraws, ADomainKeepsItsWeightsWhateverTheOthers) {
    const auto two = weight_draws(std::vector<std::string>{"arms", "votes"}, 10, 4);
    const auto three = weight_draws(std::vector<std::string>{"votes", "trade", "arms"}, 10, 4);
    for (std::size_t k = 0; k < 10; ++k) {
        EXPECT_EQ(two[2 * k], three[3 * k + 2]);
        EXPECT_EQ(two[2 * k + 1], three[3 * k]);
    }
    EXPECT_NE(weight_draws(std::vector<std::string>{"arms"}, 3, 4),
              weight_draws(std::vector<std::string>{"arms"}, 3, 5));
}

TEST(WeightSensitivity, OneDomainHangsOnNoWeight) {
    const std::vector<CompositionDraws> one = {draws({3, 1}, 2)};
    const auto s = weight_sensitivity(one, weight_draws(std::vector<std::string>{"votes"}, 100, 1), 0);
    ASSERT_EQ(s.q05.size(), 4u);
    EXPECT_NEAR(s.q05[0], 0.75, 1e-14);
    EXPECT_NEAR(s.q95[0], 0.75, 1e-14);
    EXPECT_EQ(s.same_nearest, 1);
}

// Two domains with log-ratios +a and -a: the log-ratio of the centre is a (2u - 1), u uniform under Dirichlet(1, 1).
TEST(WeightSensitivity, AgreesWithTheDistributionThatTwoOppositeDomainsMustHave) {
    const double a = 2;
    const std::vector<CompositionDraws> two = {draws({std::exp(a), 1}, 2), draws({1, std::exp(a)}, 2)};
    const auto weights = weight_draws(std::vector<std::string>{"one", "two"}, 20'000, 9);
    const auto s = weight_sensitivity(two, weights, 0);
    EXPECT_NEAR(s.q05[3], -0.9 * a / std::sqrt(2.0), 0.02);
    EXPECT_NEAR(s.q95[3], 0.9 * a / std::sqrt(2.0), 0.02);
    EXPECT_NEAR(s.q95[0], 1 / (1 + std::exp(-0.9 * a)), 0.005);
    EXPECT_NEAR(s.same_nearest, 0.5, 0.02);
    EXPECT_TRUE(std::isnan(weight_sensitivity(two, weights, std::nullopt).same_nearest));
}

TEST(WeightSensitivity, GivesTheMediansOfTheCentreThatTheWeightsGive) {
    Random random(2, "draws of a test", 0);
    std::vector<double> one, two;
    for (int i = 0; i < 3 * 101; ++i) {
        one.push_back(std::exp(random.uniform()));
        two.push_back(std::exp(2 * random.uniform()));
    }
    const std::vector<CompositionDraws> domains = {draws(one, 3), draws(two, 3)};
    const std::vector<double> weights = {0.3, 0.9};
    const std::vector<std::string> poles = {"A", "B", "C"};
    const auto told = describe(joint_centre(domains, weights), poles);
    const auto s = weight_sensitivity(domains, weights, 1);
    for (std::size_t i = 0; i < s.q05.size(); ++i) {
        EXPECT_NEAR(s.q05[i], told[i].value, 1e-14) << told[i].quantity << ' ' << told[i].poles;
        EXPECT_EQ(s.q05[i], s.q95[i]) << "one set of weights has no range";
    }
}

std::vector<CompositionDraws> random_domains(std::size_t draws_each, double spread) {
    Random random(5, "domains of a test", 0);
    std::vector<CompositionDraws> domains;
    for (int m = 0; m < 3; ++m) {
        std::vector<double> closeness;
        for (std::size_t i = 0; i < draws_each; ++i)
            for (const double pole : {1.0, m + 1.0, 2.5})
                closeness.push_back(pole * std::exp(spread * random.uniform()));
        domains.push_back(draws(closeness, 3));
    }
    return domains;
}

// Medians between the outer ones are not searched for; in whatever order the weights come, those that count are known.
TEST(WeightSensitivity, RangesAreQuantilesOfAllMedians) {
    const std::vector<std::string> poles = {"A", "B", "C"};
    for (const double spread : {0.0, 0.1, 3.0}) {
        const std::vector<CompositionDraws> domains = random_domains(101, spread);
        std::vector<double> weights = weight_draws(std::vector<std::string>{"one", "two", "three"}, 600, 3);
        for (const bool sorted : {false, true}) {
            // The first weights then say nothing about the last.
            if (sorted) std::ranges::sort(weights);
            const auto s = weight_sensitivity(domains, weights, 1);
            std::vector<std::vector<double>> medians(6);
            for (std::size_t k = 0; k < 600; ++k) {
                const auto told = describe(joint_centre(domains, std::span(weights).subspan(3 * k, 3)), poles);
                for (std::size_t i = 0; i < medians.size(); ++i) medians[i].push_back(told[i].value);
            }
            for (std::size_t i = 0; i < medians.size(); ++i) {
                const auto range = *quantiles(medians[i], std::array{0.05, 0.95});
                EXPECT_NEAR(s.q05[i], range[0], 1e-13) << i << ", spread " << spread << (sorted ? ", sorted" : "");
                EXPECT_NEAR(s.q95[i], range[1], 1e-13) << i << ", spread " << spread << (sorted ? ", sorted" : "");
            }
        }
    }
}

}  // namespace weight_sensitivity_test
}  // namespace tarazy
