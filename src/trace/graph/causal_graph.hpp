#pragma once

#include "table/table.hpp"
#include "trace/chronology/chronology.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// A node of a graph: its place among the names.
using GraphNode = std::uint32_t;

/// The neighbours of every node in one array (compressed sparse rows): those of node v are `nodes[start[v]]` up to
/// `nodes[start[v + 1]]`, in order.
struct NeighbourLists {
    std::vector<std::uint32_t> start;
    std::vector<GraphNode> nodes;

    [[nodiscard]] std::span<const GraphNode> operator[](GraphNode v) const noexcept {
        return {nodes.data() + start[v], nodes.data() + start[v + 1]};
    }
};

/// What a causal graph is made of, by names.
struct CausalGraphParts {
    using NamedPair = std::pair<std::string, std::string>;
    std::vector<std::string> names;  ///< nodes; the ends of arrows and arcs need not be among them
    std::vector<NamedPair> arrows;   ///< from cause to effect
    std::vector<NamedPair> arcs;     ///< `<->`: an unobserved cause of both
    std::vector<std::string> exposures, outcomes, adjusted, latent;
};

/// A directed acyclic graph with bidirected arcs (an acyclic directed mixed graph, Richardson 2003). Nodes stand in
/// the byte order of their names, so that the same graph gives the same answers whatever the order of its rows.
struct CausalGraph {
    std::vector<std::string> names;
    NeighbourLists parents, children;
    NeighbourLists siblings;       ///< other ends of arcs
    std::vector<GraphNode> order;  ///< every cause before its effects
    /// Roles, each in order. Latent nodes are never part of a set to be observed.
    std::vector<GraphNode> exposures, outcomes, adjusted, latent;

    [[nodiscard]] std::size_t size() const noexcept { return names.size(); }
    [[nodiscard]] std::size_t arrows() const noexcept { return children.nodes.size(); }
    [[nodiscard]] std::size_t arcs() const noexcept { return siblings.nodes.size() / 2; }
    /// O(log nodes)
    [[nodiscard]] std::optional<GraphNode> find(std::string_view name) const;
};

/// The graph of these parts; repeated arrows, arcs and roles count once.
/// O((nodes + arrows + arcs) log nodes).
/// @throws InputError for a circle (named), an arrow or arc from a node to itself
[[nodiscard]] CausalGraph causal_graph(const CausalGraphParts& parts);

/// Parts of the graph of a chronology: an arrow a link. @param ids  of all events, also those that no link touches
[[nodiscard]] CausalGraphParts graph_parts(std::span<const ChronologyLink> links, std::span<const std::string> ids);

/// The parts of a graph, sorted.
[[nodiscard]] CausalGraphParts parts_of(const CausalGraph& graph);

/// Links of a table `from,to,type,basis[,stated_in]` that stands alone, without the chronology of its events.
/// @throws InputError as `read_chronology` does for links, but for what only events and dates can show
[[nodiscard]] std::vector<ChronologyLink> read_links_alone(const Table& links, std::vector<std::string>& warnings);

/// The same graph without the arrows for which `left_out[k]` is set, k counting `children.nodes`. O(nodes + arrows)
[[nodiscard]] CausalGraph without_arrows(const CausalGraph& graph, const std::vector<char>& left_out);

/// The nodes flagged here with the links among them, in the same order; their roles too. O(nodes + arrows + arcs)
/// @param original  becomes the place of each of its nodes in the whole graph
[[nodiscard]] CausalGraph part_of_graph(const CausalGraph& graph, const std::vector<char>& kept,
                                        std::vector<GraphNode>& original);

/// The same graph with these nodes in the roles.
[[nodiscard]] CausalGraph with_roles(CausalGraph graph, std::span<const GraphNode> exposures,
                                     std::span<const GraphNode> outcomes);

/// A flag a node: is it one of these?
[[nodiscard]] std::vector<char> flags_of(std::size_t nodes, std::span<const GraphNode> chosen);
/// The nodes whose flag is set, in order.
[[nodiscard]] std::vector<GraphNode> nodes_flagged(const std::vector<char>& flags);

/// Flags of the nodes themselves and what they lead to. @param stops  paths do not go on behind nodes flagged here
/// (the nodes of the start do); empty for none. O(nodes + arrows)
[[nodiscard]] std::vector<char> descendants_of(const CausalGraph& graph, std::span<const GraphNode> nodes,
                                               const std::vector<char>& stops = {});
/// Flags of the nodes themselves and what leads to them.
[[nodiscard]] std::vector<char> ancestors_of(const CausalGraph& graph, std::span<const GraphNode> nodes,
                                             const std::vector<char>& stops = {});

/// Flags of the nodes on proper causal paths behind their exposure: directed paths from an exposure to an outcome that
/// meet no second exposure (van der Zander, Liskiewicz & Textor 2014, definition 3).
[[nodiscard]] std::vector<char> proper_causal_nodes(const CausalGraph& graph);

}  // namespace tarazy
