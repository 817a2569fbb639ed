#pragma once

#include "network/graph_files/graph_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Reads GraphML (Brandes, Eiglsperger, Lerner & Pich 2013): keys with types and defaults, directed and undirected ties
/// side by side. The key `weight` of ties is their weight, `sign` (1, -1) its sign, `spells` of nodes and ties their
/// spells, a boolean `type` of nodes that all ties cross the two modes (the custom of igraph).
/// @param warnings  what was not read: nested graphs, hyperedges, ports, data of the graph itself, extensions
/// @throws InputError with line and character; LimitError
[[nodiscard]] GraphFile read_graphml(std::string_view bytes, const std::string& path,
                                     std::vector<std::string>& warnings);
/// Holds everything.
[[nodiscard]] std::string write_graphml(const GraphFile& graph);

}  // namespace tarazy
