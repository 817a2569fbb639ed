#pragma once

#include "network/graph_files/graph_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Reads GEXF (1.1 to 1.3): typed attributes with defaults, weights, spells of nodes and ties (`start`, `end`,
/// `<spell>`; open ends are read as closed). Modes and signs are kept as in GraphML.
/// @param warnings  what was not read: positions, colours, the hierarchy of nodes, values of attributes that change in
/// time (the last one is kept), unknown elements
/// @throws InputError with line and character; LimitError
[[nodiscard]] GraphFile read_gexf(std::string_view bytes, const std::string& path, std::vector<std::string>& warnings);
/// Writes GEXF 1.3, dynamic where there are spells. Holds everything.
[[nodiscard]] std::string write_gexf(const GraphFile& graph);

}  // namespace tarazy
