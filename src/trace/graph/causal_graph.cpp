#include "trace/graph/causal_graph.hpp"

#include "base/text_lists.hpp"
#include "trace/chronology/chronology_links.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace tarazy {
namespace {

using NodePair = std::pair<GraphNode, GraphNode>;

/// @param pairs  sorted, each once
NeighbourLists lists_of_pairs(std::size_t nodes, std::span<const NodePair> pairs) {
    NeighbourLists lists;
    lists.start.assign(nodes + 1, 0);
    lists.nodes.reserve(pairs.size());
    for (const auto& [at, neighbour] : pairs) {
        ++lists.start[at + 1];
        lists.nodes.push_back(neighbour);
    }
    std::partial_sum(lists.start.begin(), lists.start.end(), lists.start.begin());
    return lists;
}

void sort_once(std::vector<NodePair>& pairs) {
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

std::vector<NodePair> turned_round(std::vector<NodePair> pairs) {
    for (auto& [a, b] : pairs) std::swap(a, b);
    std::ranges::sort(pairs);
    return pairs;
}

std::vector<std::string> all_names(const CausalGraphParts& parts) {
    std::set<std::string> names(parts.names.begin(), parts.names.end());
    for (const auto* pairs : {&parts.arrows, &parts.arcs}) {
        for (const auto& [a, b] : *pairs) names.insert({a, b});
    }
    for (const auto* role : {&parts.exposures, &parts.outcomes, &parts.adjusted, &parts.latent})
        names.insert(role->begin(), role->end());
    return {names.begin(), names.end()};
}

GraphNode node_called(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<GraphNode>(std::ranges::lower_bound(names, name) - names.begin());
}

std::vector<NodePair> pairs_of_names(const std::vector<std::string>& names,
                                     std::span<const CausalGraphParts::NamedPair> named) {
    std::vector<NodePair> pairs;
    pairs.reserve(named.size());
    for (const auto& [a, b] : named) pairs.emplace_back(node_called(names, a), node_called(names, b));
    sort_once(pairs);
    return pairs;
}

std::vector<GraphNode> nodes_called(const std::vector<std::string>& names, std::span<const std::string> chosen) {
    std::vector<GraphNode> nodes;
    for (const std::string& name : chosen) nodes.push_back(node_called(names, name));
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

/// Causes before effects (Kahn 1962), the first by name where several may come next; shorter than the nodes when there
/// is a circle.
std::vector<GraphNode> order_by_causes(const CausalGraph& graph) {
    std::vector<std::uint32_t> waiting(graph.size());
    std::set<GraphNode> ready;
    for (GraphNode v = 0; v < graph.size(); ++v) {
        waiting[v] = static_cast<std::uint32_t>(graph.parents[v].size());
        if (waiting[v] == 0) ready.insert(v);
    }
    std::vector<GraphNode> order;
    while (!ready.empty()) {
        const GraphNode v = *ready.begin();
        ready.erase(ready.begin());
        order.push_back(v);
        for (const GraphNode child : graph.children[v])
            if (--waiting[child] == 0) ready.insert(child);
    }
    return order;
}

[[noreturn]] void refuse_circle(const CausalGraph& graph) {
    std::vector<ChronologyLink> links;
    for (GraphNode v = 0; v < graph.size(); ++v) {
        for (const GraphNode child : graph.children[v]) {
            ChronologyLink link;
            link.from = graph.names[v];
            link.to = graph.names[child];
            links.push_back(std::move(link));
        }
    }
    throw InputError(Problem{{},
                             0,
                             0,
                             "links run in a circle: " + joined(circles(links).at(0).ids, " -> "),
                             "nothing leads back to itself; take out or turn round one of these links"});
}

void refuse_own_neighbours(const CausalGraphParts& parts) {
    for (const auto* pairs : {&parts.arrows, &parts.arcs}) {
        for (const auto& [a, b] : *pairs) {
            if (a == b)
                throw InputError(Problem{
                    {}, 0, 0, "'" + a + "' is linked to itself", "take the link out, or correct one of its ends"});
        }
    }
}

std::vector<char> reached(const NeighbourLists& lists, std::size_t size, std::span<const GraphNode> from,
                          const std::vector<char>& stops) {
    std::vector<char> flags = flags_of(size, from);
    std::vector<GraphNode> open(from.begin(), from.end());
    while (!open.empty()) {
        const GraphNode v = open.back();
        open.pop_back();
        for (const GraphNode next : lists[v]) {
            if (flags[next] != 0) continue;
            flags[next] = 1;
            if (stops.empty() || stops[next] == 0) open.push_back(next);
        }
    }
    return flags;
}

}  // namespace

std::optional<GraphNode> CausalGraph::find(std::string_view name) const {
    const auto at = std::ranges::lower_bound(names, name);
    if (at == names.end() || *at != name) return std::nullopt;
    return static_cast<GraphNode>(at - names.begin());
}

CausalGraph causal_graph(const CausalGraphParts& parts) {
    refuse_own_neighbours(parts);
    CausalGraph graph;
    graph.names = all_names(parts);
    const std::vector<NodePair> arrows = pairs_of_names(graph.names, parts.arrows);
    std::vector<NodePair> arcs = pairs_of_names(graph.names, parts.arcs);
    const std::vector<NodePair> other_way = turned_round(arcs);
    arcs.insert(arcs.end(), other_way.begin(), other_way.end());
    sort_once(arcs);
    graph.children = lists_of_pairs(graph.size(), arrows);
    graph.parents = lists_of_pairs(graph.size(), turned_round(arrows));
    graph.siblings = lists_of_pairs(graph.size(), arcs);
    graph.exposures = nodes_called(graph.names, parts.exposures);
    graph.outcomes = nodes_called(graph.names, parts.outcomes);
    graph.adjusted = nodes_called(graph.names, parts.adjusted);
    graph.latent = nodes_called(graph.names, parts.latent);
    graph.order = order_by_causes(graph);
    if (graph.order.size() < graph.size()) refuse_circle(graph);
    return graph;
}

CausalGraphParts graph_parts(std::span<const ChronologyLink> links, std::span<const std::string> ids) {
    CausalGraphParts parts;
    parts.names.assign(ids.begin(), ids.end());
    for (const ChronologyLink& link : links) parts.arrows.emplace_back(link.from, link.to);
    return parts;
}

CausalGraphParts parts_of(const CausalGraph& graph) {
    CausalGraphParts parts;
    parts.names = graph.names;
    for (GraphNode v = 0; v < graph.size(); ++v) {
        for (const GraphNode child : graph.children[v]) parts.arrows.emplace_back(graph.names[v], graph.names[child]);
        for (const GraphNode other : graph.siblings[v])
            if (v < other) parts.arcs.emplace_back(graph.names[v], graph.names[other]);
    }
    const auto put = [&graph](std::vector<std::string>& role, const std::vector<GraphNode>& nodes) {
        for (const GraphNode v : nodes) role.push_back(graph.names[v]);
    };
    put(parts.exposures, graph.exposures);
    put(parts.outcomes, graph.outcomes);
    put(parts.adjusted, graph.adjusted);
    put(parts.latent, graph.latent);
    return parts;
}

std::vector<ChronologyLink> read_links_alone(const Table& links, std::vector<std::string>& warnings) {
    const std::vector<std::string> needed = {"from", "to", "type", "basis"};
    require_columns(links, needed);
    std::set<std::string> ends;
    for (const char* column : {"from", "to"}) {
        for (std::string& end : require_texts(links, column)) ends.insert(std::move(end));
    }
    ends.erase("");
    const std::vector<std::string> ids(ends.begin(), ends.end());
    Diagnostics diagnostics;
    std::vector<ChronologyLink> read = read_links(links, ids, {}, diagnostics, warnings);
    diagnostics.throw_if_any();
    return read;
}

CausalGraph without_arrows(const CausalGraph& graph, const std::vector<char>& left_out) {
    CausalGraph kept = graph;
    std::vector<NodePair> arrows;
    for (GraphNode v = 0; v < graph.size(); ++v) {
        for (std::uint32_t k = graph.children.start[v]; k < graph.children.start[v + 1]; ++k)
            if (left_out[k] == 0) arrows.emplace_back(v, graph.children.nodes[k]);
    }
    kept.children = lists_of_pairs(graph.size(), arrows);
    kept.parents = lists_of_pairs(graph.size(), turned_round(arrows));
    return kept;
}

CausalGraph part_of_graph(const CausalGraph& graph, const std::vector<char>& kept, std::vector<GraphNode>& original) {
    original = nodes_flagged(kept);
    std::vector<GraphNode> place(graph.size());
    for (GraphNode i = 0; i < original.size(); ++i) place[original[i]] = i;
    CausalGraph part;
    for (const GraphNode v : original) part.names.push_back(graph.names[v]);
    for (const auto lists : {&CausalGraph::parents, &CausalGraph::children, &CausalGraph::siblings}) {
        std::vector<NodePair> pairs;
        for (const GraphNode v : original) {
            for (const GraphNode other : (graph.*lists)[v])
                if (kept[other] != 0) pairs.emplace_back(place[v], place[other]);
        }
        part.*lists = lists_of_pairs(part.size(), pairs);
    }
    for (const auto nodes : {&CausalGraph::order, &CausalGraph::exposures, &CausalGraph::outcomes,
                             &CausalGraph::adjusted, &CausalGraph::latent}) {
        for (const GraphNode v : graph.*nodes)
            if (kept[v] != 0) (part.*nodes).push_back(place[v]);
    }
    return part;
}

CausalGraph with_roles(CausalGraph graph, std::span<const GraphNode> exposures, std::span<const GraphNode> outcomes) {
    graph.exposures.assign(exposures.begin(), exposures.end());
    graph.outcomes.assign(outcomes.begin(), outcomes.end());
    for (auto* role : {&graph.exposures, &graph.outcomes}) {
        std::ranges::sort(*role);
        role->erase(std::unique(role->begin(), role->end()), role->end());
    }
    return graph;
}

std::vector<char> flags_of(std::size_t nodes, std::span<const GraphNode> chosen) {
    std::vector<char> flags(nodes, 0);
    for (const GraphNode v : chosen) flags[v] = 1;
    return flags;
}

std::vector<GraphNode> nodes_flagged(const std::vector<char>& flags) {
    std::vector<GraphNode> nodes;
    for (GraphNode v = 0; v < flags.size(); ++v)
        if (flags[v] != 0) nodes.push_back(v);
    return nodes;
}

std::vector<char> descendants_of(const CausalGraph& graph, std::span<const GraphNode> nodes,
                                 const std::vector<char>& stops) {
    return reached(graph.children, graph.size(), nodes, stops);
}

std::vector<char> ancestors_of(const CausalGraph& graph, std::span<const GraphNode> nodes,
                               const std::vector<char>& stops) {
    return reached(graph.parents, graph.size(), nodes, stops);
}

std::vector<char> proper_causal_nodes(const CausalGraph& graph) {
    const std::vector<char> exposed = flags_of(graph.size(), graph.exposures);
    // A path from one exposure through another is not proper: neither search goes on behind an exposure.
    std::vector<char> between = descendants_of(graph, graph.exposures, exposed);
    const std::vector<char> leads = ancestors_of(graph, graph.outcomes, exposed);
    for (std::size_t v = 0; v < between.size(); ++v) between[v] = between[v] && leads[v] && !exposed[v] ? 1 : 0;
    return between;
}

}  // namespace tarazy
