#pragma once

#include "network/affiliations/two_mode_network.hpp"
#include "network/brokerage/blocs.hpp"
#include "network/brokerage/broker_measures.hpp"
#include "network/brokerage/broker_roles.hpp"
#include "network/brokerage/exclusive_bridges.hpp"
#include "network/brokerage/null_tally.hpp"
#include "table/table.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Counts held against the closed form (`role_expectations`); p is the upper tail of the normal distribution at z,
/// which is rough where few triads are expected. z and p are none where sd = 0. O(nodes)
[[nodiscard]] std::vector<NullStanding> closed_form_standings(std::span<const std::uint32_t> counts,
                                                              const NodeGroups& groups, std::size_t arcs);

/// `node,group,role,raw,expected,sd,z,p,halved`: a row a node and role. @param directed  otherwise `halved` counts each
/// undirected triad once (for representative and gatekeeper: half a triad each); with directions it is missing
[[nodiscard]] Table role_table(std::span<const std::string> nodes, const NodeGroups& groups,
                               std::span<const std::uint32_t> counts, std::span<const NullStanding> standings,
                               bool directed);

/// `node,group,degree,betweenness,everett_valente,participation,participation_norm,cross_group,cross_group_norm`
[[nodiscard]] Table broker_measure_table(std::span<const std::string> nodes, const NodeGroups& groups,
                                         std::span<const BrokerMeasures> measures);

/// `node,bloc_a,bloc_b,institutions,raw,expected,sd,z,p,through`: a row a state and pair of blocs to neither of which
/// it belongs, then one for all its pairs together, with empty blocs. `raw` are the exclusive bridges, `through` the
/// institutions.
[[nodiscard]] Table bridge_table(const TwoModeNetwork& network, const Blocs& blocs, const ExclusiveBridges& bridges,
                                 std::span<const NullStanding> standings);

}  // namespace tarazy
