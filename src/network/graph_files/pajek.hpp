#pragma once

#include "network/graph_files/graph_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class PajekKind {
    network,    ///< .net
    partition,  ///< .clu: a whole number a node
    vector,     ///< .vec: a number a node
    project,    ///< .paj: a network with its partitions and vectors
};

/// Reads Pajek's files (Batagelj & Mrvar, Pajek reference manual): `*Vertices n [n1]` with labels, coordinates, shapes
/// and parameters, `*Arcs`, `*Edges` (also `:relation "name"`), `*Arcslist`, `*Edgeslist`, `*Matrix`, times `[1-3,5]`;
/// partitions become whole-number attributes, vectors attributes of numbers. Vertices without a line are called by
/// their number; so are all where two labels are the same. The text is UTF-8 or what `decode_text` finds.
/// @param warnings  what was not read: a second network of a project, permutations, hierarchies, unknown sections
/// @throws InputError with line and character; LimitError
[[nodiscard]] GraphFile read_pajek(std::string_view bytes, const std::string& path, PajekKind kind,
                                   std::vector<std::string>& warnings);
/// A partition is written from the first whole-number attribute of nodes, a vector from the first of numbers.
/// @param warnings  what the kind of file cannot hold, by name
/// @throws UsageError where a partition or vector is asked for and no attribute can be one
[[nodiscard]] std::string write_pajek(const GraphFile& graph, PajekKind kind, std::vector<std::string>& warnings);

}  // namespace tarazy
