#include "simulate/sensitivity/pawn_indices.hpp"

#include "base/argument_checks.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "simulate/sensitivity/resampling.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

/// Runs in the order of their outcomes.
std::vector<std::uint32_t> by_value(std::span<const double> values) {
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return values[i]; });
    return order;
}

/// Largest difference between the distribution function of each slice and that of all. The function of all rises
/// between the steps of a slice, so that the largest lies at its own values, before or after the step.
std::vector<double> slice_statistics(std::span<const double> y, std::span<const std::uint32_t> order,
                                     std::span<const std::uint32_t> slice) {
    const std::size_t count = std::size_t{*std::ranges::max_element(slice)} + 1, n = y.size();
    std::vector<double> size(count), reached(count), statistic(count);
    for (const std::uint32_t s : slice) ++size[s];
    for (std::size_t begin = 0; begin < n;) {
        std::size_t end = begin;
        while (end < n && y[order[end]] == y[order[begin]]) ++end;
        const double before = static_cast<double>(begin) / static_cast<double>(n);
        const double after = static_cast<double>(end) / static_cast<double>(n);
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t s = slice[order[i]];
            statistic[s] = std::max(statistic[s], std::abs(reached[s] / size[s] - before));
        }
        for (std::size_t i = begin; i < end; ++i) ++reached[slice[order[i]]];
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t s = slice[order[i]];
            statistic[s] = std::max(statistic[s], std::abs(reached[s] / size[s] - after));
        }
        begin = end;
    }
    return statistic;
}

PawnIndex summed_up(std::vector<double> statistics) {
    std::ranges::sort(statistics);
    PawnIndex index;
    index.slices = statistics.size();
    const double n = static_cast<double>(statistics.size());
    index.minimum = statistics.front();
    index.maximum = statistics.back();
    index.median = quantile_of_sorted(statistics, 0.5);
    index.mean = std::accumulate(statistics.begin(), statistics.end(), 0.0) / n;
    double square = 0;
    for (const double value : statistics) square += (value - index.mean) * (value - index.mean) / n;
    index.coefficient_of_variation = index.mean > 0 ? std::sqrt(square) / index.mean : std::nan("");
    return index;
}

}  // namespace

std::vector<std::uint32_t> equal_slices(std::span<const double> values, std::size_t slices) {
    const std::vector<std::uint32_t> order = by_value(values);
    const std::size_t n = values.size();
    std::vector<std::uint32_t> slice(n);
    std::uint32_t number = 0;
    for (std::size_t begin = 0, last = 0; begin < n;) {
        std::size_t end = begin;
        while (end < n && values[order[end]] == values[order[begin]]) ++end;
        const std::size_t place = begin * slices / n;  // the slice that the first of these values belongs to
        if (place != last) {
            ++number;
            last = place;
        }
        for (; begin < end; ++begin) slice[order[begin]] = number;
    }
    return slice;
}

PawnIndices pawn_indices(const Design& design, std::span<const double> outcomes, const PawnOptions& options) {
    if (options.slices < 2) refuse_argument("--slices", std::to_string(options.slices), "give at least 2");
    PawnIndices indices;
    indices.reason = no_variance_reason(outcomes);
    if (!indices.reason.empty()) return indices;
    if (outcomes.size() < 2 * options.slices) {
        indices.reason = std::to_string(outcomes.size()) + " runs are too few for " + std::to_string(options.slices) +
                         " slices: take at least two a slice";
        return indices;
    }
    const std::vector<std::uint32_t> order = by_value(outcomes);
    const std::size_t inputs = design.inputs.size(), runs = outcomes.size();
    indices.inputs.resize(inputs);
    WorkStep step(options.work, "PAWN indices", inputs + 1);
    parallel_chunks(
        inputs + 1, 1, options.threads,
        [&](std::size_t input, std::size_t) {
            std::vector<double> values(runs);
            // Behind the inputs stands the one that does not matter.
            Random random(options.seed, "dummy input", 0);
            for (std::size_t run = 0; run < runs; ++run)
                values[run] = input < inputs ? design.value(run, input) : random.uniform();
            PawnIndex index = summed_up(slice_statistics(outcomes, order, equal_slices(values, options.slices)));
            (input < inputs ? indices.inputs[input] : indices.dummy) = index;
        },
        step);
    return indices;
}

}  // namespace tarazy
