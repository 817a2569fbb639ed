#pragma once

#include "network/bit_matrix.hpp"
#include "network/graphs/network.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tarazy {

// Brokerage roles (Gould & Fernandez 1989, Sociological Methodology 19:89-126): v brokers a -> v -> b where a is not b
// and no tie leads from a to b; the role is what groups a, v and b belong to. Undirected ties are two arcs, so that
// each of their triads counts in both directions, as in sna.

enum class BrokerRole : std::uint8_t {
    coordinator,     ///< wI: A-A-A
    itinerant,       ///< wO: A-B-A (consultant)
    representative,  ///< bIO: A-A-B
    gatekeeper,      ///< bOI: A-B-B
    liaison,         ///< bO: A-B-C
    total,           ///< t
};
inline constexpr std::size_t broker_roles = 6;
inline constexpr std::array<std::string_view, broker_roles> broker_role_names = {
    "coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"};

/// Networks of more nodes are refused: the matrix of bits grows with their square.
inline constexpr std::size_t most_broker_nodes = 20'000;

/// Members of each group as a row of bits: groups x nodes.
[[nodiscard]] BitMatrix group_bits(std::span<const std::uint32_t> group, std::size_t groups);

/// Adds every node's counts to `counts`: nodes x roles, in the order of `BrokerRole`.
/// @param ties  who has a tie to whom, without ties to oneself; @param members  `group_bits(group, ...)`
/// O(arcs x nodes / 64); 195 nodes and 18.7 thousand arcs: under 1 ms
void count_broker_roles(const BitMatrix& ties, std::span<const std::uint32_t> group, const BitMatrix& members,
                        std::span<std::uint32_t> counts);

/// The counts of one network, nodes x roles. @throws LimitError for more than `most_broker_nodes` nodes
[[nodiscard]] std::vector<std::uint32_t> broker_role_counts(const Network& network, const NodeGroups& groups);

/// What a node of this group may expect, and how much that varies, when arcs come and go by chance.
struct RoleExpectation {
    std::array<double, broker_roles> expected{}, sd{};
};

/// The closed form for every group (Gould & Fernandez 1989, appendix; equal to sna 2.7-1 at the level of nodes): each
/// of the n(n-1) arcs is there with probability d, the observed density, independent of all others. A triad has
/// probability p = d^2 (1-d); of M possible triads of a role the mean is M p, the variance
/// M p (1-p) + C d^3 (1-d)^3, where C counts ordered pairs of triads that share the arc in or the arc out.
/// The null keeps neither degrees nor clustering: on dense or clustered networks the deviation from it says how
/// clustered they are, and hardly who brokers.
/// @param arcs  twice the ties of an undirected network. O(groups^2)
[[nodiscard]] std::vector<RoleExpectation> role_expectations(std::span<const std::uint32_t> group_sizes,
                                                             std::size_t arcs);

/// Nodes of each group.
[[nodiscard]] std::vector<std::uint32_t> group_sizes(std::span<const std::uint32_t> group, std::size_t groups);

}  // namespace tarazy
