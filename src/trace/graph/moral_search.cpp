#include "trace/graph/moral_search.hpp"

#include <algorithm>

namespace tarazy {

MoralSearch::MoralSearch(const CausalGraph& graph, const SeparationTask& task)
    : graph_(graph), task_(task), size_(graph.size()), kind_(size_, Kind::fixed), seen_(2 * size_), barred_(size_) {
    Separator roots(task.x.begin(), task.x.end());
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

template <typename Each>
void MoralSearch::for_each_neighbour(Vertex vertex, Each each) const {
    const auto family = [&](GraphNode v) {
        if (ancestral_[v] != 0) each(static_cast<Vertex>(size_ + v));
    };
    const auto member = [&](GraphNode v) {
        if (kind_[v] != Kind::gone) each(static_cast<Vertex>(v));
    };
    if (vertex < size_) {
        family(vertex);
        for (const GraphNode child : graph_.children[vertex]) family(child);
        return;
    }
    const auto node = static_cast<GraphNode>(vertex - size_);
    member(node);
    for (const GraphNode parent : graph_.parents[node]) member(parent);
    for (const GraphNode other : graph_.siblings[node]) family(other);
}

void MoralSearch::bar(const Separator& nodes) {
    if (++turn_ == 0) {
        for (auto* marks : {&seen_, &barred_, &owned_}) std::ranges::fill(*marks, 0);
        turn_ = 1;
    }
    for (const GraphNode v : nodes) barred_[v] = turn_;
}

std::vector<MoralSearch::Vertex> MoralSearch::ends(std::span<const GraphNode> nodes) const {
    std::vector<Vertex> vertices(nodes.begin(), nodes.end());
    std::erase_if(vertices, [&](Vertex v) { return kind_[v] == Kind::gone; });
    return vertices;
}

template <typename StepTo>
MoralSearch::Separator MoralSearch::walk(std::vector<Vertex> open, StepTo step_to) {
    met_target_ = false;
    Separator border;
    passed_ = open;
    for (const Vertex vertex : open) seen_[vertex] = turn_;
    while (!open.empty()) {
        const Vertex vertex = open.back();
        open.pop_back();
        for_each_neighbour(vertex, [&](Vertex next) {
            if (seen_[next] == turn_) return;
            const Step step = step_to(next);
            if (step == Step::ignore) return;
            seen_[next] = turn_;
            if (step == Step::border) {
                border.push_back(next);
                return;
            }
            met_target_ = met_target_ || (next < size_ && target_[next] != 0);
            passed_.push_back(next);
            open.push_back(next);
        });
    }
    std::ranges::sort(border);
    return border;
}

std::optional<MoralSearch::Separator> MoralSearch::first() {
    bar({});
    const Separator around =
        walk(ends(task_.x), [&](Vertex next) { return removable(next) ? Step::border : Step::pass; });
    if (met_target_) return std::nullopt;
    bar(around);
    return walk(ends(task_.y), [&](Vertex next) { return barred(next) ? Step::border : Step::pass; });
}

MoralSearch::Side MoralSearch::side_of_x(const Separator& separator) {
    bar(separator);
    (void)walk(ends(task_.x), [&](Vertex next) { return barred(next) ? Step::ignore : Step::pass; });
    Side side(2 * size_);
    for (const Vertex vertex : passed_) side[vertex] = true;
    return side;
}

std::optional<MoralSearch::Separator> MoralSearch::beyond(const Separator& separator, GraphNode node,
                                                          const Side& side) {
    bar({});
    border_ = walk({node}, [&](Vertex next) {
        if (side[next]) return Step::ignore;
        return removable(next) ? Step::border : Step::pass;
    });
    if (met_target_) return std::nullopt;
    // All else that borders on x's side is the rest of the old separator.
    border_.insert(border_.end(), separator.begin(), separator.end());
    std::ranges::sort(border_);
    border_.erase(std::unique(border_.begin(), border_.end()), border_.end());
    std::erase(border_, node);
    for (const GraphNode v : border_) barred_[v] = turn_;
    return touched_by_y(side);
}

MoralSearch::Side MoralSearch::grown(const Side& side, const Separator& next) {
    std::vector<Vertex> from = passed_;
    std::ranges::set_difference(border_, next, std::back_inserter(from));
    bar(next);
    (void)walk(std::move(from),
               [&](Vertex vertex) { return side[vertex] || barred(vertex) ? Step::ignore : Step::pass; });
    Side more = side;
    for (const Vertex vertex : passed_) more[vertex] = true;
    return more;
}

std::uint32_t MoralSearch::part_of(std::uint32_t part) const {
    while (parts_[part].joined_to != part) part = parts_[part].joined_to;
    return part;
}

void MoralSearch::join(std::uint32_t one, std::uint32_t other) {
    y_met_ = y_met_ || one == part_of(0) || other == part_of(0);
    if (parts_[one].open.size() < parts_[other].open.size()) std::swap(one, other);
    parts_[one].open.insert(parts_[one].open.end(), parts_[other].open.begin(), parts_[other].open.end());
    parts_[other].open = {};
    parts_[other].joined_to = one;
}

void MoralSearch::grow(std::uint32_t part, const Side& side) {
    const Vertex vertex = parts_[part].open.back();
    parts_[part].open.pop_back();
    for_each_neighbour(vertex, [&](Vertex next) {
        if (side[next] || seen_[next] == turn_ || barred(next)) return;
        part = part_of(part);
        if (owned_[next] != turn_) {
            owned_[next] = turn_;
            owner_[next] = part;
            parts_[part].open.push_back(next);
        } else if (const std::uint32_t other = part_of(owner_[next]); other != part) {
            join(part, other);
        }
    });
}

MoralSearch::Separator MoralSearch::touched_by_y(const Side& side) {
    owned_.resize(2 * size_);
    owner_.resize(2 * size_);
    parts_.assign(1, {0, ends(task_.y)});
    y_met_ = false;
    for (const Vertex vertex : parts_[0].open) {
        owned_[vertex] = turn_;
        owner_[vertex] = 0;
    }
    // What each node of the border touches behind it.
    std::vector<std::pair<GraphNode, std::uint32_t>> touches;
    std::vector<std::uint32_t> growing;
    for (const GraphNode node : border_) {
        for_each_neighbour(node, [&](Vertex family) {
            if (side[family] || seen_[family] == turn_) return;
            if (owned_[family] != turn_) {
                owned_[family] = turn_;
                owner_[family] = static_cast<std::uint32_t>(parts_.size());
                growing.push_back(owner_[family]);
                parts_.push_back({owner_[family], {family}});
            }
            touches.emplace_back(node, owner_[family]);
        });
    }
    for (;;) {
        // Parts that were joined to others, and those that are found whole without having met another.
        std::erase_if(growing, [&](std::uint32_t part) {
            return part_of(part) != part || part == part_of(0) || parts_[part].open.empty();
        });
        if (growing.empty() || parts_[part_of(0)].open.empty()) break;
        if (growing.size() == 1 && !y_met_) {
            join(growing[0], part_of(0));  // y hangs together with some part
            break;
        }
        grow(part_of(0), side);
        for (const std::uint32_t part : growing)
            if (part_of(part) == part && !parts_[part].open.empty()) grow(part, side);
    }
    Separator touched;
    for (const auto& [node, part] : touches) {
        if (part_of(part) == part_of(0) && (touched.empty() || touched.back() != node)) touched.push_back(node);
    }
    return touched;
}

}  // namespace tarazy
