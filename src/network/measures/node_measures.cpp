#include "network/measures/node_measures.hpp"

#include "network/measures/coreness.hpp"
#include "network/measures/path_measures.hpp"
#include "network/measures/tie_lists.hpp"
#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

Closeness closeness_of(const PathSums& sums, std::size_t nodes) {
    Closeness closeness;
    if (nodes < 2) return closeness;
    const auto others = static_cast<double>(nodes - 1), reached = static_cast<double>(sums.reached);
    closeness.harmonic = sums.inverses / others;
    if (sums.reached == 0) return closeness;
    closeness.reachable = 1 / sums.distances;
    closeness.wasserman_faust = reached / others * (reached / sums.distances);
    if (sums.reached == nodes - 1) closeness.freeman = others / sums.distances;
    return closeness;
}

/// Number of the component of each node, from 1.
std::vector<std::size_t> weak_components(const TieLists& contacts) {
    std::vector<std::size_t> component(contacts.size());
    std::vector<std::uint32_t> waiting;
    std::size_t last = 0;
    for (std::uint32_t first = 0; first < contacts.size(); ++first) {
        if (component[first] != 0) continue;
        component[first] = ++last;
        waiting.assign(1, first);
        while (!waiting.empty()) {
            const std::uint32_t node = waiting.back();
            waiting.pop_back();
            for (const TieEnd& contact : contacts[node]) {
                if (component[contact.node] != 0) continue;
                component[contact.node] = last;
                waiting.push_back(contact.node);
            }
        }
    }
    return component;
}

void fill_degrees(NodeMeasuresResult& result) {
    const TieLists leaving = leaving_ties(result.network), arriving = arriving_ties(result.network);
    for (std::size_t node = 0; node < result.nodes.size(); ++node) {
        NodeMeasures& measures = result.nodes[node];
        measures.out_degree = leaving[node].size();
        measures.in_degree = arriving[node].size();
        measures.out_strength = leaving.strength(node);
        measures.in_strength = arriving.strength(node);
        const bool both = result.network.directed;
        measures.degree = measures.out_degree + (both ? measures.in_degree : 0);
        measures.strength = measures.out_strength + (both ? measures.in_strength : 0);
    }
}

void fill_paths(NodeMeasuresResult& result, const NodeMeasuresOptions& options) {
    const PathMeasures paths = path_measures(result.network, {options.threads, options.work});
    const std::size_t n = result.nodes.size();
    for (std::size_t node = 0; node < n; ++node) {
        NodeMeasures& measures = result.nodes[node];
        measures.betweenness = paths.betweenness[node];
        if (n > 2) {
            const double pairs = static_cast<double>(n - 1) * static_cast<double>(n - 2);
            measures.betweenness_norm = paths.betweenness[node] / (result.network.directed ? pairs : pairs / 2);
        }
        measures.leaving = closeness_of(paths.leaving[node], n);
        measures.arriving = closeness_of(paths.arriving[node], n);
    }
}

void note_components(NodeMeasuresResult& result) {
    if (result.components < 2) return;
    result.notes.push_back("the network has " + std::to_string(result.components) +
                           " components: closeness_freeman is not defined, closeness_igraph sums over the nodes that "
                           "are reached alone, and eigenvector is 0 outside of the component with the largest "
                           "eigenvalue");
}

}  // namespace

NodeMeasuresResult node_measures(Network network, const NodeMeasuresOptions& options) {
    NodeMeasuresResult result;
    result.network = std::move(network);
    result.nodes.resize(result.network.size());
    fill_degrees(result);
    fill_paths(result, options);
    const auto eigenvector = eigenvector_centrality(result.network, options.work);
    if (!eigenvector && !result.network.ties.empty())
        result.notes.push_back(result.network.directed
                                   ? "eigenvector centrality is not defined: no part of the network leads back to "
                                     "itself, or the search found no answer"
                                   : "eigenvector centrality was not found within the bound of 5,000 restarts");
    const std::vector<double> ranks = pagerank(result.network, 0.85, options.work);
    const std::vector<StructuralHoles> holes = structural_holes(result.network, {options.threads, options.work});
    const std::vector<std::uint32_t> cores = coreness(result.network);
    const std::vector<std::size_t> component = weak_components(contact_ties(result.network));
    for (std::size_t node = 0; node < result.nodes.size(); ++node) {
        NodeMeasures& measures = result.nodes[node];
        if (eigenvector) measures.eigenvector = eigenvector->scores[node];
        measures.pagerank = ranks[node];
        measures.holes = holes[node];
        measures.coreness = cores[node];
        measures.component = component[node];
        result.components = std::max(result.components, component[node]);
    }
    note_components(result);
    return result;
}

Table node_measures_table(const NodeMeasuresResult& result) {
    TableRows rows(TextColumn{"node"}, IntegerColumn{"degree"}, RealColumn{"strength"}, RealColumn{"betweenness"},
                   RealColumn{"betweenness_norm"}, RealColumn{"closeness_igraph"}, RealColumn{"harmonic_norm"},
                   RealColumn{"eigenvector"}, RealColumn{"pagerank085"}, RealColumn{"constraint"},
                   IntegerColumn{"coreness"}, RealColumn{"closeness_wasserman_faust"}, RealColumn{"closeness_freeman"},
                   RealColumn{"effective_size"}, RealColumn{"efficiency"}, RealColumn{"hierarchy"},
                   IntegerColumn{"contacts"}, IntegerColumn{"component"}, IntegerColumn{"in_degree"},
                   IntegerColumn{"out_degree"}, RealColumn{"in_strength"}, RealColumn{"out_strength"},
                   RealColumn{"closeness_in"}, RealColumn{"harmonic_in"});
    for (std::size_t node = 0; node < result.nodes.size(); ++node) {
        const NodeMeasures& of = result.nodes[node];
        rows.add(result.network.names[node], of.degree, of.strength, of.betweenness, of.betweenness_norm,
                 of.leaving.reachable, of.leaving.harmonic, of.eigenvector, of.pagerank, of.holes.constraint,
                 of.coreness, of.leaving.wasserman_faust, of.leaving.freeman, of.holes.effective_size,
                 of.holes.efficiency, of.holes.hierarchy, of.holes.contacts, of.component, of.in_degree, of.out_degree,
                 of.in_strength, of.out_strength, of.arriving.reachable, of.arriving.harmonic);
    }
    return rows.table();
}

}  // namespace tarazy
