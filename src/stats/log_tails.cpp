#include "stats/log_tails.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace tarazy {

double log10_chi_square1_upper(double statistic) {
    const double z = std::sqrt(statistic / 2);
    if (!(z > 20)) return std::log10(std::erfc(z));
    // erfc z = exp(-z^2)/sqrt(pi) 1/(z + (1/2)/(z + (2/2)/(z + (3/2)/(z + ...)))), which at z > 20 needs few terms.
    double fraction = z;
    for (int k = 30; k >= 1; --k) fraction = z + k / 2.0 / fraction;
    return -statistic / 2 * std::numbers::log10e - std::log10(fraction * std::sqrt(std::numbers::pi));
}

double log10_fisher(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
    const std::uint64_t feature = a + b, target = a + c;
    const std::uint64_t lowest = feature > b + d ? feature - (b + d) : 0;
    const std::uint64_t highest = std::min(feature, target);
    if (lowest == highest) return 0;
    const auto real = [](std::uint64_t whole) { return static_cast<double>(whole); };
    // ln P(k)/P(lowest) of k occurrences in the target; b + d - (feature - k) cannot fall below 0 from `lowest` on.
    std::vector<double> terms = {0.0};
    for (std::uint64_t k = lowest; k < highest; ++k) {
        const double ratio = real(feature - k) / real(k + 1) * (real(target - k) / real(b + d + k + 1 - feature));
        terms.push_back(terms.back() + std::log(ratio));
    }
    const double most = std::ranges::max(terms), observed = terms[a - lowest];
    double all = 0, tail = 0;
    for (const double term : terms) {
        all += std::exp(term - most);
        if (term <= observed + 1e-7) tail += std::exp(term - observed);
    }
    const double log_p = observed - most + std::log(tail) - std::log(all);
    return std::min(0.0, log_p * std::numbers::log10e);
}

}  // namespace tarazy
