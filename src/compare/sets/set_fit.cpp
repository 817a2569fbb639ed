#include "compare/sets/set_fit.hpp"

#include "compare/sets/full_sum.hpp"

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
    FullSum both, either_way, sum_x, sum_y;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double common = std::min(x[i], y[i]), n = counted(weights, i);
        both.add(n * common);
        either_way.add(n * std::min(common, 1 - y[i]));
        sum_x.add(n * x[i]);
        sum_y.add(n * y[i]);
    }
    return {share(both.value(), sum_x.value()),
            share(both.value() - either_way.value(), sum_x.value() - either_way.value()),
            share(both.value(), sum_y.value())};
}

std::vector<std::optional<double>> unique_coverage(const std::vector<std::vector<double>>& sets,
                                                   std::span<const double> y, std::span<const double> weights) {
    std::vector<FullSum> alone(sets.size());
    FullSum sum_y;
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
        if (!sets.empty()) alone[leader].add(counted(weights, i) * (most - second));
        sum_y.add(counted(weights, i) * y[i]);
    }
    std::vector<std::optional<double>> result;
    for (const FullSum& part : alone) result.push_back(share(part.value(), sum_y.value()));
    return result;
}

std::optional<double> haesebrouck_consistency(std::span<const double> x, std::span<const double> y,
                                              std::span<const double> weights) {
    FullSum both, whole;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double common = std::min(x[i], y[i]), n = counted(weights, i);
        both.add(n * common);
        whole.add(n * (common + std::sqrt(std::max(x[i] - y[i], 0.0) * x[i])));
    }
    return share(both.value(), whole.value());
}

NecessityFit necessity(std::span<const double> x, std::span<const double> y, std::span<const double> weights) {
    FullSum both, sum_x, sum_y, not_x, not_both;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double common = std::min(x[i], y[i]), n = counted(weights, i);
        both.add(n * common);
        sum_x.add(n * x[i]);
        sum_y.add(n * y[i]);
        not_x.add(n * (1 - x[i]));
        not_both.add(n * (1 - common));
    }
    return {share(both.value(), sum_y.value()), share(not_x.value(), not_both.value()),
            share(both.value(), sum_x.value())};
}

}  // namespace tarazy
