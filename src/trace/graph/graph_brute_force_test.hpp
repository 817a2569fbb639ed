#pragma once

// For tests only: small graphs, and the definitions themselves instead of algorithms, over all paths and all subsets.

#include "base/random.hpp"
#include "trace/graph/causal_paths.hpp"
#include "trace/graph/dagitty_text.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace tarazy::brute_force {

using Nodes = std::vector<GraphNode>;

inline CausalGraph graph_of(const std::string& text) {
    return causal_graph(read_dagitty(text, "graph.txt"));
}

inline Nodes nodes_of(const CausalGraph& graph, const std::vector<std::string>& names) {
    Nodes nodes;
    for (const std::string& name : names) nodes.push_back(*graph.find(name));
    std::ranges::sort(nodes);
    return nodes;
}

/// Nodes A, B, .. in any causal order, A the exposure and B the outcome.
/// @param tenths  chance of an arrow between two nodes, in tenths; arcs and latent nodes are rarer
inline CausalGraph random_graph(std::uint64_t seed, std::size_t nodes, std::uint64_t tenths, bool arcs) {
    Random random(seed, "graphs of the brute force tests", 0);
    CausalGraphParts parts;
    for (std::size_t i = 0; i < nodes; ++i) parts.names.push_back(std::string(1, static_cast<char>('A' + i)));
    std::vector<std::string> order = parts.names;
    for (std::size_t i = nodes; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    for (std::size_t i = 0; i < nodes; ++i) {
        for (std::size_t j = i + 1; j < nodes; ++j) {
            if (random.below(10) < tenths) parts.arrows.emplace_back(order[i], order[j]);
            if (arcs && random.below(10) < 2) parts.arcs.emplace_back(order[i], order[j]);
        }
    }
    for (std::size_t i = 2; i < nodes; ++i)
        if (arcs && random.below(10) < 2) parts.latent.push_back(parts.names[i]);
    parts.exposures = {"A"};
    parts.outcomes = {"B"};
    return causal_graph(parts);
}

/// Every path between two nodes that meets no node twice.
inline std::vector<CausalPath> all_paths(const CausalGraph& graph, GraphNode x, GraphNode y) {
    std::vector<CausalPath> paths;
    CausalPath path;
    path.nodes = {x};
    const std::function<void()> extend = [&] {
        const GraphNode at = path.nodes.back();
        if (at == y) {
            paths.push_back(path);
            return;
        }
        const auto along = [&](std::span<const GraphNode> nodes, StepKind step) {
            for (const GraphNode next : nodes) {
                if (std::ranges::find(path.nodes, next) != path.nodes.end()) continue;
                path.nodes.push_back(next);
                path.steps.push_back(step);
                extend();
                path.nodes.pop_back();
                path.steps.pop_back();
            }
        };
        along(graph.children[at], StepKind::forward);
        along(graph.parents[at], StepKind::backward);
        along(graph.siblings[at], StepKind::arc);
    };
    extend();
    return paths;
}

/// Pearl 2009, definition 1.2.3.
inline bool blocked(const CausalGraph& graph, const CausalPath& path, const Nodes& given) {
    for (std::size_t i = 1; i + 1 < path.nodes.size(); ++i) {
        const GraphNode v = path.nodes[i];
        const bool collider = path.steps[i - 1] != StepKind::backward && path.steps[i] != StepKind::forward;
        const std::vector<char> effects = descendants_of(graph, std::span(&v, 1));
        const bool known = std::ranges::find(given, v) != given.end();
        const bool effect_known = std::ranges::any_of(given, [&](GraphNode z) { return effects[z] != 0; });
        if (collider ? !effect_known : known) return true;
    }
    return false;
}

inline bool separated(const CausalGraph& graph, GraphNode x, GraphNode y, const Nodes& given) {
    return std::ranges::all_of(all_paths(graph, x, y),
                               [&](const CausalPath& path) { return blocked(graph, path, given); });
}

inline std::vector<Nodes> subsets(const Nodes& of) {
    std::vector<Nodes> all;
    for (std::size_t bits = 0; bits < (std::size_t{1} << of.size()); ++bits) {
        Nodes one;
        for (std::size_t i = 0; i < of.size(); ++i)
            if ((bits >> i & 1U) != 0) one.push_back(of[i]);
        all.push_back(one);
    }
    return all;
}

/// Those of the subsets that hold, and no part of which does, as `NodeSets` are sorted.
inline std::vector<Nodes> minimal_subsets(const Nodes& of, const std::function<bool(const Nodes&)>& holds) {
    std::vector<Nodes> minimal;
    std::vector<Nodes> all = subsets(of);
    std::ranges::sort(
        all, [](const Nodes& a, const Nodes& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    for (const Nodes& one : all) {
        const bool has_part =
            std::ranges::any_of(minimal, [&](const Nodes& part) { return std::ranges::includes(one, part); });
        if (!has_part && holds(one)) minimal.push_back(one);
    }
    return minimal;
}

/// Observed nodes besides the exposure A and the outcome B.
inline Nodes observed(const CausalGraph& graph) {
    Nodes nodes;
    for (GraphNode v = 2; v < graph.size(); ++v)
        if (!std::ranges::binary_search(graph.latent, v)) nodes.push_back(v);
    return nodes;
}

inline bool is_directed(const CausalPath& path) {
    return std::ranges::all_of(path.steps, [](StepKind step) { return step == StepKind::forward; });
}

}  // namespace tarazy::brute_force
