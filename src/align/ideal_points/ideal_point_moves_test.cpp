#include "align/ideal_points/ideal_point_moves.hpp"

#include "align/ideal_points/ideal_point_sampler.hpp"
#include "align/ideal_points/simulated_panel_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace ideal_point_moves_test {

struct Moving : SimulatedPanel {
    Moving() : SimulatedPanel({8, 3, 8, 2}) {}
    /// cut - slope theta of every vote: what its probability depends on.
    [[nodiscard]] std::vector<double> predictors() const {
        std::vector<double> all;
        for (std::size_t j = 0; j < panel.items.size(); ++j)
            for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v)
                all.push_back(parameters.items[3 * j + 1] -
                              parameters.items[3 * j] * parameters.theta[panel.vote_node[v]]);
        return all;
    }
};

TEST(AffineMoves, LeaveTheProbabilityOfEveryVoteAsItIs) {
    Moving moving;
    const std::vector<double> before = moving.predictors(), theta = moving.parameters.theta;
    Random random(4, "affine moves of a test", 0);
    affine_moves(moving.panel, moving.priors, true, moving.parameters, moving.log_omega, random);
    const std::vector<double> after = moving.predictors();
    for (std::size_t v = 0; v < before.size(); ++v) EXPECT_NEAR(after[v], before[v], 1e-11);
    EXPECT_NE(moving.parameters.theta, theta);
}

/// Long runs of these moves alone draw from the conditional distribution of scale and place: the mean of the gradient
/// of the log posterior along both directions, volume included, is 0 there (Stein's identity).
TEST(AffineMoves, DrawFromThePosteriorAlongTheirDirections) {
    Moving moving;
    Random random(5, "affine moves of a test", 0);
    const auto nodes = static_cast<double>(moving.parameters.theta.size()),
               items = static_cast<double>(moving.panel.items.size());
    double scale_mean = 0, scale_square = 0, shift_mean = 0, shift_square = 0;
    constexpr int rounds = 4000;
    for (int i = 0; i < rounds; ++i) {
        affine_moves(moving.panel, moving.priors, false, moving.parameters, moving.log_omega, random);
        std::vector<double> by_theta(moving.parameters.theta.size()), by_item(moving.parameters.items.size());
        double by_omega = 0;
        (void)log_posterior(moving.panel, moving.priors, moving.log_omega, moving.parameters.theta,
                            moving.parameters.items, by_theta, by_item, by_omega);
        double scale = nodes - items, shift = 0;
        for (std::size_t k = 0; k < by_theta.size(); ++k) {
            scale += by_theta[k] * moving.parameters.theta[k];
            shift += by_theta[k];
        }
        for (std::size_t j = 0; j < by_item.size(); j += 3) {
            scale -= by_item[j] * moving.parameters.items[j];
            shift += by_item[j + 1] * moving.parameters.items[j];
        }
        scale_mean += scale / rounds;
        scale_square += scale * scale / rounds;
        shift_mean += shift / rounds;
        shift_square += shift * shift / rounds;
    }
    EXPECT_LT(std::abs(scale_mean), 5 * std::sqrt(scale_square / rounds));
    EXPECT_LT(std::abs(shift_mean), 5 * std::sqrt(shift_square / rounds));
}

TEST(WalkMoves, LeaveTheMeanOfEveryPathAndItsStepsInUnitsOfOmega) {
    Moving moving;
    const std::vector<double> before = moving.parameters.theta, items = moving.parameters.items;
    const double log_omega = moving.log_omega;
    WalkMoves moves(moving.panel);
    Random random(7, "walk moves of a test", 0);
    for (int i = 0; i < 20; ++i) moves.move(moving.parameters, moving.log_omega, moving.priors, random);
    ASSERT_NE(moving.log_omega, log_omega);
    EXPECT_EQ(moving.parameters.items, items);
    const std::vector<double>& after = moving.parameters.theta;
    const std::vector<std::size_t> paths = path_begins(moving.panel);
    for (std::size_t path = 0; path + 1 < paths.size(); ++path) {
        double sum_before = 0, sum_after = 0;
        for (std::size_t k = paths[path]; k < paths[path + 1]; ++k) {
            sum_before += before[k];
            sum_after += after[k];
            if (k == paths[path]) continue;
            EXPECT_NEAR((after[k] - after[k - 1]) / std::exp(moving.log_omega),
                        (before[k] - before[k - 1]) / std::exp(log_omega), 1e-9);
        }
        EXPECT_NEAR(sum_after, sum_before, 1e-9);
    }
}

/// As for the affine moves: along their direction the gradient, volume included, has the mean 0.
TEST(WalkMoves, DrawFromThePosteriorAlongTheirDirection) {
    Moving moving;
    WalkMoves moves(moving.panel);
    Random random(8, "walk moves of a test", 0);
    for (std::size_t m = 1; m <= 200; ++m) {
        moves.move(moving.parameters, moving.log_omega, moving.priors, random);
        moves.learn(m);
    }
    const std::vector<std::size_t> paths = path_begins(moving.panel);
    double mean = 0, square = 0;
    constexpr int rounds = 4000;
    for (int i = 0; i < rounds; ++i) {
        moves.move(moving.parameters, moving.log_omega, moving.priors, random);
        std::vector<double> by_theta(moving.parameters.theta.size()), by_item(moving.parameters.items.size());
        double along = 0;
        (void)log_posterior(moving.panel, moving.priors, moving.log_omega, moving.parameters.theta,
                            moving.parameters.items, by_theta, by_item, along);
        for (std::size_t path = 0; path + 1 < paths.size(); ++path) {
            const std::size_t begin = paths[path], end = paths[path + 1];
            double middle = 0;
            for (std::size_t k = begin; k < end; ++k)
                middle += moving.parameters.theta[k] / static_cast<double>(end - begin);
            for (std::size_t k = begin; k < end; ++k) along += by_theta[k] * (moving.parameters.theta[k] - middle);
            along += static_cast<double>(end - begin - 1);
        }
        mean += along / rounds;
        square += along * along / rounds;
    }
    EXPECT_GT(square, 0);
    EXPECT_LT(std::abs(mean), 8 * std::sqrt(square / rounds)) << "draws follow one another";
}

TEST(ItemMoves, LeaveThetaStandingAndRareItemsOutOfTheTrajectory) {
    Moving moving;
    IdealPointParameters at;
    at.theta = moving.parameters.theta;
    for (std::size_t j = 0; j < moving.panel.items.size(); ++j) {
        const double* const item = moving.parameters.items.data() + 3 * j;
        at.items.push_back({item[0], item[1], item[2]});
    }
    const IdealPointPrecision metric(moving.panel, at, moving.priors, IdealPointPrecision::Curvature::gauss_newton);
    ItemMoves moves(moving.panel);
    Random random(6, "item moves of a test", 0);
    const std::vector<double> items = moving.parameters.items;
    moves.move(moving.parameters, metric, moving.priors, random);
    EXPECT_EQ(moving.parameters.theta, at.theta);
    EXPECT_NE(moving.parameters.items, items);
    for (std::size_t j = 0; j < moving.panel.items.size(); ++j) {
        std::int64_t rarest = 0;
        for (const std::int64_t votes : moving.panel.items[j].votes)
            if (votes > 0 && (rarest == 0 || votes < rarest)) rarest = votes;
        EXPECT_EQ(moves.in_trajectory(j), rarest >= 4) << j;
    }
}

}  // namespace ideal_point_moves_test
}  // namespace tarazy
