#pragma once

#include "base/error.hpp"
#include "trace/causal_types/causal_expression.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Causal models on binary nodes by nodal types (Humphreys & Jacobs 2023, ch. 2). A node with k parents has 2^(2^k)
// types: what it would be at each of the 2^k values of its parents. The type's label has a digit for each of these, the
// first parent changing fastest: with parents X, M the digits are of (0,0), (1,0), (0,1), (1,1); types are in the order
// in which their first digit changes fastest ("00", "10", "01", "11"), that of CausalQueries.

struct CausalNode {
    std::string name;
    std::vector<std::size_t> parents;  ///< in the order of the nodes
    std::vector<std::uint32_t> types;  ///< bit c: the value where the parents' values make the number c; ascending
    std::size_t set = 0;               ///< the set of nodes whose types are drawn together
    std::size_t stride = 1;            ///< in the joint types of the set
};

/// Nodes whose types are drawn together: one node, or several that are confounded (`X <-> Y`). A joint type is a type
/// of each; its number is that of the first node's type plus the number of those times that of the second, and so on.
struct CausalTypeSet {
    std::vector<std::size_t> nodes;  ///< in the order of the nodes
    std::size_t types = 1;
};

struct CausalModel {
    std::vector<CausalNode> nodes;  ///< causes before effects; those that may stand in any order by name
    std::vector<CausalTypeSet> sets;

    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
    /// Causal types: the product over sets, of which nothing is ever listed; as a real number, since it may be huge.
    [[nodiscard]] double causal_types() const;
    /// Number of the type of one node in a joint type of its set.
    [[nodiscard]] std::size_t type_of(std::size_t node, std::size_t joint) const {
        return joint / nodes[node].stride % nodes[node].types.size();
    }
    /// "Y.01"; of a joint type the labels of its nodes, "X.1,Y.01".
    [[nodiscard]] std::string type_name(std::size_t set, std::size_t joint) const;
};

/// Most types of one set unless the caller allows more.
inline constexpr std::size_t most_causal_types = std::size_t{1} << 20;

/// Reads `X -> M -> Y; X -> Y; X <-> Y`, also `Y <- X`; statements are separated by semicolons, commas or line ends.
/// O(text + types)
/// @param at  place of the text, for messages
/// @throws InputError for what is no such statement, a circle (its nodes are named), an arrow from a node to itself;
///         LimitError when a set has more types than allowed
[[nodiscard]] CausalModel parse_causal_model(std::string_view text, const Problem& at = {},
                                             std::size_t max_types = most_causal_types);

/// The same from names and arrows. @param confounded  pairs of nodes
struct CausalArrow {
    std::string from, to;
    bool both_ways = false;
};
[[nodiscard]] CausalModel causal_model(const std::vector<std::string>& names, const std::vector<CausalArrow>& arrows,
                                       const Problem& at = {}, std::size_t max_types = most_causal_types);

/// Leaves out types of one node: by label ("Y.10"), or those for which a statement on one node that sets its parents is
/// true ("Y[X=1] < Y[X=0]"), whatever the parents that it does not set (Humphreys & Jacobs 2023, 2.3.3).
/// O(types x outcomes x parent values)
/// @throws InputError for a statement that is none, and when no type is left
void restrict_types(CausalModel& model, std::string_view statement, const Problem& at = {},
                    std::size_t max_types = most_causal_types);

}  // namespace tarazy
