#include "text/counts/disparity_backbone.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {

std::vector<double> disparity(std::span<const WeightedTie> ties, std::size_t nodes) {
    std::vector<double> strength(nodes, 0.0), degree(nodes, 0.0);
    for (const WeightedTie& tie : ties) {
        for (const std::uint32_t end : {tie.a, tie.b}) {
            strength[end] += tie.weight;
            ++degree[end];
        }
    }
    std::vector<double> alpha;
    alpha.reserve(ties.size());
    for (const WeightedTie& tie : ties) {
        const auto at = [&](std::uint32_t end) {
            return std::pow(std::max(0.0, 1 - tie.weight / strength[end]), degree[end] - 1);
        };
        alpha.push_back(std::min(at(tie.a), at(tie.b)));
    }
    return alpha;
}

}  // namespace tarazy
