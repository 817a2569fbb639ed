#pragma once

#include "network/affiliations/two_mode_network.hpp"
#include "network/graphs/network.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// The community of each node: numbers from 0, in the order of their first nodes once numbered.
using Partition = std::vector<std::uint32_t>;

/// The same communities, numbered from 0 in the order of their first nodes.
[[nodiscard]] Partition numbered_partition(std::span<const std::uint32_t> community);
[[nodiscard]] std::size_t count_communities(std::span<const std::uint32_t> community);

/// Modularity of a partition (Newman 2006, PNAS 103: 8577, weighted) with a resolution (Reichardt & Bornholdt 2006, PRE
/// 74: 016110): sum over communities of w_c / w - resolution (s_c / 2w)^2, w being the sum of all weights, w_c that of
/// ties within and s_c that of strengths. Directed: w_c / w - resolution s_out s_in / w^2 (Leicht & Newman 2008, PRL
/// 100: 118703). Nothing for a network without a tie. O(nodes + ties)
[[nodiscard]] std::optional<double> modularity(const Network& network, std::span<const std::uint32_t> community,
                                               double resolution = 1);

/// Modularity of communities of actors and institutions (Barber 2007, PRE 76: 066102, eq. 15-17): the mean over ties of
/// (1 within a community), less resolution k_i d_j / m^2 summed over all pairs of actor and institution within.
/// @param community  of the actors, then of the institutions. Nothing without a tie. O(actors x institutions / 64 +
/// ties)
[[nodiscard]] std::optional<double> two_mode_modularity(const TwoModeNetwork& network,
                                                        std::span<const std::uint32_t> community,
                                                        double resolution = 1);

/// Adjusted Rand index of two partitions (Hubert & Arabie 1985, J. Classif. 2: 193, eq. 5): 1 when they are the same, 0
/// in the mean when they have nothing in common. Two partitions that are both one community, or both all single nodes,
/// are the same. O(nodes log nodes) @pre both are of the same nodes
[[nodiscard]] double adjusted_rand_index(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

/// Mean adjusted Rand index of all pairs; nothing for fewer than two. O(distinct^2 nodes log nodes)
[[nodiscard]] std::optional<double> mean_agreement(std::span<const Partition> partitions);

}  // namespace tarazy
