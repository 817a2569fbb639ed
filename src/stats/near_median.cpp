#include "stats/near_median.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarazy {

double NearMedian::in_place(std::span<double> values) {
    assert(!values.empty());
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

double NearMedian::of(std::span<double> values, double guess) {
    constexpr double until_reach_is_known = 8, spreads_in_reach = 2;
    const double expected = guess + shift_, reach = spreads_in_reach * spread_;
    double median = 0;
    const bool found = values.size() % 2 == 1 && seen_ >= until_reach_is_known &&
                       find_between(expected - reach, expected + reach, values, median);
    if (!found) median = in_place(values);
    learn(median - expected);
    return median;
}

bool NearMedian::lies_between(double least, double most, std::span<const double> values, double guess) const {
    const double expected = guess + shift_;
    if (values.size() % 2 == 0 || !(expected > least && expected < most)) return false;
    std::size_t below = 0, above = 0;
    for (const double value : values) {
        below += static_cast<std::size_t>(value < least);
        above += static_cast<std::size_t>(value > most);
    }
    return below <= values.size() / 2 && above <= values.size() / 2;
}

bool NearMedian::find_between(double least, double most, std::span<const double> values, double& median) {
    if (kept_.size() < values.size()) kept_.resize(values.size());
    // Without branches: which values are in reach follows no pattern that a processor could foresee.
    std::size_t below = 0, kept = 0;
    for (const double value : values) {
        const auto too_low = static_cast<std::size_t>(value < least);
        below += too_low;
        kept_[kept] = value;
        kept += static_cast<std::size_t>(value <= most) - too_low;
    }
    const std::size_t middle = values.size() / 2;
    if (middle < below || middle >= below + kept) return false;
    const auto place = kept_.begin() + static_cast<std::ptrdiff_t>(middle - below);
    std::nth_element(kept_.begin(), place, kept_.begin() + static_cast<std::ptrdiff_t>(kept));
    median = *place;
    return true;
}

void NearMedian::learn(double off) {
    constexpr double longest_memory = 32;
    if (!std::isfinite(off)) return;  // a guess that is none, or an infinite median
    seen_ += 1;
    const double part = 1 / std::min(seen_, longest_memory);
    shift_ += off * part;
    spread_ += (std::abs(off) - spread_) * part;
}

}  // namespace tarazy
