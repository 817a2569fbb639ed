#pragma once

#include "base/error.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class AttributeType { text, integer, real, boolean };

/// A named property of all nodes, or of all ties; a value that is not there is no text at all.
struct GraphAttribute {
    std::string name;
    AttributeType type = AttributeType::text;
    std::vector<std::optional<std::string>> values;
    bool operator==(const GraphAttribute&) const = default;
};

/// When a node or tie is there: both ends belong to it; an empty end is not known or not reached.
struct GraphSpell {
    std::string start, end;
    bool operator==(const GraphSpell&) const = default;
};

struct GraphTie {
    std::uint32_t from = 0, to = 0;
    bool directed = false;
    double weight = 1;  ///< below zero for a negative tie; never zero
    bool operator==(const GraphTie&) const = default;
};

/// What files of graphs hold, whatever their format: nodes and ties in the order of the file.
struct GraphFile {
    std::vector<std::string> ids;  ///< of the nodes, each once, none empty
    /// Two-mode graphs: so many nodes, the first ones, are of the first mode; nothing in one-mode graphs.
    std::optional<std::size_t> first_mode;
    bool directed = false;  ///< of a graph without ties; otherwise that of its ties
    bool weighted = false;  ///< do the weights say anything?
    std::vector<GraphTie> ties;
    std::vector<GraphAttribute> node_attributes, tie_attributes;
    std::vector<std::vector<GraphSpell>> node_spells, tie_spells;  ///< empty, or one list a node (a tie)
    bool operator==(const GraphFile&) const = default;
};

// Larger files are refused (LimitError) before memory is taken for them.
inline constexpr std::size_t most_graph_nodes = 500'000;
inline constexpr std::size_t most_graph_ties = 10'000'000;
inline constexpr std::size_t most_graph_cells = 100'000'000;  ///< of a matrix
inline constexpr std::size_t most_graph_attributes = 10'000;
inline constexpr std::size_t most_graph_values = 50'000'000;  ///< attributes x nodes or ties

/// @throws LimitError naming the file, the count and the limit
void check_graph_size(std::string_view path, std::string_view what, double count, std::size_t most);

/// The attribute of this name, made (without values) where there is none. @throws LimitError
GraphAttribute& graph_attribute(std::vector<GraphAttribute>& attributes, std::string_view name, AttributeType type,
                                std::size_t size, std::string_view path);
[[nodiscard]] const GraphAttribute* find_attribute(const std::vector<GraphAttribute>& attributes,
                                                   std::string_view name);

/// The narrowest type that holds all values: whole numbers, numbers, true/false, text.
[[nodiscard]] AttributeType attribute_type_of(const std::vector<std::optional<std::string>>& values);

/// Names of the nodes for formats that have one name a node: the values of `label` where every node has one of its own,
/// else the ids.
[[nodiscard]] std::vector<std::string> graph_node_names(const GraphFile& graph);

/// What formats without a place of their own for it keep in attributes, put where it belongs: `sign` (1, -1) of ties
/// into the weight, `spells` into spells, a true-or-false `type` of nodes that all ties cross into the two modes. Fills
/// lists of values and spells up to the number of nodes and ties.
void settle_graph(GraphFile& graph);
/// The reverse of it for a format that has attributes but no modes (and no spells): the graph with attributes `type`
/// and `spells`.
[[nodiscard]] GraphFile with_kept_attributes(const GraphFile& graph, bool spells_too);

/// The shortest text that reads back as the same number.
[[nodiscard]] std::string weight_text(double weight);

/// `1991..2004;2010..`
[[nodiscard]] std::string spells_text(const std::vector<GraphSpell>& spells);
[[nodiscard]] std::vector<GraphSpell> spells_of_text(std::string_view text);

/// A sentence a thing that a format cannot hold and the graph has; nothing else is lost.
struct GraphHolds {
    std::string_view format;  ///< "Pajek .net"
    bool node_attributes = false, tie_attributes = false, spells = false, isolates = true, two_modes = true,
         mixed_ties = false, parallel_ties = true, loops = true, ids = false;
};
void warn_of_losses(const GraphFile& graph, const GraphHolds& holds, std::vector<std::string>& warnings);

}  // namespace tarazy
