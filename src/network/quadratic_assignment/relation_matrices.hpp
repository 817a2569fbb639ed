#pragma once

#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A relation between every two nodes as a number: nodes x nodes. The diagonal is not read and holds 0.
struct RelationMatrix {
    std::string name;
    std::vector<double> cells;
};

/// Relations between the same nodes, which stand in the byte order of their names.
struct RelationMatrices {
    std::vector<std::string> nodes;
    std::vector<RelationMatrix> relations;  ///< the response, then the predictors
    bool directed = false;                  ///< otherwise every one is symmetric

    [[nodiscard]] std::size_t size() const noexcept { return nodes.size(); }
    /// Pairs that are compared: ordered ones with a direction, otherwise unordered.
    [[nodiscard]] std::size_t pairs() const noexcept { return size() * (size() - 1) / (directed ? 1 : 2); }
};

/// A table whose first column names the nodes and whose others are called like them, in any order.
struct NamedTable {
    std::string name;  ///< of the relation: what the result calls it
    const Table* table = nullptr;
};

/// Square matrices of one set of nodes. @param matrices  the response first
/// @throws InputError with every fault of a table: no square matrix, a node that stands twice, one that the response
/// does not have or that is lacking, a cell off the diagonal that is missing or no number, two relations of one name;
/// without a direction two cells that should be equal and are not; a relation that is the same for all pairs; fewer
/// than four nodes O(matrices x nodes^2)
[[nodiscard]] RelationMatrices read_relations(const std::vector<NamedTable>& matrices, bool directed);

}  // namespace tarazy
