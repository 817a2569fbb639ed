#pragma once

#include "network/graphs/network.hpp"
#include "network/signed_balance/frustration_search.hpp"

#include <optional>
#include <vector>

namespace tarazy {

struct FrustrationIndex {
    double index = 0;       ///< L(G): weight of the ties that are frustrated; the least possible where `optimal`
    double lower = 0;       ///< what it cannot be below; equal to the index where `optimal`
    bool optimal = false;   ///< is the index proved to be the least?
    double weight = 0;      ///< of all ties
    std::size_t nodes = 0;  ///< left to search after what can be taken away is taken away
    std::uint64_t branches = 0;
    std::vector<std::int8_t> side;  ///< of each node: 1 or -1, the first node of each component on side 1

    /// 1 - 2 L / m: 1 in a balanced network, at least 0 in any (Aref & Wilson 2018). Nothing without ties.
    [[nodiscard]] std::optional<double> normalised() const {
        if (weight <= 0) return std::nullopt;
        return 1 - 2 * index / weight;
    }
};

/// The frustration index, line index of balance (Harary 1959): the least weight of ties whose removal, or change of
/// sign, makes the network balanced; over all divisions of the nodes in two, the least weight of positive ties between
/// the two sides and negative ties within one. A directed network is taken tie by tie, so that two opposite ties
/// between the same nodes count both. Weights may be any numbers above zero.
///
/// Exact where `optimal`. The problem is NP-hard; see `least_frustration` for the search and its limits. An unweighted
/// network of 150 nodes and 1,300 ties takes milliseconds, one that is signed at random may take hours: set a time.
/// @throws Interrupted
[[nodiscard]] FrustrationIndex frustration_index(const Network& network, const FrustrationSearch& search);

/// The largest number of which all weights are multiples, for weights with at most six decimals; else 0.
[[nodiscard]] double weight_step(std::span<const NetworkTie> ties);

}  // namespace tarazy
