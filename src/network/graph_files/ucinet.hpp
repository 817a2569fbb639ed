#pragma once

#include "network/graph_files/graph_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Reads UCINET's DL text (Borgatti, Everett & Freeman 2002): `n` or `nr`, `nc`, several matrices (`nm`, told apart by
/// a tie attribute `relation`), formats fullmatrix, lowerhalf, upperhalf, edgelist1, edgelist2, nodelist1, nodelist2,
/// nodelist1b (numbers of ties come first), labels (rows, columns, matrices, embedded), `diagonal = absent`, weights;
/// words are parted by blanks, commas and line ends. Where every tie has its equal in the other direction the graph is
/// undirected.
/// @throws InputError with line and character; LimitError
[[nodiscard]] GraphFile read_ucinet(std::string_view bytes, const std::string& path,
                                    std::vector<std::string>& warnings);
/// Writes edgelist1 (edgelist2 for two modes) with all labels; a tie attribute `relation` makes several matrices.
/// @param warnings  what DL cannot hold, by name
[[nodiscard]] std::string write_ucinet(const GraphFile& graph, std::vector<std::string>& warnings);

}  // namespace tarazy
