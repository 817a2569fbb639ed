#include "trace/graph/front_door.hpp"

#include "trace/graph/adjustment_sets.hpp"
#include "trace/graph/d_separation.hpp"

#include <algorithm>
#include <deque>
#include <set>

namespace tarazy {
namespace {

using DoorNodes = std::vector<GraphNode>;

/// The search ends when its questions have visited so many nodes together: 50,000 questions of 10,000 nodes.
constexpr std::size_t most_door_visits = 500'000'000;

class FrontDoorSearch {
public:
    FrontDoorSearch(const CausalGraph& graph, std::size_t most, const Work& work)
        : graph_(graph), most_(most), work_(work) {}

    FrontDoorSets run() {
        // No back-door path from an exposure: d-separated from it once its own arrows are taken out.
        const std::vector<char> behind =
            d_connected_nodes(graph_, graph_.exposures, {}, flags_of(graph_.size(), graph_.exposures));
        std::vector<char> candidates = observed_between(graph_);
        for (std::size_t v = 0; v < candidates.size(); ++v) candidates[v] = candidates[v] && !behind[v] ? 1 : 0;
        const DoorNodes largest = largest_within(candidates);
        FrontDoorSets result;
        if (!meets_every_path(largest)) {
            result.why_none =
                "no observed nodes meet every causal path and are free of back-door paths from the exposure and, given "
                "the exposure, to the outcome";
            return result;
        }
        list(largest, result.sets);
        return result;
    }

private:
    /// Of these nodes, the largest set from which, given the exposures, no back-door path leads to an outcome. Taking
    /// out the arrows of more nodes only separates more, so that what fails among all fails among fewer.
    DoorNodes largest_within(std::vector<char> among) {
        for (;;) {
            work_.check();
            ++questions_;
            DoorNodes nodes = nodes_flagged(among);
            const std::vector<char> tied =
                d_connected_nodes(graph_, graph_.outcomes, graph_.exposures, flags_of(graph_.size(), nodes));
            const auto left_out = std::erase_if(nodes, [&](GraphNode v) { return tied[v] != 0; });
            if (left_out == 0) return nodes;
            among = flags_of(graph_.size(), nodes);
        }
    }

    bool meets_every_path(const DoorNodes& nodes) const {
        const std::vector<char> stops = flags_of(graph_.size(), nodes);
        const std::vector<char> reached = descendants_of(graph_, graph_.exposures, stops);
        return std::ranges::none_of(graph_.outcomes, [&](GraphNode y) { return reached[y] != 0; });
    }

    /// The largest set within some nodes that fulfils the criterion; nothing when there is none.
    std::optional<DoorNodes> set_within(const DoorNodes& among) {
        DoorNodes nodes = largest_within(flags_of(graph_.size(), among));
        if (!meets_every_path(nodes)) return std::nullopt;
        return nodes;
    }

    /// What is left when node after node, in order, is taken out wherever a set remains. Nodes are taken out many at a
    /// time: what remains without all of them is what remains when they go one by one, and where it is no set the two
    /// halves are tried. O(size of the set x log(nodes)) questions.
    DoorNodes minimal_within(DoorNodes nodes) {
        const DoorNodes all = nodes;
        const auto thin = [&](const auto& self, std::size_t from, std::size_t to) -> void {
            DoorNodes fewer;
            std::ranges::set_difference(nodes, std::span(all).subspan(from, to - from), std::back_inserter(fewer));
            if (fewer.size() == nodes.size()) return;
            if (auto found = set_within(fewer)) {
                nodes = std::move(*found);
            } else if (to - from > 1) {
                self(self, from, from + (to - from) / 2);
                self(self, from + (to - from) / 2, to);
            }
        };
        if (!all.empty()) thin(thin, 0, all.size());
        return nodes;
    }

    /// Every minimal set but the first lacks some node of the first, and so on down the tree.
    void list(const DoorNodes& largest, NodeSets& found) {
        std::set<DoorNodes> known, visited = {{}};
        std::deque<DoorNodes> open = {{}};
        while (!open.empty()) {
            if (known.size() > most_ || questions_ > 50 * most_ || questions_ * graph_.size() > most_door_visits) {
                found.complete = false;
                break;
            }
            const DoorNodes without = std::move(open.front());
            open.pop_front();
            DoorNodes among;
            std::ranges::set_difference(largest, without, std::back_inserter(among));
            const auto any = set_within(among);
            if (!any) continue;
            const DoorNodes minimal = minimal_within(*any);
            known.insert(minimal);
            for (const GraphNode v : minimal) {
                DoorNodes more = without;
                more.insert(std::ranges::upper_bound(more, v), v);
                if (visited.insert(more).second) open.push_back(std::move(more));
            }
        }
        found.sets.assign(known.begin(), known.end());
        sort_sets(found.sets);
        if (found.sets.size() > most_) found.sets.resize(most_);
    }

    const CausalGraph& graph_;
    std::size_t most_;
    const Work& work_;
    std::size_t questions_ = 0;
};

}  // namespace

FrontDoorSets front_door_sets(const CausalGraph& graph, std::size_t most, const Work& work) {
    // A path that could be open, and a causal one, holds ancestors of its ends alone.
    DoorNodes ends = graph.exposures;
    ends.insert(ends.end(), graph.outcomes.begin(), graph.outcomes.end());
    DoorNodes original;
    const CausalGraph part = part_of_graph(graph, ancestors_of(graph, ends), original);
    FrontDoorSets found = FrontDoorSearch(part, most, work).run();
    for (DoorNodes& set : found.sets.sets) {
        for (GraphNode& v : set) v = original[v];
    }
    return found;
}

}  // namespace tarazy
