#include "simulate/discovery/box_stability.hpp"

#include "base/parallel.hpp"
#include "base/random.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

std::optional<double> finite_quantile(const std::vector<double>& values, double probability) {
    return quantile(values, probability);
}

double share_in_both(const Design& design, std::span<const std::uint32_t> runs, const PrimBox& a, const PrimBox& b) {
    std::size_t both = 0, either = 0;
    for (const std::uint32_t run : runs) {
        const bool in_a = a.holds(design, run), in_b = b.holds(design, run);
        both += in_a && in_b ? 1 : 0;
        either += in_a || in_b ? 1 : 0;
    }
    return either == 0 ? 1 : static_cast<double>(both) / static_cast<double>(either);
}

void add_stability(const Design& design, const std::vector<bool>& cases, std::span<const std::uint32_t> left,
                   std::size_t number, const DiscoveryOptions& options, DiscoveredBox& box) {
    const std::size_t inputs = design.inputs.size();
    std::vector<PrimBox> again(options.replicates);
    PrimOptions quiet = options.prim;
    quiet.work = options.prim.work.unheard();
    WorkStep step(options.prim.work, "resampled boxes", options.replicates);
    parallel_chunks(
        options.replicates, 1, options.threads,
        [&](std::size_t replicate, std::size_t) {
            Random random(options.seed, "bootstrap of boxes", number << 32 | replicate);
            std::vector<std::uint32_t> drawn(left.size());
            for (std::uint32_t& run : drawn) run = left[random.below(left.size())];
            again[replicate] = prim(design, cases, drawn, quiet).box;
        },
        step);
    double overlap = 0;
    for (const PrimBox& other : again)
        overlap += share_in_both(design, left, box.found.box, other) / static_cast<double>(again.size());
    box.overlap = overlap;
    for (std::size_t i = 0; i < inputs; ++i) {
        std::vector<double> lower, upper;
        std::size_t restricted = 0;
        for (const PrimBox& other : again) {
            restricted += other.restricts(i) ? 1 : 0;
            if (std::isfinite(other.lower[i])) lower.push_back(other.lower[i]);
            if (std::isfinite(other.upper[i])) upper.push_back(other.upper[i]);
        }
        box.restricted_share.push_back(static_cast<double>(restricted) / static_cast<double>(again.size()));
        box.ends.push_back({finite_quantile(lower, 0.05), finite_quantile(lower, 0.95), finite_quantile(upper, 0.05),
                            finite_quantile(upper, 0.95)});
    }
}

}  // namespace

std::vector<DiscoveredBox> discover_boxes(const Design& design, const std::vector<bool>& cases,
                                          const DiscoveryOptions& options) {
    std::vector<std::uint32_t> left(design.rows());
    std::iota(left.begin(), left.end(), 0u);
    const auto all = static_cast<double>(std::ranges::count(cases, true));
    std::vector<DiscoveredBox> boxes;
    while (boxes.size() < options.boxes && !left.empty()) {
        DiscoveredBox box;
        box.found = prim(design, cases, left, options.prim);
        if (box.found.box.cases == 0) break;
        box.coverage = static_cast<double>(box.found.box.cases) / all;
        box.quasi_p = quasi_p_values(design, cases, left, box.found.box);
        if (options.replicates > 0) add_stability(design, cases, left, boxes.size(), options, box);
        std::erase_if(left, [&](std::uint32_t run) { return box.found.box.holds(design, run); });
        boxes.push_back(std::move(box));
    }
    return boxes;
}

}  // namespace tarazy
