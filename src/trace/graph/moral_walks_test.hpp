#pragma once

// For tests only: minimal separators by walks over the whole moral graph, two for every set and node of it, and nothing
// kept between them.

#include "trace/graph/minimal_separators.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace tarazy::moral_walks {

using SortedNodes = std::vector<GraphNode>;

class MoralWalks {
public:
    MoralWalks(const CausalGraph& graph, const SeparationTask& task)
        : graph_(graph), task_(task), size_(graph.size()), kind_(size_, Kind::fixed), seen_(2 * size_) {
        SortedNodes roots(task.x.begin(), task.x.end());
        roots.insert(roots.end(), task.y.begin(), task.y.end());
        roots.insert(roots.end(), task.included.begin(), task.included.end());
        ancestral_ = ancestors_of(graph, roots);
        for (GraphNode v = 0; v < size_; ++v)
            if (ancestral_[v] != 0 && task.allowed[v] != 0) kind_[v] = Kind::removable;
        for (const auto& ends : {task.x, task.y}) {
            for (const GraphNode v : ends) kind_[v] = Kind::fixed;
        }
        for (const GraphNode v : task.included) kind_[v] = Kind::gone;
        target_ = flags_of(size_, task.y);
    }

    /// The minimal separator nearest to x.
    std::optional<SortedNodes> first() { return around(std::vector<char>(size_, 0)); }

    /// The one nearest to x of those with one node of this separator on x's side, and all that lies there already.
    std::optional<SortedNodes> beyond(const SortedNodes& separator, GraphNode node) {
        std::vector<char> side(size_, 1);
        for (const GraphNode v : separator) side[v] = 0;
        std::vector<char> reached = walk(task_.x, side).passed;
        reached[node] = 1;
        return around(reached);
    }

private:
    enum class Kind : char { removable, fixed, gone };
    struct Walk {
        std::vector<char> passed;  // removable nodes on the way
        SortedNodes border;        // removable nodes met and not passed
        bool met_target = false;
    };

    /// The neighbours of x and `side` that also touch the side of y; nothing when y itself is a neighbour.
    std::optional<SortedNodes> around(const std::vector<char>& side) {
        const Walk from_x = walk(task_.x, side);
        if (from_x.met_target) return std::nullopt;
        std::vector<char> outside(size_, 1);
        for (const GraphNode v : from_x.border) outside[v] = 0;
        return walk(task_.y, outside).border;
    }

    /// Everything reached from some nodes when only the removable nodes flagged here may be passed.
    Walk walk(std::span<const GraphNode> from, const std::vector<char>& passable) {
        Walk result{std::vector<char>(size_, 0), {}, false};
        std::ranges::fill(seen_, 0);
        open_.clear();
        const auto enter_node = [&](GraphNode v) {
            if (seen_[v] != 0 || kind_[v] == Kind::gone) return;
            seen_[v] = 1;
            result.met_target = result.met_target || target_[v] != 0;
            if (kind_[v] == Kind::removable && passable[v] == 0) {
                result.border.push_back(v);
                return;
            }
            if (kind_[v] == Kind::removable) result.passed[v] = 1;
            open_.push_back(v);
        };
        const auto enter_family = [&](GraphNode v) {
            const std::size_t vertex = size_ + v;
            if (ancestral_[v] == 0 || seen_[vertex] != 0) return;
            seen_[vertex] = 1;
            open_.push_back(vertex);
        };
        for (const GraphNode v : from) enter_node(v);
        while (!open_.empty()) {
            const std::size_t vertex = open_.back();
            open_.pop_back();
            if (vertex < size_) {
                const auto node = static_cast<GraphNode>(vertex);
                enter_family(node);
                for (const GraphNode child : graph_.children[node]) enter_family(child);
                continue;
            }
            const auto node = static_cast<GraphNode>(vertex - size_);
            enter_node(node);
            for (const GraphNode parent : graph_.parents[node]) enter_node(parent);
            for (const GraphNode other : graph_.siblings[node]) enter_family(other);
        }
        std::ranges::sort(result.border);
        return result;
    }

    const CausalGraph& graph_;
    const SeparationTask& task_;
    std::size_t size_;
    std::vector<Kind> kind_;
    std::vector<char> ancestral_, target_, seen_;
    std::vector<std::size_t> open_;
};

inline NodeSets separators_by_walks(const CausalGraph& graph, const SeparationTask& task, std::size_t most) {
    MoralWalks walks(graph, task);
    NodeSets found;
    std::set<SortedNodes> known;
    std::deque<SortedNodes> open;
    const auto take = [&](std::optional<SortedNodes> separator) {
        if (!separator || known.contains(*separator)) return;
        if (known.size() == most) {
            found.complete = false;
            return;
        }
        known.insert(*separator);
        open.push_back(std::move(*separator));
    };
    take(walks.first());
    while (!open.empty() && found.complete) {
        const SortedNodes separator = std::move(open.front());
        open.pop_front();
        for (const GraphNode node : separator) take(walks.beyond(separator, node));
    }
    for (SortedNodes separator : known) {
        separator.insert(separator.end(), task.included.begin(), task.included.end());
        std::ranges::sort(separator);
        found.sets.push_back(std::move(separator));
    }
    sort_sets(found.sets);
    return found;
}

}  // namespace tarazy::moral_walks
