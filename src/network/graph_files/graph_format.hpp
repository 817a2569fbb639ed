#pragma once

#include "io/read_table.hpp"
#include "network/graph_files/graph_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class GraphFormat { graphml, gexf, pajek_net, pajek_clu, pajek_vec, pajek_paj, ucinet_dl, edges_csv, matrix_csv };

[[nodiscard]] const std::vector<std::string>&
graph_format_names();  ///< graphml, gexf, net, clu, vec, paj, dl, edges, matrix
/// @throws UsageError naming the nearest
[[nodiscard]] GraphFormat graph_format_named(std::string_view name);
/// By the ending (`.graphml`, `.gexf`, `.net`, `.clu`, `.vec`, `.paj`, `.dl`); nothing for tables, which may be edge
/// lists or matrices, and for other endings.
[[nodiscard]] std::optional<GraphFormat> graph_format_of_path(std::string_view path);
/// Is it a format that `read_graph` reads, not a table?
[[nodiscard]] bool is_graph_text(GraphFormat format);

/// Reads a graph that is no table. @throws InputError, LimitError @pre is_graph_text(format)
[[nodiscard]] GraphFile read_graph(std::string_view bytes, const std::string& path, GraphFormat format,
                                   std::vector<std::string>& warnings);
/// Reads a table of ties or a matrix. @param format  nothing: ties where it has columns `from`, `to` (`source`,
/// `target`), else a matrix
[[nodiscard]] GraphFile read_graph_table(const Table& table, std::optional<GraphFormat> format, bool directed);

/// @param warnings  whatever the format cannot hold, by name
/// @throws UsageError where it can hold nothing of the graph
[[nodiscard]] std::string write_graph(const GraphFile& graph, GraphFormat format, std::vector<std::string>& warnings);

}  // namespace tarazy
