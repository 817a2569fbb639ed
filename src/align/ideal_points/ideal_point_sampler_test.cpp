#include "align/ideal_points/ideal_point_sampler.hpp"

#include "align/ideal_points/ideal_point_mode.hpp"
#include "align/ideal_points/simulated_panel_test.hpp"
#include "base/parallel.hpp"
#include "stats/convergence.hpp"
#include "stats/rank_uniformity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace tarazy {
namespace ideal_point_sampler_test {

VotePanel whole_panel(const SimulatedVotes& simulated) {
    PanelOptions options;
    options.same_text = simulated.same_text;
    options.simulated = true;
    return vote_panel(simulated.votes, options);
}

TEST(LogPosterior, GradientIsThatOfTheValue) {
    const SimulatedVotes simulated = simulated_votes(4, {6, 3, 6, 2}, contested_priors());
    const VotePanel panel = whole_panel(simulated);
    const IdealPointPriors priors = contested_priors();
    std::vector<double> theta = simulated.truth.theta, items;
    for (const ItemParameters& item : simulated.truth.items)
        items.insert(items.end(), {item.slope, item.cut, item.log_gap});
    std::vector<double> theta_gradient(theta.size()), item_gradient(items.size());
    double omega_gradient = 0;
    (void)log_posterior(panel, priors, -1.2, theta, items, theta_gradient, item_gradient, omega_gradient);
    const auto value = [&](double log_omega) {
        std::vector<double> a(theta.size()), b(items.size());
        double c = 0;
        return log_posterior(panel, priors, log_omega, theta, items, a, b, c);
    };
    constexpr double h = 1e-4;
    const auto slope = [&](double& x) {
        x += h;
        const double above = value(-1.2);
        x -= 2 * h;
        const double below = value(-1.2);
        x += h;
        return (above - below) / (2 * h);
    };
    for (std::size_t k = 0; k < theta.size(); ++k) EXPECT_NEAR(theta_gradient[k], slope(theta[k]), 1e-4);
    for (std::size_t i = 0; i < items.size(); ++i) EXPECT_NEAR(item_gradient[i], slope(items[i]), 1e-4);
    EXPECT_NEAR(omega_gradient, (value(-1.2 + h) - value(-1.2 - h)) / (2 * h), 1e-4);
}

TEST(SampleIdealPoints, BytesDoNotDependOnThreads) {
    const VotePanel panel = whole_panel(simulated_votes(2, {8, 3, 8, 2}, contested_priors()));
    SamplerOptions options;
    options.priors = contested_priors();
    options.chains = 3;
    options.warmup = 20;
    options.draws = 30;
    const IdealPointParameters mode =
        posterior_mode(panel, spectral_start(panel, options.priors), {options.priors, 1e-7, 500, 1}).parameters;
    options.threads = 1;
    const SampledIdealPoints one = sample_ideal_points(panel, mode, options);
    options.threads = 4;
    const SampledIdealPoints four = sample_ideal_points(panel, mode, options);
    EXPECT_EQ(one.draws.values, four.draws.values);
    EXPECT_EQ(one.log_posterior, four.log_posterior);
    EXPECT_EQ(one.omega2, four.omega2);
}

TEST(SampleIdealPoints, SlowChainsOfASmallAssemblyMeet) {
    const SimulatedVotes simulated = simulated_votes(31, {30, 4, 30, 5}, contested_priors());
    PanelOptions panel_options;
    panel_options.same_text = simulated.same_text;
    const VotePanel panel = vote_panel(simulated.votes, panel_options);
    SamplerOptions options;
    options.positive_anchor = 1;
    options.negative_anchor = 2;
    const IdealPointParameters mode =
        posterior_mode(panel, spectral_start(panel, options.priors), {options.priors, 1e-7, 500, 0}).parameters;
    const SampledIdealPoints sample = sample_ideal_points(panel, mode, options);
    const std::size_t each = sample.draws.draws_a_node();
    for (std::size_t k = 0; k < panel.nodes.size(); ++k) {
        const Convergence c = convergence(std::span<const float>(&sample.draws.values[k * each], each), options.chains);
        EXPECT_LT(c.rhat.value_or(9), 1.01) << k;
        EXPECT_GT(c.ess_bulk.value_or(0), 400) << k;
    }
    const Convergence omega2 = convergence(std::span<const double>(sample.omega2), options.chains);
    // Slower than the positions: the command makes chains four times as long of an assembly of this size.
    EXPECT_LT(omega2.rhat.value_or(9), 1.03);
    EXPECT_GT(omega2.ess_bulk.value_or(0), 200);
}

/// Simulation-based calibration (Talts et al. 2018): parameters drawn from the priors, votes from the parameters; the
/// rank of the truth among thinned draws must be uniform. @returns the least p value over a few parameters
double calibration(std::size_t replicates, const IdealPointPriors& believed) {
    constexpr std::uint32_t kept = 63;
    constexpr std::size_t thin = 5, quantities = 5;
    const IdealPointPriors priors = contested_priors();
    std::vector<std::vector<std::uint32_t>> ranks(quantities, std::vector<std::uint32_t>(replicates));
    parallel_chunks(replicates, 1, 0, [&](std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; ++r) {
            const SimulatedVotes simulated = simulated_votes(1000 + r, {8, 3, 8, 2}, priors, true);
            const VotePanel panel = whole_panel(simulated);
            SamplerOptions options;
            options.priors = believed;
            options.chains = 1;
            options.warmup = 150;
            options.draws = kept * thin;
            options.seed = 77 + r;
            options.standardise = false;
            options.threads = 1;
            // Chains start near the truth's side: the likelihood knows no sign, the posterior has a mirror image.
            const IdealPointParameters mode =
                posterior_mode(panel, simulated.truth, {believed, 1e-6, 500, 1}).parameters;
            const SampledIdealPoints sample = sample_ideal_points(panel, mode, options);
            const auto rank = [&](const auto& draw, double truth) {
                std::uint32_t below = 0;
                for (std::uint32_t d = 0; d < kept; ++d)
                    if (draw((d + 1) * thin - 1) < truth) ++below;
                return below;
            };
            // What does not change its sign with the mirror image.
            const auto theta = [&](std::size_t node) {
                return [&sample, node, &options](std::size_t d) {
                    return static_cast<double>(sample.draws.values[node * options.draws + d]);
                };
            };
            const auto& truth = simulated.truth.theta;
            ranks[0][r] = rank([&](std::size_t d) { return sample.omega2[d]; }, std::exp(2 * simulated.log_omega));
            ranks[1][r] = rank([&](std::size_t d) { return std::abs(theta(0)(d)); }, std::abs(truth[0]));
            ranks[2][r] = rank([&](std::size_t d) { return std::abs(theta(2)(d)); }, std::abs(truth[2]));
            ranks[3][r] = rank([&](std::size_t d) { return theta(4)(d) * theta(7)(d); }, truth[4] * truth[7]);
            ranks[4][r] = rank([&](std::size_t d) { return std::abs(theta(22)(d) - theta(21)(d)); },
                               std::abs(truth[22] - truth[21]));
        }
    });
    double least = 1;
    for (const auto& each : ranks) least = std::min(least, rank_uniformity(each, kept, 8).p_value.value_or(0));
    return least;
}

/// 200, or what TARAZY_SBC_REPLICATES says: docs/ideal-points.md has the command for 1,000.
std::size_t replicates() {
    const char* const wanted = std::getenv("TARAZY_SBC_REPLICATES");
    return wanted == nullptr ? 200 : static_cast<std::size_t>(std::max(20, std::atoi(wanted)));
}

TEST(SimulationBasedCalibration, SlowRanksAreUniform) {
    const double least = calibration(replicates(), contested_priors());
    RecordProperty("least_p", std::to_string(least));
    EXPECT_GT(least, 0.001);
}

TEST(SimulationBasedCalibration, SlowASamplerThatTakesAVarianceForASpreadFails) {
    IdealPointPriors mistaken = contested_priors();
    mistaken.cut_variance *= mistaken.cut_variance;  // the mistake: sd where the variance belongs
    mistaken.first_variance = 0.25;
    EXPECT_LT(calibration(200, mistaken), 1e-4);
}

}  // namespace ideal_point_sampler_test
}  // namespace tarazy
