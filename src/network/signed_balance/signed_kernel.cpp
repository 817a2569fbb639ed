#include "network/signed_balance/signed_kernel.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

auto arc_to(std::vector<SignedKernel::Arc>& arcs, std::uint32_t node) {
    return std::ranges::lower_bound(arcs, node, {}, &SignedKernel::Arc::node);
}

int sign_of_weight(double weight) {
    return weight < 0 ? -1 : 1;
}

}  // namespace

SignedKernel::SignedKernel(std::size_t nodes, std::span<const SignedEdge> edges)
    : arcs_(nodes), waits_(nodes, 0), gone_(nodes, 0), alive_(nodes) {
    for (const SignedEdge& edge : edges) {
        arcs_[edge.from].push_back({edge.to, edge.weight});
        arcs_[edge.to].push_back({edge.from, edge.weight});
    }
    for (std::uint32_t node = 0; node < nodes; ++node) {
        auto& arcs = arcs_[node];
        std::ranges::stable_sort(arcs, {}, &Arc::node);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < arcs.size();) {
            Arc sum = arcs[i];
            double size = std::abs(sum.weight);
            for (++i; i < arcs.size() && arcs[i].node == sum.node; ++i) {
                sum.weight += arcs[i].weight;
                size += std::abs(arcs[i].weight);
            }
            if (node < sum.node) offset_ += (size - std::abs(sum.weight)) / 2;
            if (sum.weight != 0) arcs[kept++] = sum;
        }
        arcs.resize(kept);
        touch(node);
    }
}

void SignedKernel::touch(std::uint32_t node) {
    if (waits_[node] != 0 || gone_[node] != 0) return;
    waits_[node] = 1;
    waiting_.push_back(node);
}

/// Two ties between the same nodes: what they disagree on is frustrated whatever the sides.
void SignedKernel::add(std::uint32_t a, std::uint32_t b, double weight) {
    if (weight == 0) return;
    const auto at = arc_to(arcs_[a], b);
    touch(a);
    touch(b);
    if (at == arcs_[a].end() || at->node != b) {
        arcs_[a].insert(at, {b, weight});
        arcs_[b].insert(arc_to(arcs_[b], a), {a, weight});
        return;
    }
    const double sum = at->weight + weight;
    offset_ += (std::abs(at->weight) + std::abs(weight) - std::abs(sum)) / 2;
    if (sum == 0) {
        drop(a, b);
        drop(b, a);
        return;
    }
    at->weight = sum;
    arc_to(arcs_[b], a)->weight = sum;
}

void SignedKernel::drop(std::uint32_t from, std::uint32_t to) {
    arcs_[from].erase(arc_to(arcs_[from], to));
    touch(from);
}

void SignedKernel::take_away(std::uint32_t node) {
    for (const Arc& arc : arcs_[node]) drop(arc.node, node);
    arcs_[node].clear();
    gone_[node] = 1;
    --alive_;
}

void SignedKernel::contract(std::uint32_t node, std::uint32_t into, int relation) {
    const std::vector<Arc> arcs = arcs_[node];
    take_away(node);
    eliminated_.push_back({node, 1, {{into, static_cast<double>(relation)}, {}, {}}});
    for (const Arc& arc : arcs) {
        if (arc.node != into)
            add(into, arc.node, relation * arc.weight);
        else if (sign_of_weight(arc.weight) != relation)
            offset_ += std::abs(arc.weight);
    }
}

void SignedKernel::reduce_node(std::uint32_t node) {
    const auto& arcs = arcs_[node];
    if (arcs.size() <= 3) {
        Elimination step{node, static_cast<std::uint32_t>(arcs.size()), {}};
        std::ranges::copy(arcs, step.arcs);
        take_away(node);
        eliminated_.push_back(step);
        const auto& [a, b, c] = step.arcs;
        const double wa = std::abs(a.weight), wb = std::abs(b.weight), wc = std::abs(c.weight);
        const int sa = sign_of_weight(a.weight), sb = sign_of_weight(b.weight), sc = sign_of_weight(c.weight);
        if (step.count == 2) add(a.node, b.node, sa * sb * std::min(wa, wb));
        if (step.count == 3) {
            // The node's cost when one of the three stands apart from the two others.
            const double apart_a = std::min(wa, wb + wc), apart_b = std::min(wb, wa + wc),
                         apart_c = std::min(wc, wa + wb);
            add(a.node, b.node, sa * sb * (apart_a + apart_b - apart_c) / 2);
            add(a.node, c.node, sa * sc * (apart_a + apart_c - apart_b) / 2);
            add(b.node, c.node, sb * sc * (apart_b + apart_c - apart_a) / 2);
        }
        return;
    }
    double sum = 0;
    const Arc* strongest = arcs.data();
    for (const Arc& arc : arcs) {
        sum += std::abs(arc.weight);
        if (std::abs(arc.weight) > std::abs(strongest->weight)) strongest = &arc;
    }
    if (2 * std::abs(strongest->weight) >= sum) {
        const Arc arc = *strongest;
        contract(node, arc.node, sign_of_weight(arc.weight));
    }
}

void SignedKernel::reduce() {
    while (!waiting_.empty()) {
        const std::uint32_t node = waiting_.back();
        waiting_.pop_back();
        waits_[node] = 0;
        if (gone_[node] == 0) reduce_node(node);
    }
}

std::vector<std::uint32_t> SignedKernel::nodes() const {
    std::vector<std::uint32_t> left;
    for (std::uint32_t node = 0; node < arcs_.size(); ++node) {
        if (gone_[node] == 0) left.push_back(node);
    }
    return left;
}

double SignedKernel::cost(std::span<const std::int8_t> side) const {
    double sum = 0;
    for (std::uint32_t node = 0; node < arcs_.size(); ++node) {
        for (const Arc& arc : arcs_[node]) {
            if (arc.node > node && arc.weight * side[node] * side[arc.node] < 0) sum += std::abs(arc.weight);
        }
    }
    return sum;
}

void SignedKernel::extend(std::vector<std::int8_t>& side) const {
    for (auto step = eliminated_.rbegin(); step != eliminated_.rend(); ++step) {
        double pull = 0;
        for (std::uint32_t i = 0; i < step->count; ++i) pull += step->arcs[i].weight * side[step->arcs[i].node];
        side[step->node] = pull < 0 ? -1 : 1;
    }
}

}  // namespace tarazy
