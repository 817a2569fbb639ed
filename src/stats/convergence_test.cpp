#include "stats/convergence.hpp"

#include "base/number_text.hpp"
#include "base/random.hpp"
#include "stats/normal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <vector>

namespace tarazy {
namespace convergence_test {

const std::string fixtures = TARAZY_SOURCE_DIR "/src/stats/testdata/";

struct Chains {
    std::vector<double> draws;
    std::size_t chains = 0;
};

/// Lines "case chains draw draw ..."
std::map<std::string, Chains> reference_draws() {
    std::ifstream file(fixtures + "convergence_draws.txt");
    std::map<std::string, Chains> cases;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string name;
        Chains chains;
        words >> name >> chains.chains;
        for (double draw = 0; words >> draw;) chains.draws.push_back(draw);
        cases.emplace(name, chains);
    }
    return cases;
}

std::vector<std::string> cells(const std::string& line) {
    std::istringstream text(line);
    std::vector<std::string> result;
    for (std::string cell; std::getline(text, cell, ',');) result.push_back(cell);
    return result;
}

/// In the order of the columns of the reference; NaN is unknown.
std::vector<double> in_columns(const Convergence& c) {
    const double none = Convergence::undefined;
    return {c.rhat.value_or(none),
            c.ess_bulk.value_or(none),
            c.ess_tail.value_or(none),
            c.mcse_mean.value_or(none),
            c.mcse_q05.value_or(none),
            c.mcse_q50.value_or(none),
            c.mcse_q95.value_or(none),
            c.mean,
            c.sd,
            c.q05,
            c.q50,
            c.q95};
}

// testdata/README.md says how the reference was made.
TEST(Convergence, AgreesWithPosteriorOnEveryKindOfChain) {
    const auto draws = reference_draws();
    std::ifstream file(fixtures + "convergence_expected.csv");
    std::string line;
    std::getline(file, line);
    const std::vector<std::string> columns = cells(line);
    std::size_t compared = 0;
    for (; std::getline(file, line);) {
        const std::vector<std::string> row = cells(line);
        const Chains& chains = draws.at(row[0]);
        const std::vector<double> ours = in_columns(convergence(chains.draws, chains.chains));
        for (std::size_t column = 1; column < columns.size(); ++column, ++compared) {
            const auto expected = parse_real(row[column]);
            EXPECT_EQ(expected.has_value(), !std::isnan(ours[column - 1])) << row[0] << ' ' << columns[column];
            if (!expected) continue;
            EXPECT_NEAR(ours[column - 1], *expected, 1e-10 * std::max(1.0, std::abs(*expected)))
                << row[0] << ' ' << columns[column];
        }
    }
    EXPECT_EQ(compared, 27u * 12);
}

/// Chains x_t = phi x_t-1 + noise with variance 1.
Chains autoregressive(std::size_t chains, std::size_t length, double phi, std::uint64_t seed) {
    Chains result{{}, chains};
    for (std::size_t chain = 0; chain < chains; ++chain) {
        Random random(seed, "autoregressive", chain);
        double x = normal_quantile(random.uniform());
        for (std::size_t i = 0; i < length; ++i) {
            result.draws.push_back(x);
            x = phi * x + std::sqrt(1 - phi * phi) * normal_quantile(random.uniform());
        }
    }
    return result;
}

Chains changed(Chains chains, const std::function<double(double)>& change) {
    for (double& draw : chains.draws) draw = change(draw);
    return chains;
}

TEST(Convergence, IndependentDrawsCountInFull) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const Chains chains = autoregressive(4, 1000, 0, seed);
        const Convergence c = convergence(chains.draws, 4);
        EXPECT_NEAR(*c.rhat, 1, 0.005);
        EXPECT_NEAR(*c.ess_bulk, 4000, 400);
        EXPECT_NEAR(*c.ess_tail, 4000, 600);
        EXPECT_NEAR(*c.mcse_mean, 1 / std::sqrt(4000.0), 0.002);
        // Asymptotically sqrt(p (1 - p)/n)/density.
        EXPECT_NEAR(*c.mcse_q50, std::sqrt(0.25 / 4000) / 0.3989, 0.005);
        EXPECT_NEAR(*c.mcse_q95, std::sqrt(0.0475 / 4000) / 0.1031, 0.012);
    }
}

TEST(Convergence, AutocorrelatedDrawsCountByTheoryLessOrMore) {
    for (const double phi : {0.9, 0.5, -0.3}) {
        const Chains chains = autoregressive(4, 5000, phi, 7);
        const double expected = 20'000 * (1 - phi) / (1 + phi);
        EXPECT_NEAR(*convergence(chains.draws, 4).ess_bulk, expected, 0.12 * expected) << phi;
    }
}

// Rank statistics know the order of the draws and nothing else; folding knows distances, so rhat only as far as the
// unfolded part decides it.
TEST(Convergence, IncreasingTransformationsLeaveRankStatisticsAlone) {
    Chains apart = autoregressive(4, 200, 0.6, 3);
    for (std::size_t i = 0; i < apart.draws.size(); ++i) apart.draws[i] += static_cast<double>(i / 200);
    const Convergence before = convergence(apart.draws, 4);
    ASSERT_GT(*before.rhat, 1.1);
    for (const auto& change : std::vector<std::function<double(double)>>{
             [](double x) { return 3 * x - 100; }, [](double x) { return std::atan(x); },
             [](double x) { return x * x * x; }, [](double x) { return std::exp(x); }}) {
        const Convergence after = convergence(changed(apart, change).draws, 4);
        EXPECT_EQ(*after.rhat, *before.rhat);
        EXPECT_EQ(*after.ess_bulk, *before.ess_bulk);
        EXPECT_EQ(*after.ess_tail, *before.ess_tail);
    }
}

TEST(Convergence, TheOrderOfTheChainsDoesNotMatter) {
    const Chains chains = autoregressive(3, 301, 0.7, 11);
    Chains turned = chains;
    std::rotate(turned.draws.begin(), turned.draws.begin() + 301, turned.draws.end());
    const std::vector<double> before = in_columns(convergence(chains.draws, 3));
    const std::vector<double> after = in_columns(convergence(turned.draws, 3));
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_NEAR(after[i], before[i], 1e-10 * std::abs(before[i]));
}

TEST(Convergence, StandardErrorsHaveTheUnitOfTheDraws) {
    const Chains chains = autoregressive(4, 250, 0.4, 5);
    const Convergence before = convergence(chains.draws, 4);
    const Convergence after = convergence(changed(chains, [](double x) { return 8 * x; }).draws, 4);
    EXPECT_DOUBLE_EQ(*after.mcse_mean, 8 * *before.mcse_mean);
    EXPECT_DOUBLE_EQ(*after.mcse_q05, 8 * *before.mcse_q05);
    EXPECT_DOUBLE_EQ(after.sd, 8 * before.sd);
}

TEST(Convergence, FoldingFindsChainsThatDifferInScaleOnly) {
    Chains chains = autoregressive(4, 500, 0, 2);
    EXPECT_LT(*convergence(chains.draws, 4).rhat, 1.01);
    for (std::size_t i = 0; i < 500; ++i) chains.draws[i] *= 3;
    EXPECT_GT(*convergence(chains.draws, 4).rhat, 1.05);
}

TEST(Convergence, SinglePrecisionGivesTheSameForTheSameValues) {
    const Chains chains = autoregressive(4, 100, 0.4, 9);
    const std::vector<float> floats(chains.draws.begin(), chains.draws.end());
    const std::vector<double> doubles(floats.begin(), floats.end());
    EXPECT_EQ(in_columns(convergence(floats, 4)), in_columns(convergence(doubles, 4)));
}

TEST(Convergence, SummaryAloneIsThatOfTheChains) {
    for (const std::size_t length : {1U, 2U, 7U, 100U}) {
        const Chains chains = autoregressive(1, length, 0.4, 9);
        const std::vector<float> floats(chains.draws.begin(), chains.draws.end());
        const Convergence alone = summary_of_draws(floats), whole = convergence(floats, 1);
        EXPECT_FALSE(alone.rhat || alone.ess_bulk || alone.ess_tail || alone.mcse_mean);
        EXPECT_EQ(alone.mean, whole.mean);
        EXPECT_EQ(std::isnan(alone.sd), std::isnan(whole.sd));
        if (length > 1) {
            EXPECT_EQ(alone.sd, whole.sd);
        }
        EXPECT_EQ(alone.q05, whole.q05);
        EXPECT_EQ(alone.q50, whole.q50);
        EXPECT_EQ(alone.q95, whole.q95);
    }
    EXPECT_TRUE(std::isnan(summary_of_draws({}).mean));
}

TEST(Convergence, DrawsThatAreNotFiniteLeaveEverythingUnknown) {
    for (const double bad : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
        Chains chains = autoregressive(4, 100, 0, 1);
        chains.draws[250] = bad;
        for (const double value : in_columns(convergence(chains.draws, 4))) EXPECT_TRUE(std::isnan(value));
    }
    for (const double value : in_columns(convergence(std::span<const double>{}, 4))) EXPECT_TRUE(std::isnan(value));
}

TEST(Convergence, ConstantDrawsHaveNoDiagnosticsWhateverTheConstant) {
    for (const double constant : {0.0, 0.1, -1e300, 1e-300}) {
        const Convergence c = convergence(std::vector<double>(404, constant), 4);
        EXPECT_FALSE(c.rhat || c.ess_bulk || c.ess_tail || c.mcse_mean || c.mcse_q05 || c.mcse_q50 || c.mcse_q95);
        EXPECT_EQ(c.mean, constant);
        EXPECT_EQ(c.sd, 0);
        EXPECT_EQ(c.q95, constant);
    }
}

// posterior gives 5.4e15 here, the inverse of a rounding error, and the same effective size.
TEST(Convergence, ChainsThatStandStillApartHaveInfiniteRhat) {
    std::vector<double> draws;
    for (const double place : {1.0, 2.0, 4.0, 8.0}) draws.insert(draws.end(), 40, place);
    const Convergence c = convergence(draws, 4);
    EXPECT_EQ(*c.rhat, HUGE_VAL);
    EXPECT_NEAR(*c.ess_bulk, 5, 1e-10);
    EXPECT_FALSE(c.ess_tail);  // a quarter of the draws is the maximum: nothing lies above q95
}

// posterior 1.4.0 takes the rows of a chain of two or three draws for its columns there.
TEST(Convergence, ChainsTooShortToCutAreSummarisedOnly) {
    for (const std::size_t length : {1u, 2u, 3u}) {
        const Chains chains = autoregressive(4, length, 0, 1);
        const Convergence c = convergence(chains.draws, 4);
        EXPECT_FALSE(c.rhat || c.ess_bulk || c.ess_tail || c.mcse_mean || c.mcse_q50);
        EXPECT_TRUE(std::isfinite(c.mean) && std::isfinite(c.sd) && std::isfinite(c.q50));
    }
    EXPECT_TRUE(std::isnan(convergence(std::vector<double>{1.0}, 1).sd));
}

}  // namespace convergence_test
}  // namespace tarazy
