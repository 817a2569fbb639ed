#include "trace/graph/minimal_separators.hpp"

#include "trace/graph/moral_search.hpp"

#include <algorithm>
#include <deque>
#include <set>

namespace tarazy {
namespace {

using SortedNodes = std::vector<GraphNode>;

/// Most bytes of sides of x that are kept for separators which wait for their turn; those of others are walked anew.
constexpr std::size_t most_bytes_of_sides = std::size_t{1} << 26;

SortedNodes with_included(SortedNodes separator, const SortedNodes& included) {
    separator.insert(separator.end(), included.begin(), included.end());
    std::ranges::sort(separator);
    return separator;
}

}  // namespace

void sort_sets(std::vector<std::vector<GraphNode>>& sets) {
    std::ranges::sort(sets, [](const SortedNodes& a, const SortedNodes& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
}

NodeSets minimal_separators(const CausalGraph& graph, const SeparationTask& task, std::size_t most, const Work& work) {
    MoralSearch search(graph, task);
    struct Waiting {
        SortedNodes separator;
        std::optional<MoralSearch::Side> side;
    };
    NodeSets found;
    std::set<SortedNodes> known;
    std::deque<Waiting> open;
    const std::size_t most_sides = most_bytes_of_sides / (graph.size() / 4 + 1);
    std::size_t sides = 0;
    if (auto nearest = search.first(); nearest && most == 0) {
        found.complete = false;
    } else if (nearest) {
        known.insert(*nearest);
        open.push_back({std::move(*nearest), std::nullopt});
    }
    while (!open.empty() && found.complete) {
        Waiting now = std::move(open.front());
        open.pop_front();
        sides -= now.side ? 1 : 0;
        const MoralSearch::Side side = now.side ? std::move(*now.side) : search.side_of_x(now.separator);
        for (const GraphNode node : now.separator) {
            work.check();
            std::optional<SortedNodes> next = search.beyond(now.separator, node, side);
            if (!next || known.contains(*next)) continue;
            if (known.size() == most) {
                found.complete = false;
                break;
            }
            known.insert(*next);
            const bool kept = sides < most_sides;
            sides += kept ? 1 : 0;
            open.push_back({*next, kept ? std::optional(search.grown(side, *next)) : std::nullopt});
        }
    }
    for (const SortedNodes& separator : known) found.sets.push_back(with_included(separator, task.included));
    sort_sets(found.sets);
    return found;
}

std::optional<std::vector<GraphNode>> nearest_separator(const CausalGraph& graph, const SeparationTask& task) {
    std::optional<SortedNodes> separator = MoralSearch(graph, task).first();
    if (!separator) return std::nullopt;
    return with_included(std::move(*separator), task.included);
}

}  // namespace tarazy
