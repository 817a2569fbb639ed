#pragma once

#include "base/work.hpp"
#include "network/graphs/network.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What the ideal says of pairs of a core and a peripheral node (Borgatti & Everett 1999, Soc. Networks 21: 375-395).
enum class CoreTies {
    present,  ///< eq. 2: a node is tied to every core node
    absent,   ///< the core is tied to itself alone
    ignored,  ///< eq. 3: nothing
};

struct CorePeripheryOptions {
    CoreTies between = CoreTies::ignored;
    /// Up to so many nodes every core is tried; above, the best of `restarts` searches is taken.
    std::size_t exact_nodes = 20;
    std::size_t restarts = 200;
    std::uint64_t seed = 1;
    unsigned threads = 0;  ///< 0 = all cores; no number depends on it
    Work work;
};

/// The core whose ideal correlates best with the ties.
struct CorePeriphery {
    std::vector<bool> core;  ///< by node
    std::size_t core_size = 0;
    /// Pearson correlation of weights and ideal over pairs of nodes (eq. 1 in its normalised form); nothing when no
    /// core makes it defined: no tie, all pairs alike, fewer than three nodes.
    std::optional<double> correlation;
    bool proved = false;                          ///< every core was tried
    std::size_t restarts = 0, best_restarts = 0;  ///< of a search: how many, and how many ended in the best correlation
};

/// The correlation of one given core; nothing where it is not defined.
[[nodiscard]] std::optional<double> core_correlation(const Network& network, const std::vector<bool>& core,
                                                     CoreTies between);

/// The discrete core of a network, directed or not, weighted or not. Exact by going through all cores, each one node
/// away from the last (Gray code), or a search: from random cores the best move of one node in or out of the core or
/// exchange of two, until none is better; a random core, then, is best by degree in the first of the restarts.
/// Of equally good cores the smallest is taken, then the first in the order of the nodes.
/// Exact: O(2^nodes nodes); search: O(restarts moves nodes^2)
/// @throws LimitError for more than 2,000 nodes
[[nodiscard]] CorePeriphery core_periphery(const Network& network, const CorePeripheryOptions& options = {});

/// node, core (1 or 0)
[[nodiscard]] Table core_table(const Network& network, const CorePeriphery& found);

}  // namespace tarazy
