#include "compare/sets/set_fit.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace tarazy {
namespace {

std::optional<double> share(double part, double whole) {
    // Sums of memberships carry rounding; a whole of 1e-12 is an empty set, not a divisor.
    if (std::abs(whole) < 1e-12) return std::nullopt;
    return part / whole;
}

double counted(std::span<const double> weights, std::size_t at) {
    return weights.empty() ? 1.0 : weights[at];
}

}  // namespace

SufficiencyFit sufficiency(std::span<const double> x, std::span<const double> y, std::span<const double> weights) {
    double both = 0, either_way = 0, sum_x = 0, sum_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double common = std::min(x[i], y[i]), n = counted(weights, i);
        both += n * common;
        either_way += n * std::min(common, 1 - y[i]);
        sum_x += n * x[i];
        sum_y += n * y[i];
    }
    return {share(both, sum_x), share(both - either_way, sum_x - either_way), share(both, sum_y)};
}

std::vector<std::optional<double>> unique_coverage(const std::vector<std::vector<double>>& sets,
                                                   std::span<const double> y, std::span<const double> weights) {
    std::vector<double> alone(sets.size(), 0.0);
    double sum_y = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        // Only the largest set of a case can cover it beyond the others, by its lead over the second largest.
        double most = 0, second = 0;
        std::size_t leader = 0;
        for (std::size_t j = 0; j < sets.size(); ++j) {
            const double here = std::min(sets[j][i], y[i]);
            if (here > most) {
                second = most;
                most = here;
                leader = j;
            } else {
                second = std::max(second, here);
            }
        }
        if (!sets.empty()) alone[leader] += counted(weights, i) * (most - second);
        sum_y += counted(weights, i) * y[i];
    }
    std::vector<std::optional<double>> result;
    for (const double part : alone) result.push_back(share(part, sum_y));
    return result;
}

std::optional<double> haesebrouck_consistency(std::span<const double> x, std::span<const double> y,
                                              std::span<const double> weights) {
    double both = 0, whole = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double common = std::min(x[i], y[i]), n = counted(weights, i);
        both += n * common;
        whole += n * (common + std::sqrt(std::max(x[i] - y[i], 0.0) * x[i]));
    }
    return share(both, whole);
}

NecessityFit necessity(std::span<const double> x, std::span<const double> y, std::span<const double> weights) {
    double both = 0, sum_x = 0, sum_y = 0, not_x = 0, not_both = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double common = std::min(x[i], y[i]), n = counted(weights, i);
        both += n * common;
        sum_x += n * x[i];
        sum_y += n * y[i];
        not_x += n * (1 - x[i]);
        not_both += n * (1 - common);
    }
    return {share(both, sum_y), share(not_x, not_both), share(both, sum_x)};
}

}  // namespace tarazy
