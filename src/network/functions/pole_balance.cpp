#include "network/functions/pole_balance.hpp"

#include "network/functions/carried_functions.hpp"

#include <cmath>

namespace tarazy {

SharedWithPoles::SharedWithPoles(const BitMatrix& ties, const Blocs& blocs)
    : ties_(&ties),
      blocs_(blocs),
      sizes_(blocs.names.size()),
      inside_(ties.columns() * blocs.names.size()),
      shared_(ties.rows() * blocs.names.size()) {
    const std::size_t poles = blocs_.names.size();
    for (std::size_t state = 0; state < ties.rows(); ++state) {
        const std::uint32_t own = blocs_.bloc[state];
        if (own == Blocs::none) continue;
        ++sizes_[own];
        for (const std::uint32_t e : shared_places(ties.row(state), ties.row(state))) ++inside_[e * poles + own];
    }
    for (std::size_t state = 0; state < ties.rows(); ++state)
        for (const std::uint32_t e : shared_places(ties.row(state), ties.row(state)))
            for (std::size_t pole = 0; pole < poles; ++pole) shared_[state * poles + pole] += inside_[e * poles + pole];
}

std::optional<PoleBalance> SharedWithPoles::balance(std::uint32_t state, std::span<const std::uint32_t> removed) const {
    if (blocs_.bloc[state] != Blocs::none) return std::nullopt;
    const std::size_t poles = blocs_.names.size();
    PoleBalance result;
    double sum = 0;
    for (std::size_t pole = 0; pole < poles; ++pole) {
        std::uint32_t shared = shared_[state * poles + pole];
        for (const std::uint32_t e : removed)
            if ((*ties_)(state, e)) shared -= inside_[e * poles + pole];
        result.shares.push_back(sizes_[pole] == 0 ? 0 : static_cast<double>(shared) / sizes_[pole]);
        sum += result.shares.back();
    }
    if (sum <= 0) return std::nullopt;
    double entropy = 0;
    for (double& share : result.shares) {
        share /= sum;
        if (share > 0) entropy -= share * std::log(share);
    }
    if (poles > 1) result.entropy = entropy / std::log(static_cast<double>(poles));
    for (const auto& [one, other] : blocs_.pairs()) {
        const double both = result.shares[one] + result.shares[other];
        result.differences.push_back(both > 0 ? std::optional((result.shares[one] - result.shares[other]) / both)
                                              : std::nullopt);
    }
    return result;
}

}  // namespace tarazy
