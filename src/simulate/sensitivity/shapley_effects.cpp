#include "simulate/sensitivity/shapley_effects.hpp"

#include "base/parallel.hpp"
#include "base/random.hpp"

#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

double sample_variance(std::span<const double> y) {
    double mean = 0, square = 0;
    for (const double value : y) mean += value / static_cast<double>(y.size());
    for (const double value : y) square += (value - mean) * (value - mean);
    return square / static_cast<double>(y.size() - 1);
}

/// What each order adds to each input, without the last increment, which ends at the variance of all; `reached` is
/// where it begins.
struct OrderIncrements {
    std::vector<double> increments;  ///< orders x inputs
    std::vector<double> reached;     ///< of each order
    std::vector<std::size_t> last;   ///< of each order, the input that comes last
};

OrderIncrements increments_of(const ShapleyLayout& layout, std::size_t inputs, std::span<const double> y) {
    OrderIncrements all{std::vector<double>(layout.permutations * inputs), {}, {}};
    std::size_t at = layout.variance_runs;
    for (std::size_t p = 0; p < layout.permutations; ++p) {
        double before = 0;
        for (std::size_t i = 0; i + 1 < inputs; ++i, at += layout.inner) {
            const double cost = sample_variance(y.subspan(at, layout.inner));
            all.increments[p * inputs + layout.orders[p * inputs + i]] = cost - before;
            before = cost;
        }
        all.reached.push_back(before);
        all.last.push_back(layout.orders[p * inputs + inputs - 1]);
    }
    return all;
}

}  // namespace

ShapleyEffects shapley_effects(const ShapleyLayout& layout, std::size_t inputs, std::span<const double> outcomes,
                               const ResamplingOptions& options) {
    assert(outcomes.size() == layout.variance_runs + layout.permutations * (inputs - 1) * layout.inner);
    check_resampling(options);
    ShapleyEffects effects;
    const std::span<const double> of_variance = outcomes.first(layout.variance_runs);
    effects.reason = no_variance_reason(of_variance);
    if (!effects.reason.empty()) return effects;
    effects.variance = sample_variance(of_variance);
    const OrderIncrements all = increments_of(layout, inputs, outcomes);
    const std::size_t n = layout.permutations;
    const auto add = [&](std::size_t order, double variance, std::span<double> shares) {
        const double part = 1 / (variance * static_cast<double>(n));
        for (std::size_t i = 0; i < inputs; ++i) shares[i] += all.increments[order * inputs + i] * part;
        shares[all.last[order]] += (variance - all.reached[order]) * part;
    };
    std::vector<double> shares(inputs), replicates(inputs * options.replicates);
    for (std::size_t p = 0; p < n; ++p) add(p, effects.variance, shares);
    WorkStep step(options.work, "bootstrap of Shapley effects", options.replicates);
    parallel_chunks(
        options.replicates, 4, options.threads,
        [&](std::size_t begin, std::size_t end) {
            std::vector<double> drawn(layout.variance_runs), share(inputs);
            for (std::size_t replicate = begin; replicate < end; ++replicate) {
                Random random(options.seed, "bootstrap of orders", replicate);
                for (double& y : drawn) y = of_variance[random.below(layout.variance_runs)];
                const double variance = sample_variance(drawn);
                std::fill(share.begin(), share.end(), 0.0);
                for (std::size_t p = 0; p < n; ++p) add(random.below(n), variance, share);
                for (std::size_t i = 0; i < inputs; ++i)
                    replicates[i * options.replicates + replicate] = variance > 0 ? share[i] : std::nan("");
            }
        },
        step);
    for (std::size_t i = 0; i < inputs; ++i) {
        const auto of_input = std::span<const double>(replicates).subspan(i * options.replicates, options.replicates);
        effects.shares.push_back(with_interval(shares[i], of_input, options.level));
    }
    return effects;
}

}  // namespace tarazy
