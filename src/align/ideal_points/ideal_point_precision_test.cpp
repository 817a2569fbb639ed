#include "align/ideal_points/ideal_point_precision.hpp"

#include "align/ideal_points/ideal_point_mode.hpp"
#include "align/ideal_points/ideal_point_sampler.hpp"
#include "align/ideal_points/simulated_panel_test.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace tarazy {
namespace ideal_point_precision_test {

/// A panel with bridges over three sessions, states that come, go and pause.
struct Small {
    Small() {
        SimulatedVotes simulated = simulated_votes(6, {9, 4, 12, 4}, contested_priors());
        simulated.same_text.emplace_back(2008, 3000);  // a chain over sessions 2, 3 and 4
        simulated.same_text.emplace_back(3000, 4000);
        for (std::size_t r = 0; r < simulated.votes.roll_calls.size(); ++r) {
            const int session = simulated.votes.roll_calls[r].session;
            auto* cells = &simulated.votes.cells[r * 9];
            if (session == 1) cells[0] = VoteData::absent;                  // comes later
            if (session == 2 || session == 3) cells[1] = VoteData::absent;  // pauses
            if (session == 4) cells[2] = VoteData::absent;                  // has gone
        }
        PanelOptions options;
        options.same_text = simulated.same_text;
        panel = vote_panel(simulated.votes, options);
        ModeOptions mode_options;
        mode_options.tolerance = 1e-9;
        mode = posterior_mode(panel, spectral_start(panel, priors), mode_options).parameters;
        for (const ItemParameters& item : mode.items) items.insert(items.end(), {item.slope, item.cut, item.log_gap});
    }
    /// Gradient of the log posterior, theta then items.
    std::vector<double> gradient(std::vector<double> all) const {
        const std::size_t n = panel.nodes.size();
        std::vector<double> result(all.size());
        double omega = 0;
        const std::span<double> g = result;
        const std::span<const double> x = all;
        (void)log_posterior(panel, priors, 0.5 * std::log(priors.omega2), x.first(n), x.subspan(n), g.first(n),
                            g.subspan(n), omega);
        return result;
    }
    IdealPointPriors priors;
    VotePanel panel;
    IdealPointParameters mode;
    std::vector<double> items;
};

IdealPointVectors split(const std::vector<double>& all, std::size_t nodes) {
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(nodes);
    return {{all.begin(), middle}, {middle, all.end()}, 1};
}

TEST(IdealPointPrecision, IsMinusTheHessianOfTheLogPosterior) {
    const Small small;
    const IdealPointPrecision precision(small.panel, small.mode, small.priors,
                                        IdealPointPrecision::Curvature::observed);
    const std::size_t nodes = small.panel.nodes.size();
    std::vector<double> mode = small.mode.theta;
    mode.insert(mode.end(), small.items.begin(), small.items.end());
    // H v by differences of the gradient must be what the factor gives: K (K' v).
    Random random(2, "directions", 0);
    for (int trial = 0; trial < 5; ++trial) {
        std::vector<double> direction(mode.size()), up = mode, down = mode;
        constexpr double h = 1e-4;
        for (std::size_t i = 0; i < mode.size(); ++i) {
            direction[i] = normal_quantile(random.uniform());
            up[i] += h * direction[i];
            down[i] -= h * direction[i];
        }
        const std::vector<double> above = small.gradient(up), below = small.gradient(down);
        std::vector<double> curved(mode.size());
        for (std::size_t i = 0; i < mode.size(); ++i) curved[i] = (below[i] - above[i]) / (2 * h);
        // K^-1 (H v) = K' v
        IdealPointVectors left = split(curved, nodes), right = split(direction, nodes);
        precision.whiten_gradient(left);
        precision.whiten(right);
        for (std::size_t k = 0; k < nodes; ++k) EXPECT_NEAR(left.theta[k], right.theta[k], 2e-3);
        for (std::size_t i = 0; i < left.items.size(); ++i) EXPECT_NEAR(left.items[i], right.items[i], 2e-3);
    }
}

TEST(IdealPointPrecision, UnwhitenUndoesWhitenInEveryColumn) {
    const Small small;
    const IdealPointPrecision precision(small.panel, small.mode, small.priors,
                                        IdealPointPrecision::Curvature::gauss_newton);
    Random random(3, "columns", 0);
    IdealPointVectors x{std::vector<double>(3 * small.panel.nodes.size()), std::vector<double>(3 * small.items.size()),
                        3};
    for (double& each : x.theta) each = normal_quantile(random.uniform());
    for (double& each : x.items) each = normal_quantile(random.uniform());
    IdealPointVectors there = x;
    precision.whiten(there);
    precision.unwhiten(there);
    for (std::size_t k = 0; k < x.theta.size(); ++k) EXPECT_NEAR(there.theta[k], x.theta[k], 1e-4);
    for (std::size_t i = 0; i < x.items.size(); ++i) EXPECT_NEAR(there.items[i], x.items[i], 1e-4);
}

TEST(IdealPointPrecision, SessionsWithoutItemsOfTheirOwnAreNoSpecialCase) {
    const SimulatedVotes simulated = simulated_votes(7, {9, 2, 8, 8}, contested_priors());
    PanelOptions options;
    options.same_text = simulated.same_text;
    const VotePanel panel = vote_panel(simulated.votes, options);
    ASSERT_EQ(panel.bridged_roll_calls, 2 * panel.items.size()) << "every item is asked in both sessions";
    const IdealPointPriors priors;
    const IdealPointParameters mode =
        posterior_mode(panel, spectral_start(panel, priors), {priors, 1e-8, 500, 1}).parameters;
    const IdealPointPrecision precision(panel, mode, priors, IdealPointPrecision::Curvature::observed);
    IdealPointVectors x{std::vector<double>(panel.nodes.size(), 0.5),
                        std::vector<double>(3 * panel.items.size(), -0.2)};
    precision.whiten(x);
    precision.unwhiten(x);
    for (const double theta : x.theta) EXPECT_NEAR(theta, 0.5, 1e-4);
    for (const double item : x.items) EXPECT_NEAR(item, -0.2, 1e-4);
}

TEST(IdealPointPrecision, RefusesAPointThatIsNoMode) {
    Small small;
    for (double& theta : small.mode.theta) theta = -theta;
    EXPECT_THROW(IdealPointPrecision(small.panel, small.mode, small.priors, IdealPointPrecision::Curvature::observed),
                 std::domain_error);
    EXPECT_NO_THROW(
        IdealPointPrecision(small.panel, small.mode, small.priors, IdealPointPrecision::Curvature::gauss_newton));
}

}  // namespace ideal_point_precision_test
}  // namespace tarazy
