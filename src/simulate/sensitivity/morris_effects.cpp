#include "simulate/sensitivity/morris_effects.hpp"

#include "base/parallel.hpp"
#include "base/random.hpp"

#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

/// Trajectory by trajectory, the effect of each input.
std::vector<double> elementary_effects(const MorrisLayout& layout, std::span<const double> y, double step) {
    std::vector<double> effects(layout.trajectories * layout.inputs);
    for (std::size_t t = 0; t < layout.trajectories; ++t) {
        for (std::size_t move = 0; move < layout.inputs; ++move) {
            const std::size_t at = t * layout.inputs + move, row = t * (layout.inputs + 1) + move + 1;
            const double rise = (y[row] - y[row - 1]) / step;
            effects[t * layout.inputs + layout.moved[at]] = layout.upwards[at] ? rise : -rise;
        }
    }
    return effects;
}

}  // namespace

MorrisEffects morris_effects(const MorrisLayout& layout, std::span<const double> outcomes, double step,
                             const ResamplingOptions& options) {
    assert(outcomes.size() == layout.trajectories * (layout.inputs + 1) && step > 0);
    check_resampling(options);
    MorrisEffects result;
    result.reason = no_variance_reason(outcomes);
    if (!result.reason.empty()) return result;
    const std::size_t d = layout.inputs, n = layout.trajectories;
    const std::vector<double> effects = elementary_effects(layout, outcomes, step);
    std::vector<double> means(2 * d), replicates(2 * d * options.replicates);
    // Of the inputs' means first, then those of their sizes.
    const auto add = [&](std::size_t trajectory, std::span<double> out) {
        for (std::size_t i = 0; i < d; ++i) {
            out[i] += effects[trajectory * d + i] / static_cast<double>(n);
            out[d + i] += std::abs(effects[trajectory * d + i]) / static_cast<double>(n);
        }
    };
    for (std::size_t t = 0; t < n; ++t) add(t, means);
    WorkStep progress(options.work, "bootstrap of elementary effects", options.replicates);
    parallel_chunks(
        options.replicates, 16, options.threads,
        [&](std::size_t begin, std::size_t end) {
            std::vector<double> drawn(2 * d);
            for (std::size_t replicate = begin; replicate < end; ++replicate) {
                Random random(options.seed, "bootstrap of trajectories", replicate);
                std::fill(drawn.begin(), drawn.end(), 0.0);
                for (std::size_t t = 0; t < n; ++t) add(random.below(n), drawn);
                for (std::size_t i = 0; i < 2 * d; ++i) replicates[i * options.replicates + replicate] = drawn[i];
            }
        },
        progress);
    for (std::size_t i = 0; i < 2 * d; ++i) {
        const auto of_mean = std::span<const double>(replicates).subspan(i * options.replicates, options.replicates);
        (i < d ? result.mu : result.mu_star).push_back(with_interval(means[i], of_mean, options.level));
    }
    for (std::size_t i = 0; i < d; ++i) {
        double square = 0;
        for (std::size_t t = 0; t < n; ++t) square += (effects[t * d + i] - means[i]) * (effects[t * d + i] - means[i]);
        result.sigma.push_back(n > 1 ? std::sqrt(square / static_cast<double>(n - 1)) : std::nan(""));
    }
    return result;
}

}  // namespace tarazy
