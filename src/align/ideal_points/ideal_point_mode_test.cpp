#include "align/ideal_points/ideal_point_mode.hpp"

#include "align/ideal_points/simulated_panel_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace ideal_point_mode_test {

VotePanel panel_of(const SimulatedVotes& simulated, bool bridged = true) {
    PanelOptions options;
    if (bridged) options.same_text = simulated.same_text;
    return vote_panel(simulated.votes, options);
}

IdealPointMode mode_of(const VotePanel& panel, unsigned threads = 1) {
    ModeOptions options;
    options.tolerance = 1e-8;
    options.threads = threads;
    return posterior_mode(panel, spectral_start(panel, options.priors), options);
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
    const auto n = static_cast<double>(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        sa += a[i];
        sb += b[i];
        saa += a[i] * a[i];
        sbb += b[i] * b[i];
        sab += a[i] * b[i];
    }
    return (sab - sa * sb / n) / std::sqrt((saa - sa * sa / n) * (sbb - sb * sb / n));
}

const SimulationSize forty = {40, 6, 40, 6};

TEST(PosteriorMode, EveryDerivativeIsZeroThere) {
    const VotePanel panel = panel_of(simulated_votes(11, forty, contested_priors()));
    const IdealPointMode mode = mode_of(panel);
    ASSERT_TRUE(mode.converged);
    const IdealPointPriors priors;
    for (std::size_t j = 0; j < panel.items.size(); ++j) {
        const ItemTerm term = item_term(panel, j, mode.parameters.theta, mode.parameters.items[j], priors);
        for (const double each : term.gradient) EXPECT_NEAR(each, 0, 1e-3);
    }
    const std::vector<ItemCuts> cuts = item_cuts(panel, mode.parameters.items);
    const auto& theta = mode.parameters.theta;
    for (std::size_t k = 0; k < theta.size(); ++k) {
        double gradient = node_term(panel, k, theta[k], cuts).gradient;
        gradient -= (theta[k] - (panel.continues(k) ? theta[k - 1] : 0)) / walk_variance(panel, k, priors);
        if (k + 1 < theta.size() && panel.continues(k + 1))
            gradient += (theta[k + 1] - theta[k]) / walk_variance(panel, k + 1, priors);
        EXPECT_NEAR(gradient, 0, 1e-3);
    }
}

TEST(PosteriorMode, FindsTheTruthOfSimulatedVotes) {
    const SimulatedVotes simulated = simulated_votes(3, forty, contested_priors());
    const IdealPointMode mode = mode_of(panel_of(simulated));
    EXPECT_GT(std::abs(correlation(mode.parameters.theta, simulated.truth.theta)), 0.97);
}

TEST(PosteriorMode, TheSpectralStartLeavesNoSessionMirrored) {
    const SimulationSize long_panel = {60, 25, 20, 0};
    const SimulatedVotes simulated = simulated_votes(5, long_panel, contested_priors());
    const IdealPointMode mode = mode_of(panel_of(simulated));
    std::vector<double> signs;
    for (int t = 0; t < long_panel.sessions; ++t) {
        std::vector<double> ours, truth;
        for (std::size_t k = static_cast<std::size_t>(t); k < mode.parameters.theta.size(); k += 25) {
            ours.push_back(mode.parameters.theta[k]);
            truth.push_back(simulated.truth.theta[k]);
        }
        signs.push_back(correlation(ours, truth));
    }
    const auto [least, most] = std::ranges::minmax(signs);
    EXPECT_GT(least * most, 0.7) << "all sessions the same way round";
}

TEST(PosteriorMode, BytesDoNotDependOnThreads) {
    const VotePanel panel = panel_of(simulated_votes(8, forty, contested_priors()));
    const IdealPointMode one = mode_of(panel, 1), four = mode_of(panel, 4);
    EXPECT_EQ(one.parameters.theta, four.parameters.theta);
    EXPECT_EQ(one.log_posterior, four.log_posterior);
}

TEST(PosteriorMode, SwappedYesAndNoMirrorsTheItemsAndNothingElse) {
    const SimulatedVotes simulated = simulated_votes(9, forty, contested_priors());
    SimulatedVotes swapped = simulated;
    for (std::uint8_t& cell : swapped.votes.cells)
        if (cell != VoteData::absent) cell = static_cast<std::uint8_t>(4 - cell);
    const IdealPointMode a = mode_of(panel_of(simulated)), b = mode_of(panel_of(swapped));
    // The cut points' priors are not quite symmetric (the gap is taken from the lower one): nearly the same, not
    // exactly.
    EXPECT_GT(std::abs(correlation(a.parameters.theta, b.parameters.theta)), 0.9999);
}

TEST(PosteriorMode, UnanimousRollCallsAndTheOrderOfRollCallsChangeNothing) {
    const SimulatedVotes simulated = simulated_votes(9, forty, contested_priors());
    VoteData more = simulated.votes;
    more.roll_calls.push_back({99999, 6, {}});
    more.cells.insert(more.cells.end(), more.states.size(), VoteData::no);
    PanelOptions options;
    options.same_text = simulated.same_text;
    std::ranges::reverse(options.same_text);
    EXPECT_EQ(mode_of(vote_panel(more, options)).parameters.theta, mode_of(panel_of(simulated)).parameters.theta);
}

TEST(PosteriorMode, BridgesBringTheSessionsNearerToTheTruth) {
    // With a free walk the scale of a session is known from its bridges only.
    double with = 0, without = 0;
    for (std::uint64_t seed = 20; seed < 24; ++seed) {
        const SimulatedVotes simulated = simulated_votes(seed, {20, 8, 40, 20}, contested_priors());
        with += std::abs(correlation(mode_of(panel_of(simulated, true)).parameters.theta, simulated.truth.theta));
        without += std::abs(correlation(mode_of(panel_of(simulated, false)).parameters.theta, simulated.truth.theta));
    }
    EXPECT_GT(with, without);
}

/// States in sessions without any votes: enough for the walk.
VotePanel paths(std::size_t states, std::initializer_list<int> sessions) {
    VotePanel panel;
    panel.sessions = sessions;
    for (std::size_t s = 0; s < states; ++s)
        for (const int session : sessions) panel.nodes.push_back({static_cast<int>(s), session});
    return panel;
}

TEST(WalkVarianceEstimate, OfPathsKnownExactlyIsTheMeanSquaredStepASession) {
    const VotePanel panel = paths(2000, {1, 2, 5});
    Random random(4, "walk", 0);
    std::vector<double> theta;
    double squares = 0;
    for (std::size_t k = 0; k < panel.nodes.size(); ++k) {
        const double z = normal_quantile(random.uniform());
        const double gap = panel.continues(k) ? panel.nodes[k].session - panel.nodes[k - 1].session : 0;
        theta.push_back(gap > 0 ? theta.back() + std::sqrt(0.02 * gap) * z : z);
        squares += gap > 0 ? std::pow(theta[k] - theta[k - 1], 2) / gap : 0;
    }
    const std::vector<NodeTerm> sharp(theta.size(), NodeTerm{0, 1e9});
    // The prior of omega moves it by the order of one part in 4000 steps.
    EXPECT_NEAR(walk_variance_estimate(panel, theta, sharp, {}), squares / 4000, 1e-3 * 0.02);
    // A gradient moves the response: theta + gradient / curvature is what counts.
    std::vector<double> shifted = theta;
    std::vector<NodeTerm> pulling = sharp;
    for (std::size_t k = 0; k < theta.size(); ++k) {
        shifted[k] -= 0.5 * static_cast<double>(k % 3);
        pulling[k].gradient = 0.5 * static_cast<double>(k % 3) * 1e9;
    }
    EXPECT_NEAR(walk_variance_estimate(panel, shifted, pulling, {}), squares / 4000, 1e-3 * 0.02);
}

TEST(WalkVarianceEstimate, TakesTheNoiseOfTheResponsesOut) {
    const VotePanel panel = paths(4000, {1, 2, 3, 4});
    Random random(5, "walk", 0);
    const auto normal = [&random] { return normal_quantile(random.uniform()); };
    std::vector<double> response;
    double path = 0;
    for (std::size_t k = 0; k < panel.nodes.size(); ++k) {
        path = panel.continues(k) ? path + std::sqrt(0.05) * normal() : normal();
        response.push_back(path + 0.3 * normal());
    }
    const std::vector<NodeTerm> blurred(response.size(), NodeTerm{0, 1 / 0.09});
    // Steps of the responses vary by 0.05 + 2 * 0.09; the standard error of the estimate is about 0.002.
    EXPECT_NEAR(walk_variance_estimate(panel, response, blurred, {}), 0.05, 0.008);
}

TEST(WalkVarianceEstimate, WithoutStepsIsWhatWasGiven) {
    const VotePanel panel = paths(5, {7});
    IdealPointPriors priors;
    priors.omega2 = 0.123;
    EXPECT_EQ(
        walk_variance_estimate(panel, std::vector<double>(5, 1.0), std::vector<NodeTerm>(5, NodeTerm{0, 4}), priors),
        0.123);
}

TEST(PosteriorMode, AnEstimatedWalkVarianceIsAtItsTopAndTheModeIsTheOneOfThatVariance) {
    const VotePanel panel = panel_of(simulated_votes(11, forty, contested_priors()));
    ModeOptions options;
    options.estimate_omega2 = true;
    options.tolerance = 1e-7;
    const IdealPointMode mode = posterior_mode(panel, spectral_start(panel, options.priors), options);
    ASSERT_TRUE(mode.converged);
    std::vector<NodeTerm> likelihood;
    const std::vector<ItemCuts> cuts = item_cuts(panel, mode.parameters.items);
    for (std::size_t k = 0; k < mode.parameters.theta.size(); ++k)
        likelihood.push_back(node_term(panel, k, mode.parameters.theta[k], cuts));
    EXPECT_NEAR(walk_variance_estimate(panel, mode.parameters.theta, likelihood, {}) / mode.omega2, 1, 1e-3);
    options.priors.omega2 = mode.omega2;
    options.estimate_omega2 = false;
    const IdealPointMode fixed = posterior_mode(panel, spectral_start(panel, options.priors), options);
    EXPECT_EQ(fixed.omega2, mode.omega2);
    EXPECT_GT(correlation(fixed.parameters.theta, mode.parameters.theta), 0.999999);
    EXPECT_NEAR(fixed.log_posterior, mode.log_posterior, 1e-4);
}

TEST(FitItems, NeverLowersTheLogPosterior) {
    const VotePanel panel = panel_of(simulated_votes(2, forty, contested_priors()));
    const IdealPointPriors priors;
    IdealPointParameters start = spectral_start(panel, priors);
    for (ItemParameters& item : start.items) item = {-2, 3, 0};
    double before = 0;
    for (std::size_t j = 0; j < panel.items.size(); ++j)
        before += item_term(panel, j, start.theta, start.items[j], priors).value;
    EXPECT_GT(fit_items(panel, start.theta, start.items, priors, 1), before);
}

}  // namespace ideal_point_mode_test
}  // namespace tarazy
