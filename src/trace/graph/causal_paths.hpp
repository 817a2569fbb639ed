#pragma once

#include "base/work.hpp"
#include "trace/graph/causal_graph.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

enum class PathKind { causal, back_door };
[[nodiscard]] std::string_view to_string(PathKind kind) noexcept;

enum class StepKind : char { forward, backward, arc };  ///< `->`, `<-`, `<->`

/// A path between an exposure and an outcome that meets no node twice.
struct CausalPath {
    PathKind kind;
    std::vector<GraphNode> nodes;
    std::vector<StepKind> steps;  ///< from each node to the next
    bool open = true;             ///< does it carry association, given the nodes adjusted for?
};

struct CausalPaths {
    std::vector<CausalPath> paths;  ///< shorter ones first, those of one length by their nodes
    bool complete = true;           ///< false: there are more, or the search stopped at its bound
};

/// Longer paths are not listed, and the list is called incomplete.
inline constexpr std::size_t longest_listed_path = 1000;

/// Directed paths from x to y. O(length) a path, after O(nodes x longest path + arrows).
/// @param most  at most so many, the shortest
[[nodiscard]] CausalPaths directed_paths(const CausalGraph& graph, GraphNode x, GraphNode y, std::size_t most,
                                         const Work& work = {});

/// Back-door paths: those that begin with an arrowhead into x (Pearl 2009, definition 3.3.1). Closed ones are told,
/// too.
/// @param most_steps  how often the search may go to a further node
[[nodiscard]] CausalPaths back_door_paths(const CausalGraph& graph, GraphNode x, GraphNode y, std::size_t most,
                                          std::uint64_t most_steps, const Work& work = {});

/// How many directed paths there are; nothing from 2^62 on. O(nodes + arrows)
[[nodiscard]] std::optional<std::uint64_t> count_directed_paths(const CausalGraph& graph, GraphNode x, GraphNode y);

/// Arrows of the shortest directed path; nothing when there is none. O(nodes + arrows)
[[nodiscard]] std::optional<std::size_t> shortest_directed_path(const CausalGraph& graph, GraphNode x, GraphNode y);

/// Nodes on every directed path from x to y, x and y left out, causes before effects; none when there is no path.
/// O(nodes (nodes + arrows))
[[nodiscard]] std::vector<GraphNode> bottlenecks(const CausalGraph& graph, GraphNode x, GraphNode y);

}  // namespace tarazy
