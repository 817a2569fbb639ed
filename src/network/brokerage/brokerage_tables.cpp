#include "network/brokerage/brokerage_tables.hpp"

#include "stats/normal.hpp"
#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<std::string> names_through(const TwoModeNetwork& network, std::span<const BridgeInstitution> bridges,
                                       const std::pair<std::uint32_t, std::uint32_t>* pair) {
    std::vector<std::string> names;
    for (const BridgeInstitution& bridge : bridges)
        if (pair == nullptr || (bridge.one == pair->first && bridge.other == pair->second))
            names.push_back(network.institutions[bridge.institution]);
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace

std::vector<NullStanding> closed_form_standings(std::span<const std::uint32_t> counts, const NodeGroups& groups,
                                                std::size_t arcs) {
    const auto expectations = role_expectations(group_sizes(groups.group, groups.names.size()), arcs);
    std::vector<NullStanding> standings;
    standings.reserve(counts.size());
    for (std::size_t at = 0; at < counts.size(); ++at) {
        const RoleExpectation& own = expectations[groups.group[at / broker_roles]];
        NullStanding standing{own.expected[at % broker_roles], own.sd[at % broker_roles], std::nullopt, std::nullopt};
        if (standing.sd > 0) {
            standing.z = (counts[at] - standing.expected) / standing.sd;
            standing.p = normal_cdf(-*standing.z);
        }
        standings.push_back(standing);
    }
    return standings;
}

Table role_table(std::span<const std::string> nodes, const NodeGroups& groups, std::span<const std::uint32_t> counts,
                 std::span<const NullStanding> standings, bool directed) {
    TableRows rows(TextColumn{"node"}, TextColumn{"group"}, TextColumn{"role"}, IntegerColumn{"raw"},
                   RealColumn{"expected"}, RealColumn{"sd"}, RealColumn{"z"}, RealColumn{"p"}, RealColumn{"halved"});
    for (std::size_t at = 0; at < counts.size(); ++at) {
        const std::size_t node = at / broker_roles;
        const NullStanding& one = standings[at];
        rows.add(nodes[node], groups.names[groups.group[node]], broker_role_names[at % broker_roles], counts[at],
                 one.expected, one.sd, one.z, one.p, directed ? std::nullopt : std::optional<double>(counts[at] / 2.0));
    }
    return rows.table();
}

Table broker_measure_table(std::span<const std::string> nodes, const NodeGroups& groups,
                           std::span<const BrokerMeasures> measures) {
    TableRows rows(TextColumn{"node"}, TextColumn{"group"}, IntegerColumn{"degree"}, RealColumn{"betweenness"},
                   RealColumn{"everett_valente"}, RealColumn{"participation"}, RealColumn{"participation_norm"},
                   RealColumn{"cross_group"}, RealColumn{"cross_group_norm"});
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        const BrokerMeasures& one = measures[node];
        rows.add(nodes[node], groups.names[groups.group[node]], one.degree, one.betweenness, one.everett_valente,
                 one.participation, one.participation_norm, one.cross_group, one.cross_group_norm);
    }
    return rows.table();
}

Table bridge_table(const TwoModeNetwork& network, const Blocs& blocs, const ExclusiveBridges& bridges,
                   std::span<const NullStanding> standings) {
    TableRows rows(TextColumn{"node"}, TextColumn{"bloc_a"}, TextColumn{"bloc_b"}, IntegerColumn{"institutions"},
                   RealColumn{"raw"}, RealColumn{"expected"}, RealColumn{"sd"}, RealColumn{"z"}, RealColumn{"p"},
                   ListColumn{"through"});
    const auto pairs = blocs.pairs();
    for (std::uint32_t state = 0; state < network.actors.size(); ++state) {
        const auto named = bridge_institutions(network, blocs, state);
        const std::uint32_t own = blocs.bloc[state];
        bool any = false;
        for (std::size_t column = 0; column < bridges.columns; ++column) {
            const bool all = column == pairs.size();
            if (!all && own != Blocs::none && (own == pairs[column].first || own == pairs[column].second)) continue;
            if (all && !any) continue;  // a member of each bloc there is
            any = true;
            const std::size_t at = state * bridges.columns + column;
            const NullStanding& one = standings[at];
            rows.add(network.actors[state], all ? "" : blocs.names[pairs[column].first],
                     all ? "" : blocs.names[pairs[column].second], bridges.institutions[at], bridges.weights[at],
                     one.expected, one.sd, one.z, one.p, names_through(network, named, all ? nullptr : &pairs[column]));
        }
    }
    return rows.table();
}

}  // namespace tarazy
