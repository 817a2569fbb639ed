#include "trace/graph/causal_paths.hpp"

#include "trace/graph/d_separation.hpp"

#include <algorithm>
#include <limits>

namespace tarazy {
namespace {

constexpr std::uint64_t too_many_paths = std::uint64_t{1} << 62U;
constexpr std::uint32_t no_way = std::numeric_limits<std::uint32_t>::max();

/// Flags of the nodes from which a directed path of one arrow more leads on: parents of the nodes flagged.
std::vector<char> one_arrow_before(const CausalGraph& graph, const std::vector<char>& flags) {
    std::vector<char> before(graph.size(), 0);
    for (const GraphNode v : nodes_flagged(flags)) {
        for (const GraphNode parent : graph.parents[v]) before[parent] = 1;
    }
    return before;
}

/// All directed paths of one length, without a step into a dead end.
class DirectedPathsOfLength {
public:
    DirectedPathsOfLength(const CausalGraph& graph, const std::vector<std::vector<char>>& leads, std::size_t most,
                          const Work& work, CausalPaths& found)
        : graph_(graph), leads_(leads), most_(most), work_(work), found_(found) {}

    void extend(std::vector<GraphNode>& path, std::size_t left) {
        if (!found_.complete) return;
        if (left == 0) {
            work_.check();
            if (found_.paths.size() == most_) {
                found_.complete = false;
                return;
            }
            found_.paths.push_back(
                {PathKind::causal, path, std::vector<StepKind>(path.size() - 1, StepKind::forward), true});
            return;
        }
        for (const GraphNode child : graph_.children[path.back()]) {
            if (leads_[left - 1][child] == 0) continue;
            path.push_back(child);
            extend(path, left - 1);
            path.pop_back();
        }
    }

private:
    const CausalGraph& graph_;
    const std::vector<std::vector<char>>& leads_;
    std::size_t most_;
    const Work& work_;
    CausalPaths& found_;
};

/// Is a collider open, being adjusted for or having an effect that is? And is any other node not adjusted for?
class OpenPaths {
public:
    explicit OpenPaths(const CausalGraph& graph)
        : given_(flags_of(graph.size(), graph.adjusted)), opens_(ancestors_of(graph, graph.adjusted)) {}

    bool operator()(const CausalPath& path) const {
        for (std::size_t i = 1; i + 1 < path.nodes.size(); ++i) {
            const bool head_before = path.steps[i - 1] != StepKind::backward;
            const bool head_behind = path.steps[i] != StepKind::forward;
            const GraphNode v = path.nodes[i];
            if (head_before && head_behind ? opens_[v] == 0 : given_[v] != 0) return false;
        }
        return true;
    }

private:
    std::vector<char> given_, opens_;
};

/// Links of any direction to y, for a bound on what a path still needs.
std::vector<std::uint32_t> distances_to(const CausalGraph& graph, GraphNode y) {
    std::vector<std::uint32_t> distance(graph.size(), no_way);
    std::vector<GraphNode> front = {y};
    distance[y] = 0;
    for (std::size_t i = 0; i < front.size(); ++i) {
        const GraphNode v = front[i];
        for (const NeighbourLists* lists : {&graph.parents, &graph.children, &graph.siblings}) {
            for (const GraphNode next : (*lists)[v]) {
                if (distance[next] != no_way) continue;
                distance[next] = distance[v] + 1;
                front.push_back(next);
            }
        }
    }
    return distance;
}

/// Iterative deepening over simple paths, so that the shortest come first.
class BackDoorSearch {
public:
    BackDoorSearch(const CausalGraph& graph, GraphNode x, GraphNode y, std::size_t most, std::uint64_t most_steps,
                   const Work& work)
        : graph_(graph),
          y_(y),
          most_(most),
          most_steps_(most_steps),
          work_(work),
          distance_(distances_to(graph, y)),
          on_path_(graph.size(), 0),
          is_open_(graph) {
        path_.kind = PathKind::back_door;
        path_.nodes = {x};
        on_path_[x] = 1;
    }

    CausalPaths run() {
        for (std::size_t length = 1; length < graph_.size() && found_.complete; ++length) {
            if (length > longest_listed_path) {
                found_.complete = false;
                break;
            }
            longer_ = false;
            extend(length);
            if (!longer_) break;
        }
        return std::move(found_);
    }

private:
    void extend(std::size_t left) {
        if (!found_.complete) return;
        const GraphNode at = path_.nodes.back();
        if (at == y_) {
            if (left == 0) take();
            return;
        }
        if (left == 0) return;
        step_all(graph_.parents[at], StepKind::backward, left);
        if (path_.steps.empty()) return step_all(graph_.siblings[at], StepKind::arc, left);
        step_all(graph_.children[at], StepKind::forward, left);
        step_all(graph_.siblings[at], StepKind::arc, left);
    }

    void step_all(std::span<const GraphNode> nodes, StepKind step, std::size_t left) {
        for (const GraphNode next : nodes) {
            if (on_path_[next] != 0 || distance_[next] == no_way) continue;
            if (distance_[next] > left - 1) {
                longer_ = true;
                continue;
            }
            if (++steps_ > most_steps_) found_.complete = false;
            if ((steps_ & 1023U) == 0) work_.check();
            if (!found_.complete) return;
            if (next != y_ || left == 1) {
                path_.nodes.push_back(next);
                path_.steps.push_back(step);
                on_path_[next] = 1;
                extend(left - 1);
                on_path_[next] = 0;
                path_.nodes.pop_back();
                path_.steps.pop_back();
            }
        }
    }

    void take() {
        if (found_.paths.size() == most_) {
            found_.complete = false;
            return;
        }
        path_.open = is_open_(path_);
        found_.paths.push_back(path_);
    }

    const CausalGraph& graph_;
    GraphNode y_;
    std::size_t most_;
    std::uint64_t most_steps_, steps_ = 0;
    const Work& work_;
    std::vector<std::uint32_t> distance_;
    std::vector<char> on_path_;
    OpenPaths is_open_;
    CausalPath path_;
    CausalPaths found_;
    bool longer_ = false;
};

}  // namespace

std::string_view to_string(PathKind kind) noexcept {
    return kind == PathKind::causal ? "causal" : "back_door";
}

CausalPaths directed_paths(const CausalGraph& graph, GraphNode x, GraphNode y, std::size_t most, const Work& work) {
    CausalPaths found;
    // By length: the nodes from which a directed path of so many arrows leads to y.
    std::vector<std::vector<char>> leads = {flags_of(graph.size(), std::span(&y, 1))};
    DirectedPathsOfLength search(graph, leads, most, work, found);
    for (std::size_t length = 1; found.complete; ++length) {
        leads.push_back(one_arrow_before(graph, leads.back()));
        if (std::ranges::find(leads.back(), 1) == leads.back().end()) break;
        if (length > longest_listed_path) {
            found.complete = false;
            break;
        }
        std::vector<GraphNode> path = {x};
        if (leads[length][x] != 0) search.extend(path, length);
    }
    const OpenPaths is_open(graph);
    for (CausalPath& path : found.paths) path.open = is_open(path);
    return found;
}

CausalPaths back_door_paths(const CausalGraph& graph, GraphNode x, GraphNode y, std::size_t most,
                            std::uint64_t most_steps, const Work& work) {
    return BackDoorSearch(graph, x, y, most, most_steps, work).run();
}

std::optional<std::uint64_t> count_directed_paths(const CausalGraph& graph, GraphNode x, GraphNode y) {
    std::vector<std::uint64_t> ways(graph.size(), 0);
    ways[x] = 1;
    for (const GraphNode v : graph.order) {
        for (const GraphNode child : graph.children[v]) ways[child] = std::min(too_many_paths, ways[child] + ways[v]);
    }
    if (ways[y] >= too_many_paths) return std::nullopt;
    return ways[y];
}

std::optional<std::size_t> shortest_directed_path(const CausalGraph& graph, GraphNode x, GraphNode y) {
    std::vector<std::uint32_t> distance(graph.size(), no_way);
    distance[x] = 0;
    std::vector<GraphNode> front = {x};
    for (std::size_t i = 0; i < front.size(); ++i) {
        for (const GraphNode child : graph.children[front[i]]) {
            if (distance[child] != no_way) continue;
            distance[child] = distance[front[i]] + 1;
            front.push_back(child);
        }
    }
    if (distance[y] == no_way) return std::nullopt;
    return distance[y];
}

std::vector<GraphNode> bottlenecks(const CausalGraph& graph, GraphNode x, GraphNode y) {
    std::vector<GraphNode> found;
    const std::vector<char> behind = descendants_of(graph, std::span(&x, 1));
    const std::vector<char> before = ancestors_of(graph, std::span(&y, 1));
    if (behind[y] == 0) return found;
    for (const GraphNode v : graph.order) {
        if (v == x || v == y || behind[v] == 0 || before[v] == 0) continue;
        const std::vector<char> round_it =
            descendants_of(graph, std::span(&x, 1), flags_of(graph.size(), std::span(&v, 1)));
        if (round_it[y] == 0) found.push_back(v);
    }
    return found;
}

}  // namespace tarazy
