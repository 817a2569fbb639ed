#include "trace/counterfactual/simplex_least_squares.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/random.hpp"
#include "base/text_lists.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>
#include <Eigen/QR>

#include <cmath>
#include <filesystem>
#include <numeric>

namespace tarazy {
namespace simplex_least_squares_test {

using Columns = std::vector<std::vector<double>>;

double loss_at(const Columns& columns, const std::vector<double>& target, const std::vector<double>& weights) {
    double loss = 0;
    for (std::size_t t = 0; t < target.size(); ++t) {
        double value = -target[t];
        for (std::size_t j = 0; j < columns.size(); ++j) value += weights[j] * columns[j][t];
        loss += value * value;
    }
    return loss;
}

/// The least loss by trying every support: equality-constrained least squares on each, kept where no weight is
/// negative.
double least_loss_of_all_supports(const Columns& columns, const std::vector<double>& target) {
    const auto rows = static_cast<Eigen::Index>(target.size());
    double least = 1e300;
    for (unsigned set = 1; set < 1u << columns.size(); ++set) {
        std::vector<std::size_t> members;
        for (std::size_t j = 0; j < columns.size(); ++j)
            if ((set >> j & 1u) != 0) members.push_back(j);
        Eigen::MatrixXd differences(rows, static_cast<Eigen::Index>(members.size()) - 1);
        Eigen::VectorXd right(rows);
        for (Eigen::Index t = 0; t < rows; ++t) {
            const double base = columns[members[0]][static_cast<std::size_t>(t)];
            right[t] = target[static_cast<std::size_t>(t)] - base;
            for (std::size_t i = 1; i < members.size(); ++i)
                differences(t, static_cast<Eigen::Index>(i) - 1) =
                    columns[members[i]][static_cast<std::size_t>(t)] - base;
        }
        std::vector<double> weights(columns.size(), 0.0);
        Eigen::VectorXd found(0);
        if (members.size() > 1) found = differences.colPivHouseholderQr().solve(right);
        weights[members[0]] = 1 - found.sum();
        for (std::size_t i = 1; i < members.size(); ++i) weights[members[i]] = found[static_cast<Eigen::Index>(i) - 1];
        if (std::ranges::any_of(weights, [](double w) { return w < -1e-12; })) continue;
        least = std::min(least, loss_at(columns, target, weights));
    }
    return least;
}

Columns random_columns(Random& random, std::size_t count, std::size_t rows) {
    Columns columns(count, std::vector<double>(rows));
    for (auto& column : columns)
        for (double& value : column) value = random.uniform();
    return columns;
}

void expect_on_simplex(const SimplexFit& fit) {
    EXPECT_NEAR(std::accumulate(fit.weights.begin(), fit.weights.end(), 0.0), 1, 1e-12);
    for (const double weight : fit.weights) EXPECT_GE(weight, 0);
    EXPECT_TRUE(fit.certified) << fit.kkt_relative;
}

TEST(SimplexLeastSquares, ATargetBetweenTwoDonorsLiesHalfway) {
    const SimplexFit fit = simplex_least_squares({{0, 0}, {2, 2}, {9, 0}}, std::vector<double>{1, 1});
    EXPECT_NEAR(fit.weights[0], 0.5, 1e-12);
    EXPECT_NEAR(fit.weights[1], 0.5, 1e-12);
    EXPECT_EQ(fit.weights[2], 0);
    EXPECT_NEAR(fit.loss, 0, 1e-20);
    EXPECT_TRUE(fit.unique);
}

TEST(SimplexLeastSquares, ATargetOutsideOfTheDonorsMeetsTheNearestPoint) {
    const SimplexFit fit = simplex_least_squares({{0, 0}, {2, 0}}, std::vector<double>{1, 3});
    EXPECT_NEAR(fit.weights[0], 0.5, 1e-12);
    EXPECT_NEAR(fit.loss, 9, 1e-12);
    expect_on_simplex(fit);
}

TEST(SimplexLeastSquares, EqualsTheBestOfAllSupports) {
    Random random(11, "simplex least squares test", 0);
    for (int round = 0; round < 300; ++round) {
        const std::size_t donors = 1 + random.below(7), rows = 1 + random.below(6);
        Columns columns = random_columns(random, donors, rows);
        if (donors > 2 && round % 3 == 0) columns[1] = columns[0];  // a duplicate
        if (donors > 3 && round % 4 == 0)                           // and one between two others
            for (std::size_t t = 0; t < rows; ++t) columns[2][t] = (columns[0][t] + columns[3][t]) / 2;
        const std::vector<double> target = random_columns(random, 1, rows)[0];
        const SimplexFit fit = simplex_least_squares(columns, target);
        expect_on_simplex(fit);
        EXPECT_NEAR(fit.loss, loss_at(columns, target, fit.weights), 1e-12);
        EXPECT_NEAR(fit.loss, least_loss_of_all_supports(columns, target), 1e-10) << round;
    }
}

TEST(SimplexLeastSquares, NeverFailsOnDegenerateInput) {
    Random random(12, "simplex least squares test", 0);
    for (int round = 0; round < 200; ++round) {
        const std::size_t donors = 2 + random.below(39), rows = 1 + random.below(20);
        Columns columns = random_columns(random, donors, rows);
        const double offset = round % 2 == 0 ? 0 : 1e6;
        for (std::size_t j = 0; j < donors; ++j) {
            if (round % 5 == 0 && j > 3) columns[j] = columns[j % 3];
            for (double& value : columns[j]) value = offset + (round % 7 == 0 ? std::floor(3 * value) : value);
        }
        std::vector<double> target = round % 3 == 0 ? columns[donors - 1] : random_columns(random, 1, rows)[0];
        if (round % 3 != 0)
            for (double& value : target) value += offset;
        expect_on_simplex(simplex_least_squares(columns, target));
    }
}

TEST(SimplexLeastSquares, ConstantDataHaveAFitToo) {
    const SimplexFit fit = simplex_least_squares({{5, 5}, {5, 5}, {5, 5}}, std::vector<double>{5, 5});
    expect_on_simplex(fit);
    EXPECT_FALSE(fit.unique);
    for (const double weight : fit.weights) EXPECT_NEAR(weight, 1.0 / 3, 1e-9);
}

TEST(SimplexLeastSquares, OfManyWeightsTheLeastNormIsTakenWhateverTheOrderOfDonors) {
    Random random(13, "simplex least squares test", 0);
    const Columns columns = random_columns(random, 12, 3);
    std::vector<double> target(3, 0.0);  // their mean: inside of the hull, so that many weights fit perfectly
    for (const auto& column : columns)
        for (std::size_t t = 0; t < 3; ++t) target[t] += column[t] / 12;
    const SimplexFit fit = simplex_least_squares(columns, target);
    expect_on_simplex(fit);
    EXPECT_FALSE(fit.unique);
    for (const double weight : fit.weights) EXPECT_NEAR(weight, 1.0 / 12, 1e-9);  // equal weights have the least norm
    const SimplexFit back = simplex_least_squares(Columns(columns.rbegin(), columns.rend()), target);
    for (std::size_t j = 0; j < 12; ++j) EXPECT_NEAR(back.weights[11 - j], fit.weights[j], 1e-9);
}

TEST(SimplexLeastSquares, NothingToFitIsRefused) {
    EXPECT_THROW((void)simplex_least_squares({}, std::vector<double>{1}), UsageError);
    EXPECT_THROW((void)simplex_least_squares({{1, 2}}, std::vector<double>{1}), UsageError);
    EXPECT_THROW((void)simplex_least_squares({{std::nan("")}}, std::vector<double>{1}), UsageError);
    EXPECT_THROW((void)simplex_least_squares({{1}}, std::vector<double>{INFINITY}), UsageError);
}

TEST(SimplexLeastSquares, WhatTheDataLeaveOpenIsARange) {
    // Two donors with the same past: the counterfactual is anything between their futures.
    const Columns columns = {{1, 2}, {1, 2}, {7, 9}};
    const auto ranges = uniqueness_range(columns, std::vector<double>{1, 2}, {{10, 20, 99}, {5, 5, 0}});
    EXPECT_NEAR(ranges[0].first, 10, 1e-9);
    EXPECT_NEAR(ranges[0].second, 20, 1e-9);
    EXPECT_NEAR(ranges[1].first, 5, 1e-9);
    EXPECT_NEAR(ranges[1].second, 5, 1e-9);
}

TEST(SimplexLeastSquares, TheRangeHoldsEveryWeightOfTheSameLoss) {
    Random random(14, "simplex least squares test", 0);
    for (int round = 0; round < 60; ++round) {
        const std::size_t donors = 5 + random.below(6), rows = 2;
        const Columns columns = random_columns(random, donors, rows);
        std::vector<double> mixed(donors), target(rows, 0.0), cost(donors);
        double sum = 0;
        for (double& weight : mixed) sum += weight = -std::log(random.uniform());
        for (std::size_t j = 0; j < donors; ++j) {
            mixed[j] /= sum;
            cost[j] = random.uniform();
            for (std::size_t t = 0; t < rows; ++t) target[t] += mixed[j] * columns[j][t];
        }
        const auto range = uniqueness_range(columns, target, {cost})[0];
        const double inside = std::inner_product(mixed.begin(), mixed.end(), cost.begin(), 0.0);
        EXPECT_LE(range.first, inside + 1e-9);
        EXPECT_GE(range.second, inside - 1e-9);
        EXPECT_LT(range.first, range.second);
    }
}

TEST(SimplexLeastSquares, ThePenaltyPrefersDonorsThatAreNearOneByOne) {
    // 1 = the mean of 0 and 2, or of the two near donors 0.9 and 1.1.
    const Columns columns = {{0}, {2}, {0.9}, {1.1}};
    for (const double lambda : {0.0, 0.1}) {
        const SimplexFit fit = penalised_least_squares(columns, std::vector<double>{1}, lambda);
        EXPECT_NEAR(fit.weights[2] + fit.weights[3], 1, 1e-9) << lambda;
        EXPECT_TRUE(fit.certified) << fit.kkt_relative;
    }
    // A heavy penalty is matching with the nearest neighbour.
    const SimplexFit nearest = penalised_least_squares({{0}, {3}, {1.2}}, std::vector<double>{1}, 1000);
    EXPECT_NEAR(nearest.weights[2], 1, 1e-6);
}

// Peer: kernlab ipop failed on 2 of these 17 units, quadprog with a ridge on none (reference README).
TEST(SimplexLeastSquares, EveryPlaceboOfTheBasqueDataReachesThePeersLoss) {
    const std::string folder = TARAZY_SHARED_DIR "/reference/trace/";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no " << folder;
    const Table outcome = read_table(folder + "synth_basque_outcome.csv"),
                placebos = read_table(folder + "synth_basque_outcome_only_placebos.csv");
    for (std::size_t row = 0; row < placebos.rows(); ++row) {
        const std::string unit = placebos["unit"].display(row);
        Columns columns;
        std::vector<double> target;
        for (std::size_t c = 1; c < outcome.columns.size(); ++c) {
            const auto values = outcome.columns[c].reals().first(15);
            if (outcome.names[c] == unit)
                target.assign(values.begin(), values.end());
            else
                columns.emplace_back(values.begin(), values.end());
        }
        const SimplexFit fit = simplex_least_squares(columns, target);
        expect_on_simplex(fit);
        const double peer = *placebos["loss_quadprog"].real(row);
        EXPECT_NEAR(fit.loss, peer, 1e-5) << unit;
        EXPECT_LE(fit.loss, peer + 1e-9) << unit;
        if (unit != "17") continue;
        const std::vector<std::string> weights = split(placebos["w"].display(row), ';');
        for (std::size_t j = 0; j < weights.size(); ++j) EXPECT_NEAR(fit.weights[j], *parse_real(weights[j]), 1e-5);
    }
}

}  // namespace simplex_least_squares_test
}  // namespace tarazy
