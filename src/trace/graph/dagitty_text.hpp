#pragma once

#include "trace/graph/causal_graph.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// Does the text begin as a graph of DAGitty does: comments, then `dag`, `digraph` or another kind of graph, perhaps a
/// name, and `{`? A table of links does not.
[[nodiscard]] bool looks_like_dagitty(std::string_view text) noexcept;

/// Reads the text form of graphs that DAGitty has (Textor, van der Zander, Gilthorpe, Liskiewicz & Ellison 2016):
///
///     dag { x [exposure,pos="0,1"]  "my y" [outcome]  x -> m -> "my y"  x <-> z  {a b} -> x }
///
/// Statements stand one behind another, with or without `;`. Names are bare or in double quotes with `\"` and `\\`;
/// comments are `// ..`, `# ..` and `/* .. */`. Words in brackets: exposure (e), outcome (o), adjusted (a), latent (l,
/// unobserved, u); what has a value (`pos="0,1"`, `bb="..."`) is passed over. Chains and groups in braces are arrows
/// from each to each. O(length + arrows log arrows).
/// @param path  named in messages only
/// @throws InputError with line and column (in characters) for what is no such text, for kinds of graphs and edges
///         that are none of a DAG, for a node linked to itself, and for every circle, named
[[nodiscard]] CausalGraphParts read_dagitty(std::string_view text, const std::string& path);

/// The graph in this form, a node or link a line, in the order of names; reads back as itself.
[[nodiscard]] std::string to_dagitty(const CausalGraph& graph);

}  // namespace tarazy
