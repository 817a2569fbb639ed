#include "trace/breaks/draw_agreement.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

std::size_t steps_between(std::size_t a, std::size_t b) {
    return a > b ? a - b : b - a;
}

/// The change of the mean series that is nearest.
std::size_t nearest_change(std::span<const std::size_t> changes, std::size_t at) {
    return static_cast<std::size_t>(
        std::ranges::min_element(changes, {}, [&](std::size_t change) { return steps_between(change, at); }) -
        changes.begin());
}

/// The value that a share of the sorted values does not exceed, outwards.
std::int64_t outer_quantile(std::vector<std::int64_t>& values, double share, bool upper) {
    std::ranges::sort(values);
    const double place = share * static_cast<double>(values.size() - 1);
    const double whole = upper ? std::ceil(place - 1e-9) : std::floor(place + 1e-9);
    return values[static_cast<std::size_t>(whole)];
}

}  // namespace

std::vector<DrawAgreement> draw_agreement(std::span<const std::size_t> changes,
                                          std::span<const std::vector<DrawnChange>> draws, double level) {
    std::vector<DrawAgreement> agreement(changes.size());
    if (changes.empty() || draws.empty()) return agreement;
    std::vector<std::vector<std::int64_t>> lower(changes.size()), upper(changes.size());
    for (const std::vector<DrawnChange>& draw : draws) {
        std::vector<const DrawnChange*> belongs(changes.size(), nullptr);
        for (const DrawnChange& drawn : draw) {
            const std::size_t i = nearest_change(changes, drawn.at);
            if (belongs[i] == nullptr ||
                steps_between(drawn.at, changes[i]) < steps_between(belongs[i]->at, changes[i]))
                belongs[i] = &drawn;
        }
        for (std::size_t i = 0; i < changes.size(); ++i) {
            if (belongs[i] == nullptr) continue;
            lower[i].push_back(belongs[i]->interval.lower);
            upper[i].push_back(belongs[i]->interval.upper);
        }
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
        agreement[i].share = static_cast<double>(lower[i].size()) / static_cast<double>(draws.size());
        if (lower[i].empty()) continue;
        agreement[i].interval = BreakInterval{outer_quantile(lower[i], (1 - level) / 2, false),
                                              outer_quantile(upper[i], (1 + level) / 2, true)};
    }
    return agreement;
}

}  // namespace tarazy
