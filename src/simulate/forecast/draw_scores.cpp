#include "simulate/forecast/draw_scores.hpp"

#include "stats/line_fit.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

namespace tarazy {
namespace {

/// Half of 1 over the pairs that a mean distance is taken over.
double half_pair_weight(std::size_t draws, CrpsKind kind) {
    const auto m = static_cast<double>(draws);
    if (kind == CrpsKind::ordinary) return 0.5 / (m * m);
    return draws > 1 ? 0.5 / (m * (m - 1)) : 0;
}

}  // namespace

double crps_of_sorted(std::span<const double> sorted, double outcome, CrpsKind kind) {
    assert(!sorted.empty());
    const auto m = static_cast<double>(sorted.size());
    // Of m sorted draws the i-th (from 0) is the larger in i pairs and the smaller in m - 1 - i. Counted from the
    // outcome, so that large numbers that lie close together lose no digits.
    double distance = 0, pairs = 0, factor = 1 - m;
    for (const double draw : sorted) {
        const double from = draw - outcome;
        distance += std::abs(from);
        pairs += factor * from;
        factor += 2;
    }
    return distance / m - 2 * half_pair_weight(sorted.size(), kind) * pairs;
}

double crps(std::span<const double> draws, double outcome, CrpsKind kind) {
    std::vector<double> sorted(draws.begin(), draws.end());
    std::ranges::sort(sorted);
    return crps_of_sorted(sorted, outcome, kind);
}

double energy_score(std::span<const double> draws, std::span<const double> outcome, CrpsKind kind) {
    const std::size_t width = outcome.size(), m = draws.size() / width;
    assert(m >= 1 && draws.size() == m * width);
    std::vector<double> squares(m);
    const auto add_squares = [&](const auto& from, std::size_t first) {
        std::ranges::fill(squares.begin() + static_cast<std::ptrdiff_t>(first), squares.end(), 0.0);
        for (std::size_t w = 0; w < width; ++w) {
            const double* const column = draws.data() + w * m;
            const double at = from(w);
            for (std::size_t i = first; i < m; ++i) squares[i] += (column[i] - at) * (column[i] - at);
        }
        double sum = 0;
        for (std::size_t i = first; i < m; ++i) sum += std::sqrt(squares[i]);
        return sum;
    };
    const double distance = add_squares([&](std::size_t w) { return outcome[w]; }, 0);
    double pairs = 0;
    for (std::size_t j = 0; j + 1 < m; ++j)
        pairs += add_squares([&](std::size_t w) { return draws[w * m + j]; }, j + 1);
    return distance / static_cast<double>(m) - 2 * half_pair_weight(m, kind) * pairs;
}

double interval_score_of_sorted(std::span<const double> sorted, double outcome, double coverage) {
    const double lower = quantile_of_sorted(sorted, (1 - coverage) / 2);
    const double upper = quantile_of_sorted(sorted, (1 + coverage) / 2);
    const double outside = std::max(0.0, lower - outcome) + std::max(0.0, outcome - upper);
    return upper - lower + 2 / (1 - coverage) * outside;
}

double binned_ignorance_of_sorted(std::span<const double> sorted, double outcome, std::span<const double> edges) {
    const auto above = std::ranges::upper_bound(edges, outcome);
    const auto begin = above == edges.begin() ? sorted.begin() : std::ranges::lower_bound(sorted, *(above - 1));
    const auto end = above == edges.end() ? sorted.end() : std::ranges::lower_bound(sorted, *above);
    return std::log2(static_cast<double>(sorted.size() + edges.size() + 1) / static_cast<double>(end - begin + 1));
}

std::optional<double> kernel_log_score_of_sorted(std::span<const double> sorted, double outcome) {
    const std::optional<double> sd = standard_deviation(sorted);
    if (!sd || !(*sd > 0)) return std::nullopt;
    const double middle = (quantile_of_sorted(sorted, 0.75) - quantile_of_sorted(sorted, 0.25)) / 1.34;
    const auto m = static_cast<double>(sorted.size());
    const double bandwidth = 0.9 * (middle > 0 ? std::min(*sd, middle) : *sd) * std::pow(m, -0.2);
    // Relative to the nearest draw: exponentials of far ones vanish, and not all of them.
    double nearest = std::abs(sorted.front() - outcome);
    for (const double draw : sorted) nearest = std::min(nearest, std::abs(draw - outcome));
    double sum = 0;
    for (const double draw : sorted) {
        const double far = (draw - outcome) / bandwidth, near = nearest / bandwidth;
        sum += std::exp(-0.5 * (far * far - near * near));
    }
    const double near = nearest / bandwidth;
    return 0.5 * near * near - std::log(sum / m) + std::log(bandwidth) + 0.5 * std::log(2 * std::numbers::pi);
}

std::uint32_t rank_among_sorted(std::span<const double> sorted, double outcome, double place) {
    const auto less = std::ranges::lower_bound(sorted, outcome) - sorted.begin();
    const auto equal = std::ranges::upper_bound(sorted, outcome) - sorted.begin() - less;
    return static_cast<std::uint32_t>(less + static_cast<std::ptrdiff_t>(place * static_cast<double>(equal + 1)));
}

}  // namespace tarazy
