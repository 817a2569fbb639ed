#include "align/ideal_points/ideal_point_model.hpp"

#include "align/ideal_points/simulated_panel_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace ideal_point_model_test {

struct Model {
    SimulatedVotes simulated = simulated_votes(4, {8, 3, 8, 2}, contested_priors());
    VotePanel panel = [this] {
        PanelOptions options;
        options.same_text = simulated.same_text;
        return vote_panel(simulated.votes, options);
    }();
    IdealPointPriors priors = contested_priors();
};

TEST(ItemTerm, DerivativesAreThoseOfTheValue) {
    const Model m;
    constexpr double h = 1e-4;
    for (std::size_t j = 0; j < m.panel.items.size(); ++j) {
        const bool three = m.panel.items[j].three_categories;
        const ItemParameters at{0.7, -0.3, three ? -0.2 : 0};
        const ItemTerm term = item_term(m.panel, j, m.simulated.truth.theta, at, m.priors);
        const auto moved = [&](std::size_t parameter, double by) {
            ItemParameters there = at;
            (parameter == 0 ? there.slope : parameter == 1 ? there.cut : there.log_gap) += by;
            return item_term(m.panel, j, m.simulated.truth.theta, there, m.priors);
        };
        constexpr std::size_t place[3][3] = {{0, 1, 2}, {1, 3, 4}, {2, 4, 5}};
        for (std::size_t p = 0; p < (three ? 3u : 2u); ++p) {
            EXPECT_NEAR(term.gradient[p], (moved(p, h).value - moved(p, -h).value) / (2 * h), 1e-4);
            for (std::size_t q = 0; q < (three ? 3u : 2u); ++q) {
                EXPECT_NEAR(term.hessian[place[p][q]], (moved(p, h).gradient[q] - moved(p, -h).gradient[q]) / (2 * h),
                            1e-3);
            }
        }
    }
}

TEST(NodeTerm, IsTheDerivativeOfTheVotesByTheta) {
    const Model m;
    const std::vector<ItemParameters> items(m.panel.items.size(), {0.8, 0.1, -0.3});
    const std::vector<ItemCuts> cuts = item_cuts(m.panel, items);
    constexpr double h = 1e-4;
    for (std::size_t k = 0; k < m.panel.nodes.size(); ++k) {
        const auto likelihood = [&](double theta) {
            std::vector<double> all = m.simulated.truth.theta;
            all[k] = theta;
            double sum = 0;
            for (std::size_t j = 0; j < items.size(); ++j) sum += item_term(m.panel, j, all, items[j], m.priors).value;
            return sum;
        };
        const NodeTerm term = node_term(m.panel, k, 0.4, cuts);
        EXPECT_NEAR(term.gradient, (likelihood(0.4 + h) - likelihood(0.4 - h)) / (2 * h), 1e-4);
        EXPECT_NEAR(
            term.curvature,
            -(node_term(m.panel, k, 0.4 + h, cuts).gradient - node_term(m.panel, k, 0.4 - h, cuts).gradient) / (2 * h),
            1e-3);
    }
}

TEST(Walk, WidensWithTheGapBetweenSessions) {
    VotePanel panel;
    panel.nodes = {{1, 10}, {1, 11}, {1, 15}, {2, 10}};
    const IdealPointPriors priors;
    EXPECT_EQ(walk_variance(panel, 0, priors), 1);
    EXPECT_EQ(walk_variance(panel, 1, priors), 0.05);
    EXPECT_EQ(walk_variance(panel, 2, priors), 0.2);
    EXPECT_EQ(walk_variance(panel, 3, priors), 1);
    EXPECT_EQ(path_begins(panel), (std::vector<std::size_t>{0, 3, 4}));
    const std::vector<double> theta = {0.5, 0.6, 0.2, -1};
    const double expected =
        -0.5 * (0.25 + 0.01 / 0.05 + 0.16 / 0.2 + 1) - 0.5 * std::log(std::pow(2 * std::acos(-1.0), 4) * 0.05 * 0.2);
    EXPECT_NEAR(walk_log_density(panel, theta, priors), expected, 1e-12);
}

TEST(Standardisation, HasMeanZeroSpreadOneAndTheAnchorsTheRightWayUp) {
    VotePanel panel;
    panel.nodes = {{2, 1}, {2, 2}, {365, 1}, {365, 2}};
    const std::vector<double> theta = {1, 3, 6, 6};
    const Standardisation standard = standardisation(panel, theta, 2, 365);
    double sum = 0, squares = 0;
    for (const double each : theta) {
        sum += standard(each);
        squares += standard(each) * standard(each);
    }
    EXPECT_NEAR(sum, 0, 1e-12);
    EXPECT_NEAR(squares, 4, 1e-12);
    EXPECT_GT(standard(theta[0]), standard(theta[2]));
    EXPECT_LT(standardisation(panel, theta, 365, 2)(theta[0]), 0);
    EXPECT_GT(standardisation(panel, theta, 77, 78).scale, 0) << "without anchors the sign stays";
}

}  // namespace ideal_point_model_test
}  // namespace tarazy
