#pragma once

#include "network/affiliations/two_mode_network.hpp"
#include "network/brokerage/blocs.hpp"
#include "network/brokerage/broker_roles.hpp"
#include "network/brokerage/null_tally.hpp"
#include "network/projection/critical_counts.hpp"

#include <span>
#include <vector>

namespace tarazy {

// Roles and bridges held against what chance would give. All draws have a stream of their own, named by seed and number
// of the draw: the same bytes at any number of threads.
// Numbers of roles lie nodes x roles (`BrokerRole`), those of bridges actors x columns (`BridgeCounter`); the places of
// `NullOptions::keep` count so. Draws by margins use the streams of `curveball_draws`, so that number r of the roles
// and of the bridges belong to the same drawn network.

/// Group labels are dealt anew among the nodes of the fixed network (sizes of groups stay): does it matter which group
/// the nodes around a broker belong to? O(draws x arcs x nodes / 64)
[[nodiscard]] NullDraws role_label_null(const BitMatrix& ties, const NodeGroups& groups,
                                        std::span<const std::uint32_t> counts, const NullOptions& options);

/// Ties are exchanged, degrees stay (`Rewiring`). @param tries_per_tie  switches tried a tie before each draw, which
/// all begin at the observed network. O(draws x (tries + arcs x nodes / 64))
[[nodiscard]] NullDraws role_rewiring_null(const Network& network, const NodeGroups& groups,
                                           std::span<const std::uint32_t> counts, std::size_t tries_per_tie,
                                           const NullOptions& options);

/// Memberships are exchanged, every state keeps its number of institutions and every institution its number of members
/// (Curveball); each draw is projected and its backbone taken with the same critical counts as the observed one, which
/// depend on the margins alone. @param counts  of the roles in the backbone of `network`
/// O(draws x (trades + pairs x institutions / 64 + arcs x nodes / 64))
[[nodiscard]] NullDraws role_margin_null(const TwoModeNetwork& network, const CriticalCounts& critical,
                                         const NodeGroups& groups, std::span<const std::uint32_t> counts,
                                         const BitMatrix& cannot_join, const NullOptions& options);

/// Exclusive bridges under the same draws. @param weights  of the observed network, actors x columns
/// O(draws x (trades + pairs of blocs x ties))
[[nodiscard]] NullDraws bridge_margin_null(const TwoModeNetwork& network, const Blocs& blocs,
                                           std::span<const double> weights, const BitMatrix& cannot_join,
                                           const NullOptions& options);

}  // namespace tarazy
