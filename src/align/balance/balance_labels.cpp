#include "align/balance/balance_labels.hpp"

#include "align/balance/composition.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tarazy {
namespace {

/// What the domains of one draw have in common.
struct NearestPoles {
    std::optional<std::size_t> same;  ///< nearest in every domain
    bool differ = false;              ///< two domains have different nearest poles
};

NearestPoles nearest_poles(std::span<const CompositionDraws> domains, std::size_t draw) {
    NearestPoles result;
    bool everywhere = true;
    for (const CompositionDraws& domain : domains) {
        const auto nearest = largest_part(domain.at(draw));
        everywhere = everywhere && nearest;
        if (!nearest) continue;
        if (result.same && *result.same != *nearest) result.differ = true;
        if (!result.same) result.same = nearest;
    }
    if (!everywhere || result.differ) result.same.reset();
    return result;
}

}  // namespace

double equidistance_threshold(std::size_t poles) {
    assert(poles >= 2);
    std::vector<double> twice(poles, 1 / static_cast<double>(poles + 1));
    twice.front() *= 2;
    return std::ceil(evenness(twice) * 100) / 100;
}

HedgeDraws hedge_draws(std::span<const CompositionDraws> domains, std::span<const double> weights,
                       const CompositionDraws& overall, const LabelThresholds& thresholds) {
    const std::size_t poles = overall.poles;
    const std::size_t draws = joint_draws(domains);
    HedgeDraws result;
    result.probabilities.aligned.assign(poles, 0);
    const auto of_all = [draws](std::size_t count) { return static_cast<double>(count) / static_cast<double>(draws); };
    std::size_t equidistant = 0, specialised = 0;
    std::vector<std::size_t> aligned(poles, 0);
    std::vector<double> rows(domains.size() * poles);
    for (std::size_t d = 0; d < draws; ++d) {
        bool even = true;
        for (std::size_t m = 0; m < domains.size(); ++m) {
            const auto parts = domains[m].at(d);
            std::ranges::copy(parts, rows.begin() + static_cast<std::ptrdiff_t>(m * poles));
            even = even && evenness(parts) >= thresholds.evenness;
        }
        const HedgeDecomposition hedge = hedge_decomposition(rows, poles, weights);
        result.total.push_back(hedge.total);
        result.within.push_back(hedge.within);
        result.between.push_back(hedge.between);
        const NearestPoles nearest = nearest_poles(domains, d);
        equidistant += even ? 1 : 0;
        specialised += hedge.between > thresholds.between && nearest.differ ? 1 : 0;
        if (nearest.same && evenness(overall.at(d)) < thresholds.evenness) ++aligned[*nearest.same];
    }
    result.probabilities.equidistant = of_all(equidistant);
    result.probabilities.specialised = of_all(specialised);
    for (std::size_t p = 0; p < poles; ++p) {
        result.probabilities.aligned[p] = of_all(aligned[p]);
    }
    return result;
}

std::string balance_label(const LabelProbabilities& probabilities, std::span<const std::string> poles, double needed) {
    if (probabilities.equidistant >= needed) return "equidistant";
    if (probabilities.specialised >= needed) return "specialised";
    for (std::size_t p = 0; p < poles.size(); ++p) {
        if (probabilities.aligned[p] >= needed) return "aligned:" + poles[p];
    }
    return "";
}

}  // namespace tarazy
