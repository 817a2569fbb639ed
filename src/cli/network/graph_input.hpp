#pragma once

#include "cli/command.hpp"
#include "network/graph_files/graph_format.hpp"

#include <string>

namespace tarazy {

/// Reads a graph from a file of any format, recorded for the JSON header; what was not read is told.
/// @param format  empty: by the ending; a table is an edge list or a matrix by its columns
[[nodiscard]] GraphFile read_graph_input(Session& session, const std::string& path, const std::string& format,
                                         bool directed);

}  // namespace tarazy
