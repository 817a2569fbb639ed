#include "network/signed_balance/cycle_packing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

std::uint32_t class_root(std::vector<std::uint32_t>& parent, std::uint32_t node) {
    while (parent[node] != node) {
        parent[node] = parent[parent[node]];
        node = parent[node];
    }
    return node;
}

/// Pairs are tried for flows only where there are not too many.
constexpr std::size_t most_flow_lines = 20'000;

}  // namespace

CyclePacking::CyclePacking(const SignedKernel& kernel, std::span<const std::int8_t> side)
    : ways_(kernel.size()), came_by_(kernel.size()), seen_(kernel.size(), 0) {
    double heaviest = 0;
    for (std::uint32_t node = 0; node < kernel.size(); ++node) {
        for (const SignedKernel::Arc& arc : kernel.arcs(node)) {
            if (arc.node < node) continue;
            const auto line = static_cast<std::uint32_t>(lines_.size());
            const double weight = std::abs(arc.weight);
            heaviest = std::max(heaviest, weight);
            lines_.push_back({node, arc.node, weight, weight});
            if (arc.weight * side[node] * side[arc.node] < 0) {
                frustrated_.push_back(line);
            } else {
                ways_[node].push_back({arc.node, line});
                ways_[arc.node].push_back({node, line});
            }
        }
    }
    tiny_ = heaviest * 1e-9;
}

/// Breadth first over ties with weight left.
bool CyclePacking::reach(std::uint32_t from, std::uint32_t to) {
    ++search_;
    queue_.assign(1, from);
    seen_[from] = search_;
    for (std::size_t head = 0; head < queue_.size(); ++head) {
        const std::uint32_t node = queue_[head];
        for (const Way& way : ways_[node]) {
            if (seen_[way.node] == search_ || lines_[way.line].left <= tiny_) continue;
            seen_[way.node] = search_;
            came_by_[way.node] = way.line;
            if (way.node == to) return true;
            queue_.push_back(way.node);
        }
    }
    return false;
}

/// Sends weight along the way that `reach` found.
double CyclePacking::push(std::uint32_t from, std::uint32_t to, double most) {
    double amount = most;
    for (std::uint32_t node = to; node != from;) {
        const Line& line = lines_[came_by_[node]];
        amount = std::min(amount, line.left);
        node = line.a == node ? line.b : line.a;
    }
    for (std::uint32_t node = to; node != from;) {
        Line& line = lines_[came_by_[node]];
        line.left -= amount;
        node = line.a == node ? line.b : line.a;
    }
    return amount;
}

void CyclePacking::pack(Random& random, double quantum, const Work& work) {
    bound_ = 0;
    for (Line& line : lines_) line.left = line.weight;
    std::vector<std::uint32_t> waiting = frustrated_;
    for (std::size_t i = waiting.size(); i > 1; --i) std::swap(waiting[i - 1], waiting[random.below(i)]);
    while (!waiting.empty()) {
        std::vector<std::uint32_t> again;
        for (const std::uint32_t number : waiting) {
            work.check();
            if (work.time_is_up()) return;
            Line& line = lines_[number];
            if (!reach(line.a, line.b)) continue;
            const double amount = push(line.a, line.b, std::min(line.left, quantum));
            line.left -= amount;
            bound_ += amount;
            if (line.left > tiny_) again.push_back(number);
        }
        waiting = std::move(again);
    }
}

/// Can so much flow from one node to another in what is left? Augmenting shortest ways (Edmonds & Karp 1972).
bool CyclePacking::flows(std::uint32_t from, std::uint32_t to, double amount) {
    double sent = 0;
    const auto room = [&](std::uint32_t node, std::uint32_t number) -> double& {
        return lines_[number].a == node ? room_[number].first : room_[number].second;
    };
    while (sent < amount) {
        ++search_;
        queue_.assign(1, from);
        seen_[from] = search_;
        bool found = false;
        for (std::size_t head = 0; head < queue_.size() && !found; ++head) {
            for (const Way& way : ways_[queue_[head]]) {
                if (seen_[way.node] == search_ || room(queue_[head], way.line) <= tiny_) continue;
                seen_[way.node] = search_;
                came_by_[way.node] = way.line;
                queue_.push_back(way.node);
                if (way.node == to) {
                    found = true;
                    break;
                }
            }
        }
        if (!found) break;
        double step = amount - sent;
        for (int pass = 0; pass < 2; ++pass) {
            for (std::uint32_t node = to; node != from;) {
                const std::uint32_t number = came_by_[node];
                const std::uint32_t before = lines_[number].a == node ? lines_[number].b : lines_[number].a;
                if (pass == 0) {
                    step = std::min(step, room(before, number));
                } else {
                    room(before, number) -= step;
                    room(node, number) += step;
                    touched_.push_back(number);
                }
                node = before;
            }
        }
        sent += step;
    }
    for (const std::uint32_t number : touched_) room_[number] = {lines_[number].left, lines_[number].left};
    touched_.clear();
    return sent >= amount;
}

std::vector<std::uint32_t> CyclePacking::inseparable(double gap, const Work& work) {
    std::vector<std::uint32_t> parent(ways_.size());
    std::iota(parent.begin(), parent.end(), 0U);
    for (std::uint32_t node = 0; node < ways_.size(); ++node) {
        for (const Way& way : ways_[node]) {
            if (lines_[way.line].left >= gap) parent[class_root(parent, way.node)] = class_root(parent, node);
        }
    }
    if (lines_.size() <= most_flow_lines) {
        room_.clear();
        for (const Line& line : lines_) room_.emplace_back(line.left, line.left);
        for (std::uint32_t node = 0; node < ways_.size(); ++node) {
            for (const Way& way : ways_[node]) {
                if (way.node < node || class_root(parent, node) == class_root(parent, way.node)) continue;
                work.check();
                if (work.time_is_up()) break;
                if (flows(node, way.node, gap)) parent[class_root(parent, way.node)] = class_root(parent, node);
            }
        }
    }
    for (std::uint32_t node = 0; node < ways_.size(); ++node) parent[node] = class_root(parent, node);
    return parent;
}

}  // namespace tarazy
