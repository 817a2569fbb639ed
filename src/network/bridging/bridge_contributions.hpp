#pragma once

#include "network/bit_matrix.hpp"
#include "network/brokerage/blocs.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// What every institution adds to the exclusive bridges of the states (`exclusive_bridges.hpp`), so that a network in
/// which institutions count several times, or not at all, needs only a weighted sum.
class BridgeContributions {
public:
    /// O(pairs x actors x institutions)
    BridgeContributions(const BitMatrix& ties, const Blocs& blocs);

    [[nodiscard]] std::size_t pairs() const noexcept { return pairs_; }
    /// Of each institution for this state and pair of blocs (in the order of `Blocs::pairs`); 0 where it is no bridge.
    [[nodiscard]] std::span<const double> of(std::size_t pair, std::uint32_t state) const noexcept {
        return {shares_.data() + (pair * actors_ + state) * institutions_, institutions_};
    }
    /// Bridges of a state between two blocs when institution e counts `times[e]` times. O(institutions)
    [[nodiscard]] double bridges(std::size_t pair, std::uint32_t state, std::span<const double> times) const noexcept;
    /// The sum over all pairs.
    [[nodiscard]] double all_bridges(std::uint32_t state, std::span<const double> times) const noexcept;
    /// Through how many institutions the state bridges any two blocs.
    [[nodiscard]] std::size_t bridging_institutions(std::uint32_t state) const noexcept;

private:
    std::size_t pairs_ = 0, actors_ = 0, institutions_ = 0;
    std::vector<double> shares_;  ///< pairs x actors x institutions
    std::vector<double> sums_;    ///< actors x institutions: over all pairs
};

}  // namespace tarazy
