#include "simulate/sensitivity/borgonovo_delta.hpp"

#include "base/parallel.hpp"
#include "base/random.hpp"
#include "simulate/sensitivity/kernel_density.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace tarazy {
namespace {

constexpr std::size_t grid_points = 100;

/// Classes advised by Plischke, Borgonovo & Smith (2013), at most 48.
std::size_t class_count(std::size_t runs) {
    const double n = static_cast<double>(runs), exponent = 2 / (7 + std::tanh((1500 - n) / 500));
    return std::min<std::size_t>(static_cast<std::size_t>(std::ceil(std::pow(n, exponent))), 48);
}

struct WeightedMoments {
    double weight = 0, mean = 0, variance = 0;  ///< variance: n - 1

    static WeightedMoments of(std::span<const double> values, std::span<const double> weights) {
        WeightedMoments moments;
        double sum = 0, square = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            moments.weight += weights[i];
            sum += weights[i] * values[i];
        }
        moments.mean = sum / moments.weight;
        for (std::size_t i = 0; i < values.size(); ++i)
            square += weights[i] * (values[i] - moments.mean) * (values[i] - moments.mean);
        moments.variance = moments.weight > 1 ? square / (moments.weight - 1) : 0;
        return moments;
    }
    /// Silverman's rule in one dimension: (4/(3n))^(1/5) standard deviations.
    [[nodiscard]] double kernel_width() const { return std::pow(weight * 0.75, -0.2) * std::sqrt(variance); }
};

struct DensityGrid {
    double first = 0, spacing = 0;

    [[nodiscard]] std::vector<double> density(std::span<const double> values, std::span<const double> weights,
                                              const WeightedMoments& moments) const {
        return kernel_density(values, weights, moments.kernel_width(), first, spacing, grid_points);
    }
    /// Area below |a - b| by trapezoids.
    [[nodiscard]] double area_between(std::span<const double> a, std::span<const double> b) const {
        double area = 0;
        for (std::size_t i = 0; i < grid_points; ++i)
            area += std::abs(a[i] - b[i]) * (i == 0 || i + 1 == grid_points ? 0.5 : 1) * spacing;
        return area;
    }
};

/// Of each input the runs in the order of its values, and their outcomes in that order.
struct SortedRuns {
    std::vector<std::vector<std::uint32_t>> order;
    std::vector<std::vector<double>> outcomes;
    /// Of an input with equal values: is the next run's value another one? Empty where all values differ.
    std::vector<std::vector<bool>> value_ends;
};

SortedRuns sort_runs(const Design& design, std::span<const double> y) {
    SortedRuns sorted;
    for (std::size_t i = 0; i < design.inputs.size(); ++i) {
        std::vector<std::uint32_t> order(y.size());
        std::iota(order.begin(), order.end(), 0u);
        std::ranges::stable_sort(order, {}, [&](std::uint32_t run) { return design.value(run, i); });
        std::vector<double> outcomes;
        for (const std::uint32_t run : order) outcomes.push_back(y[run]);
        std::vector<bool> ends;
        for (std::size_t k = 0; k < order.size(); ++k)
            ends.push_back(k + 1 == order.size() || design.value(order[k], i) != design.value(order[k + 1], i));
        if (std::ranges::find(ends, false) == ends.end()) ends.clear();
        sorted.value_ends.push_back(std::move(ends));
        sorted.order.push_back(std::move(order));
        sorted.outcomes.push_back(std::move(outcomes));
    }
    return sorted;
}

struct DeltaAndFirst {
    double delta = 0, first = 0;
};

/// @param weights  how often each run was drawn
DeltaAndFirst delta_of_input(const SortedRuns& runs, std::size_t input, std::span<const double> weights,
                             std::size_t classes, const DensityGrid& grid, std::span<const double> of_all,
                             const WeightedMoments& all) {
    const std::vector<double>& sorted = runs.outcomes[input];
    const std::vector<std::uint32_t>& order = runs.order[input];
    const std::vector<bool>& value_ends = runs.value_ends[input];
    DeltaAndFirst result;
    std::vector<double> values, of_class;
    const double total = all.weight;
    double taken = 0, between = 0;
    std::size_t at = 0;
    double left = at < order.size() ? weights[order[at]] : 0;
    for (std::size_t c = 0; c < classes; ++c) {
        // Class c holds the draws up to this many; a run drawn several times may lie in two classes.
        const double until = std::floor(total * static_cast<double>(c + 1) / static_cast<double>(classes) + 1e-9);
        values.clear();
        of_class.clear();
        // Equal values stay together, or the order of the rows would decide which class an outcome falls in.
        const auto within_value = [&] {
            return !value_ends.empty() && !values.empty() && (left > 0 || !value_ends[at]);
        };
        while (taken < until || within_value()) {
            if (left == 0) {
                left = weights[order[++at]];
                continue;
            }
            const double part = taken < until && value_ends.empty() ? std::min(left, until - taken) : left;
            values.push_back(sorted[at]);
            of_class.push_back(part);
            taken += part;
            left -= part;
        }
        if (values.empty()) continue;
        const WeightedMoments moments = WeightedMoments::of(values, of_class);
        between += moments.weight * (moments.mean - all.mean) * (moments.mean - all.mean);
        // A class of one outcome has all its density in one point: the whole area below the other curve is between
        // them.
        const bool lone = !(moments.variance > 1e-24 * all.variance);
        const std::vector<double> density =
            lone ? std::vector<double>(grid_points) : grid.density(values, of_class, moments);
        result.delta += moments.weight / (2 * total) * grid.area_between(of_all, density);
    }
    result.first = between / (all.variance * (total - 1));
    return result;
}

}  // namespace

DeltaIndices borgonovo_delta(const Design& design, std::span<const double> outcomes, const ResamplingOptions& options) {
    check_resampling(options);
    DeltaIndices indices;
    indices.reason = no_variance_reason(outcomes);
    const std::size_t runs = outcomes.size(), inputs = design.inputs.size();
    if (indices.reason.empty() && runs < 20) indices.reason = "20 runs at least are needed to compare densities";
    if (!indices.reason.empty()) return indices;
    indices.classes = class_count(runs);
    const auto [least, most] = std::ranges::minmax(outcomes);
    const DensityGrid grid{least, (most - least) / (grid_points - 1)};
    const SortedRuns sorted = sort_runs(design, outcomes);
    // Place 0 holds the sample itself, the others its resamples.
    std::vector<DeltaAndFirst> values(inputs * (options.replicates + 1));
    WorkStep step(options.work, "bootstrap of delta", options.replicates + 1);
    parallel_chunks(
        options.replicates + 1, 1, options.threads,
        [&](std::size_t replicate, std::size_t) {
            std::vector<double> weights(runs, replicate == 0 ? 1 : 0);
            Random random(options.seed, "bootstrap of runs", replicate);
            for (std::size_t run = 0; replicate > 0 && run < runs; ++run) ++weights[random.below(runs)];
            const WeightedMoments all = WeightedMoments::of(outcomes, weights);
            if (!(all.variance > 0)) {
                for (std::size_t i = 0; i < inputs; ++i) values[replicate * inputs + i].delta = std::nan("");
                return;
            }
            const std::vector<double> of_all = grid.density(outcomes, weights, all);
            for (std::size_t i = 0; i < inputs; ++i)
                values[replicate * inputs + i] = delta_of_input(sorted, i, weights, indices.classes, grid, of_all, all);
        },
        step);
    for (std::size_t i = 0; i < inputs; ++i) {
        std::vector<double> corrected;
        double mean = 0;
        for (std::size_t r = 1; r <= options.replicates; ++r) {
            corrected.push_back(2 * values[i].delta - values[r * inputs + i].delta);
            mean += corrected.back() / static_cast<double>(options.replicates);
        }
        indices.delta.push_back(with_interval(corrected.empty() ? values[i].delta : mean, corrected, options.level));
        indices.first.push_back(values[i].first);
    }
    return indices;
}

}  // namespace tarazy
