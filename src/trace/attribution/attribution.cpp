#include "trace/attribution/attribution.hpp"

#include "stats/hypergeometric.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace tarazy {
namespace {

/// The number of ones, if there are only ones and zeros.
std::optional<std::uint64_t> ones_among(std::span<const double> values) {
    std::uint64_t ones = 0;
    for (const double value : values) {
        if (value != 0 && value != 1) return std::nullopt;
        ones += value == 1 ? 1U : 0U;
    }
    return ones;
}

}  // namespace

std::vector<double> event_within(std::span<const double> event_probabilities, std::size_t window) {
    const std::size_t periods = event_probabilities.size();
    std::vector<double> within(periods);
    for (std::size_t t = 0; t < periods; ++t) {
        const std::size_t from = t - std::min(t, window), to = std::min(periods - 1, t + std::min(window, periods));
        double none = 1;
        for (std::size_t u = from; u <= to; ++u) none *= 1 - event_probabilities[u];
        within[t] = 1 - none;
    }
    return within;
}

std::vector<double> event_within(std::span<const std::vector<double>> events, std::size_t periods, std::size_t window) {
    std::vector<double> none(periods, 1.0);
    std::vector<double> sums(periods + 1, 0.0);
    for (const std::vector<double>& event : events) {
        std::partial_sum(event.begin(), event.end(), sums.begin() + 1);
        for (std::size_t t = 0; t < periods; ++t) {
            const std::size_t from = t - std::min(t, window), to = std::min(periods, t + std::min(window, periods) + 1);
            // Differences of sums may leave [0, 1] by rounding.
            none[t] *= 1 - std::clamp(sums[to] - sums[from], 0.0, 1.0);
        }
    }
    for (double& value : none) value = 1 - value;
    return none;
}

double coincidence_score(std::span<const double> changes, std::span<const double> within) {
    return std::inner_product(changes.begin(), changes.end(), within.begin(), 0.0);
}

std::optional<double> circular_shift_p(std::span<const double> changes, std::span<const double> within,
                                       const Work& work) {
    const std::size_t periods = changes.size();
    std::vector<std::size_t> at;
    for (std::size_t t = 0; t < periods; ++t) {
        if (changes[t] > 0) at.push_back(t);
    }
    if (at.empty()) return std::nullopt;
    double possible = 0;
    for (const std::size_t t : at) possible += changes[t];
    const auto score = [&](std::size_t shift) {
        double sum = 0;
        for (const std::size_t t : at)
            sum += changes[t] * within[t + shift < periods ? t + shift : t + shift - periods];
        return sum;
    };
    const double least = score(0) - 1e-12 * possible;
    constexpr std::size_t shifts_a_step = 256;
    WorkStep step(work, "circular shifts", periods);
    std::size_t reached = 0;
    for (std::size_t first = 0; first < periods; first += shifts_a_step) {
        const std::size_t end = std::min(periods, first + shifts_a_step);
        for (std::size_t shift = first; shift < end; ++shift) reached += score(shift) >= least ? 1 : 0;
        step.advance(end - first);
    }
    return static_cast<double>(reached) / static_cast<double>(periods);
}

std::optional<double> uniform_placement_p(std::span<const double> changes, std::span<const double> within) {
    const auto drawn = ones_among(changes), marked = ones_among(within);
    if (!drawn || !marked || *drawn == 0) return std::nullopt;
    const auto hits = static_cast<std::uint64_t>(std::llround(coincidence_score(changes, within)));
    return hypergeometric_upper(hits, changes.size(), *marked, *drawn);
}

Attribution attribution_of(std::span<const double> changes, std::span<const double> within, const Work& work) {
    Attribution result;
    result.changes = std::accumulate(changes.begin(), changes.end(), 0.0);
    result.hits = coincidence_score(changes, within);
    if (!within.empty())
        result.coverage = std::accumulate(within.begin(), within.end(), 0.0) / static_cast<double>(within.size());
    result.p_circular = circular_shift_p(changes, within, work);
    result.p_hypergeometric = uniform_placement_p(changes, within);
    return result;
}

}  // namespace tarazy
