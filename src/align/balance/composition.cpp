#include "align/balance/composition.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

/// exp of the logarithms, closed; the largest is taken out first so that nothing overflows.
std::vector<double> close_logarithms(std::vector<double> logarithms) {
    const double largest = *std::ranges::max_element(logarithms);
    double total = 0;
    for (double& part : logarithms) total += part = std::exp(part - largest);
    for (double& part : logarithms) part /= total;
    return logarithms;
}

double total_weight(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

}  // namespace

std::optional<std::vector<double>> closure(std::span<const double> parts) {
    double total = 0;
    for (const double part : parts) {
        if (!(part >= 0) || std::isinf(part)) return std::nullopt;
        total += part;
    }
    // A sum may overflow, or be so small that dividing by it does.
    if (!(total > 0) || !std::isnormal(total)) return std::nullopt;
    std::vector<double> closed(parts.begin(), parts.end());
    for (double& part : closed) part /= total;
    return closed;
}

std::optional<std::vector<double>> replace_zeros(std::span<const double> composition, std::span<const double> limits,
                                                 double fraction) {
    assert(composition.size() == limits.size());
    double replaced = 0;
    for (std::size_t p = 0; p < composition.size(); ++p) {
        if (composition[p] > 0) continue;
        if (!(limits[p] > 0)) return std::nullopt;
        replaced += fraction * limits[p];
    }
    if (!(replaced < 1)) return std::nullopt;
    std::vector<double> result(composition.begin(), composition.end());
    for (std::size_t p = 0; p < result.size(); ++p) {
        result[p] = composition[p] > 0 ? composition[p] * (1 - replaced) : fraction * limits[p];
    }
    return result;
}

double entropy(std::span<const double> composition) {
    double result = 0;
    for (const double part : composition) {
        if (part > 0) result -= part * std::log(part);
    }
    return result;
}

double evenness(std::span<const double> composition) {
    assert(composition.size() >= 2);
    return entropy(composition) / std::log(static_cast<double>(composition.size()));
}

std::vector<double> ilr(std::span<const double> composition) {
    std::vector<double> coordinates;
    double joined = 0;  // sum of the logarithms of the poles joined so far
    for (std::size_t p = 0; p < composition.size(); ++p) {
        const double part = std::log(composition[p]);
        if (p > 0) {
            const auto k = static_cast<double>(p);
            coordinates.push_back(std::sqrt(k / (k + 1)) * (joined / k - part));
        }
        joined += part;
    }
    return coordinates;
}

std::vector<double> ilr_inverse(std::span<const double> coordinates) {
    // The k-th basis vector is sqrt(k/(k+1)) (1/k, ..., 1/k, -1, 0, ..., 0) with k equal parts in front.
    std::vector<double> logarithms(coordinates.size() + 1, 0);
    for (std::size_t i = 0; i < coordinates.size(); ++i) {
        const auto k = static_cast<double>(i + 1);
        const double length = std::sqrt(k / (k + 1)) * coordinates[i];
        for (std::size_t p = 0; p <= i; ++p) logarithms[p] += length / k;
        logarithms[i + 1] -= length;
    }
    return close_logarithms(std::move(logarithms));
}

std::vector<double> aitchison_centre(std::span<const double> compositions, std::size_t poles,
                                     std::span<const double> weights) {
    assert(compositions.size() == poles * weights.size());
    const double total = total_weight(weights);
    assert(total > 0);
    std::vector<double> logarithms(poles, 0);
    for (std::size_t m = 0; m < weights.size(); ++m) {
        if (weights[m] <= 0) continue;
        for (std::size_t p = 0; p < poles; ++p) {
            logarithms[p] += weights[m] / total * std::log(compositions[m * poles + p]);
        }
    }
    return close_logarithms(std::move(logarithms));
}

HedgeDecomposition hedge_decomposition(std::span<const double> compositions, std::size_t poles,
                                       std::span<const double> weights) {
    assert(poles >= 2 && compositions.size() == poles * weights.size());
    const double total = total_weight(weights);
    assert(total > 0);
    std::vector<double> mean(poles, 0);
    HedgeDecomposition result;
    for (std::size_t m = 0; m < weights.size(); ++m) {
        if (weights[m] <= 0) continue;
        const auto composition = compositions.subspan(m * poles, poles);
        for (std::size_t p = 0; p < poles; ++p) mean[p] += weights[m] / total * composition[p];
        result.within += weights[m] / total * evenness(composition);
    }
    result.total = evenness(mean);
    // Not negative by Jensen's inequality; rounding may leave -1e-17.
    result.between = std::max(0.0, result.total - result.within);
    return result;
}

}  // namespace tarazy
