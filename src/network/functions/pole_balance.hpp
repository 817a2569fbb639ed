#pragma once

#include "network/bit_matrix.hpp"
#include "network/brokerage/blocs.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// How a state's shared institutions divide among the poles.
struct PoleBalance {
    std::vector<double> shares;  ///< s_G = a_G / sum over poles; of each pole
    std::optional<double>
        entropy;  ///< -sum s_G ln s_G / ln(poles): 1 = even (Shannon 1948; Pielou 1966, J. theor. Biol. 13:131)
    /// (s_G - s_H) / (s_G + s_H) of every two poles, in the order of `Blocs::pairs`; nothing where both are 0
    std::vector<std::optional<double>> differences;
};

/// Shared institutions of states and poles. a_iG is the number of institutions that state i shares with a member of
/// pole G, as a mean over its members, so that a pole of four counts no more than one of one. Counted in whole numbers,
/// so that removing and adding the same institution gives back the same bytes.
class SharedWithPoles {
public:
    /// @param ties  states x institutions
    /// O(states x institutions)
    SharedWithPoles(const BitMatrix& ties, const Blocs& blocs);

    /// The balance of a state when these institutions are taken away. Nothing for a state that is in a pole itself, and
    /// for one that shares no institution with any. O(removed + poles^2)
    [[nodiscard]] std::optional<PoleBalance> balance(std::uint32_t state, std::span<const std::uint32_t> removed) const;

private:
    const BitMatrix* ties_;
    Blocs blocs_;
    std::vector<std::uint32_t> sizes_;   ///< members of each pole
    std::vector<std::uint32_t> inside_;  ///< institutions x poles: members of the pole in it
    std::vector<std::uint32_t> shared_;  ///< states x poles: summed over the pole's members
};

}  // namespace tarazy
