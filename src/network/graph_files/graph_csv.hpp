#pragma once

#include "network/graph_files/graph_file.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A graph from `from,to[,weight][,sign][,directed][,start,end | spells]` (also `source,target`); other columns are
/// attributes of ties. @param directed  where the table has no column `directed`
/// @throws InputError with every faulty cell
[[nodiscard]] GraphFile graph_of_edge_table(const Table& table, bool directed);
/// A graph from a matrix whose first column names the rows: of one mode where rows and columns have the same names,
/// undirected where it is symmetric; else of two modes. 0 is no tie, an empty cell an error.
[[nodiscard]] GraphFile graph_of_matrix_table(const Table& table);

/// @param warnings  what the tables cannot hold, by name
[[nodiscard]] Table edge_table(const GraphFile& graph, std::vector<std::string>& warnings);
[[nodiscard]] Table matrix_table(const GraphFile& graph, std::vector<std::string>& warnings);

}  // namespace tarazy
