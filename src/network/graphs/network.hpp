#pragma once

#include "network/bit_matrix.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A tie between two nodes, by their places among the names.
struct NetworkTie {
    std::uint32_t from = 0, to = 0;
    double weight = 1;
    int sign = 1;  ///< 1 or -1
    bool operator==(const NetworkTie&) const = default;
};

/// A one-mode network. Nodes stand in the byte order of their names, so that the same network gives the same answers
/// whatever the order of its rows.
struct Network {
    std::vector<std::string> names;
    bool directed = false, weighted = false, with_signs = false;
    /// By `from`, then `to`, each pair once. Undirected: from < to. No tie leads from a node to itself.
    std::vector<NetworkTie> ties;

    [[nodiscard]] std::size_t size() const noexcept { return names.size(); }
    /// O(log nodes)
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
};

struct NetworkReading {
    bool directed = false;
    bool weighted = false;    ///< read `weight`; otherwise every tie weighs 1
    bool with_signs = false;  ///< `sign` is needed
    std::size_t most_nodes = 100'000;
};

/// A network from `from,to[,weight][,sign]` and, where given, the nodes of a table whose first column (or `node`,
/// `name`, `id`) names them: isolates are nodes, too. A tie in both directions of an undirected network, and a repeated
/// tie, count once if they agree; weights of repeated directed or undirected ties are an error unless equal.
/// Where signs are not asked for and the table has them, ties with a negative one are left out.
/// @param warnings  what was assumed: repeated ties, negative ones left out
/// @throws InputError with every faulty row: a tie from a node to itself, an empty end, a weight that is not above
/// zero, no number or out of reach (stats/squarable.hpp), neither tie nor node, a sign that is neither 1 nor -1 (`+`,
/// `-` are read), contradicting repeats, a node that is not in the list of nodes (where there is one), a node that
/// stands twice
/// @throws LimitError for more than `most_nodes` nodes
/// O(rows log rows)
[[nodiscard]] Network read_network(const Table& edges, const Table* nodes, const NetworkReading& reading,
                                   std::vector<std::string>& warnings);

/// Nodes x nodes: is there a tie from row to column? Undirected ties stand both ways.
[[nodiscard]] BitMatrix adjacency_bits(const Network& network);
/// The same as weights, row by row; 0 without a tie; negative where the sign is.
[[nodiscard]] std::vector<double> adjacency_weights(const Network& network);

/// Which group each node belongs to.
struct NodeGroups {
    std::vector<std::string> names;    ///< in byte order
    std::vector<std::uint32_t> group;  ///< of each node: its place among the names
};

/// Groups from `node,group` for all nodes of a network.
/// @throws InputError: a node without a group, one that stands twice, a row whose node is none of the network
[[nodiscard]] NodeGroups read_groups(const Table& groups, std::span<const std::string> nodes);

}  // namespace tarazy
