#pragma once

#include "network/graph_files/graph_file.hpp"
#include "network/graphs/network.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// The one-mode network of a graph file, nodes in byte order of their names (labels where every node has one of its
/// own, else ids). Weights below zero are negative ties; where `with_signs` is not asked for they are an error.
/// @param path  of the file, for messages
/// @param warnings  what was left out: attributes, spells, ties from a node to itself; repeated equal ties count once
/// @throws InputError: two modes, no sign asked for but negative weights, repeats that differ, undirected ties in a
/// network that is read as directed are two arcs; directed ties in an undirected one must agree in both directions
[[nodiscard]] Network network_from_graph_file(const GraphFile& graph, const std::string& path,
                                              const NetworkReading& reading, std::vector<std::string>& warnings);

}  // namespace tarazy
