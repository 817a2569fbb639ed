#pragma once

#include "base/work.hpp"
#include "network/graphs/network.hpp"
#include "network/measures/spectral_centrality.hpp"
#include "network/measures/structural_holes.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What a shortest path makes of a node: sums over the r nodes that it reaches (or that reach it).
struct Closeness {
    std::optional<double> reachable;        ///< 1 / sum of distances; nothing for r = 0
    std::optional<double> wasserman_faust;  ///< r/(n-1) * r / sum (Wasserman & Faust 1994, eq. 5.22); nothing for r = 0
    std::optional<double> freeman;          ///< (n-1) / sum (Freeman 1979); nothing unless r = n-1
    std::optional<double> harmonic;         ///< mean of 1 / distance over the n-1 others, 0 for those not reached
};

/// The measures of one node. `*_in` and `*_out` are equal for undirected networks.
struct NodeMeasures {
    std::size_t degree = 0, in_degree = 0, out_degree = 0;  ///< degree of directed networks: both together
    double strength = 0, in_strength = 0, out_strength = 0;
    double betweenness = 0;
    std::optional<double> betweenness_norm;  ///< by the pairs of other nodes; nothing for fewer than three nodes
    Closeness leaving, arriving;
    std::optional<double> eigenvector;
    double pagerank = 0;
    StructuralHoles holes;
    std::size_t coreness = 0;
    std::size_t component = 0;  ///< from 1, in the order of their first nodes; directions are not read
};

struct NodeMeasuresOptions {
    unsigned threads = 0;  ///< 0 = all cores; no number depends on it
    Work work;
};

struct NodeMeasuresResult {
    Network network;
    std::vector<NodeMeasures> nodes;
    std::size_t components = 0;
    std::vector<std::string> notes;  ///< what a reader of the numbers should know
};

/// All measures of all nodes; PageRank with a damping of 0.85.
/// O(nodes (nodes + ties)); see the parts for the details.
[[nodiscard]] NodeMeasuresResult node_measures(Network network, const NodeMeasuresOptions& options = {});

/// A row a node: node, degree, strength, betweenness, betweenness_norm, closeness_igraph, harmonic_norm, eigenvector,
/// pagerank085, constraint, coreness, then what is further known.
[[nodiscard]] Table node_measures_table(const NodeMeasuresResult& result);

}  // namespace tarazy
