#include "stats/hypergeometric.hpp"

#include <algorithm>

namespace tarazy {

double hypergeometric_upper(std::uint64_t least, std::uint64_t items, std::uint64_t marked, std::uint64_t drawn) {
    const std::uint64_t lowest = marked + drawn > items ? marked + drawn - items : 0;
    const std::uint64_t highest = std::min(marked, drawn);
    if (least <= lowest) return 1;
    if (least > highest) return 0;
    const auto real = [](std::uint64_t whole) { return static_cast<double>(whole); };
    // P(k + 1)/P(k)
    const auto ratio = [&](std::uint64_t k) {
        return real(marked - k) / real(k + 1) * (real(drawn - k) / real(items + k + 1 - marked - drawn));
    };
    const double centre = (real(marked) + 1) * (real(drawn) + 1) / (real(items) + 2);
    const std::uint64_t mode = std::clamp(static_cast<std::uint64_t>(centre), lowest, highest);
    double sum = 0, tail = 0;
    const auto count = [&](std::uint64_t k, double term) {
        sum += term;
        if (k >= least) tail += term;
    };
    double term = 1;
    count(mode, term);
    for (std::uint64_t k = mode; k > lowest && term > 0; --k) {
        term /= ratio(k - 1);
        count(k - 1, term);
    }
    term = 1;
    for (std::uint64_t k = mode; k < highest && term > 0; ++k) {
        term *= ratio(k);
        count(k + 1, term);
    }
    return std::min(1.0, tail / sum);
}

}  // namespace tarazy
