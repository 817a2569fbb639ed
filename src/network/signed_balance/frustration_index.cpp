#include "network/signed_balance/frustration_index.hpp"

#include "network/signed_balance/signed_blocks.hpp"

#include <cmath>
#include <numeric>

namespace tarazy {
namespace {

/// The block as a graph of its own, its nodes numbered from 0.
SignedKernel block_kernel(const SignedKernel& whole, const std::vector<std::uint32_t>& nodes,
                          std::vector<std::uint32_t>& place) {
    for (std::uint32_t i = 0; i < nodes.size(); ++i) place[nodes[i]] = i + 1;
    std::vector<SignedEdge> edges;
    for (const std::uint32_t node : nodes) {
        for (const SignedKernel::Arc& arc : whole.arcs(node)) {
            if (arc.node > node && place[arc.node] != 0)
                edges.push_back({place[node] - 1, place[arc.node] - 1, arc.weight});
        }
    }
    for (const std::uint32_t node : nodes) place[node] = 0;
    return {nodes.size(), edges};
}

/// Sides of blocks that share single nodes, put together: each block may be turned round as a whole.
class BlockSides {
public:
    explicit BlockSides(std::size_t nodes) : parent_(nodes), turned_(nodes, 1) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }
    void relate(std::uint32_t a, std::uint32_t b, int relation) {
        const auto [root_a, turn_a] = root(a);
        const auto [root_b, turn_b] = root(b);
        if (root_a == root_b) return;
        parent_[root_b] = root_a;
        turned_[root_b] = static_cast<std::int8_t>(turn_a * turn_b * relation);
    }
    [[nodiscard]] std::pair<std::uint32_t, int> root(std::uint32_t node) const {
        int turn = 1;
        while (parent_[node] != node) {
            turn *= turned_[node];
            node = parent_[node];
        }
        return {node, turn};
    }

private:
    std::vector<std::uint32_t> parent_;
    std::vector<std::int8_t> turned_;
};

/// The first node of each component stands on side 1.
void turn_components(const Network& network, std::vector<std::int8_t>& side) {
    std::vector<std::vector<std::uint32_t>> near(network.size());
    for (const NetworkTie& tie : network.ties) {
        near[tie.from].push_back(tie.to);
        near[tie.to].push_back(tie.from);
    }
    std::vector<std::uint8_t> seen(network.size(), 0);
    for (std::uint32_t start = 0; start < network.size(); ++start) {
        if (seen[start] != 0) continue;
        const std::int8_t turn = side[start];
        std::vector<std::uint32_t> queue{start};
        seen[start] = 1;
        for (std::size_t head = 0; head < queue.size(); ++head) {
            side[queue[head]] = static_cast<std::int8_t>(side[queue[head]] * turn);
            for (const std::uint32_t to : near[queue[head]]) {
                if (seen[to] != 0) continue;
                seen[to] = 1;
                queue.push_back(to);
            }
        }
    }
}

}  // namespace

double weight_step(std::span<const NetworkTie> ties) {
    double scale = 1;
    for (int decimals = 0; decimals <= 6; ++decimals, scale *= 10) {
        std::int64_t step = 0;
        bool whole = true;
        for (const NetworkTie& tie : ties) {
            const double scaled = tie.weight * scale, near = std::round(scaled);
            whole = near > 0 && near < 1e12 && std::abs(scaled - near) <= 1e-9 * near;
            if (!whole) break;
            step = std::gcd(step, static_cast<std::int64_t>(near));
        }
        if (whole) return static_cast<double>(step) / scale;
    }
    return 0;
}

FrustrationIndex frustration_index(const Network& network, const FrustrationSearch& search) {
    FrustrationIndex result;
    std::vector<SignedEdge> edges;
    edges.reserve(network.ties.size());
    for (const NetworkTie& tie : network.ties) {
        edges.push_back({tie.from, tie.to, tie.sign * tie.weight});
        result.weight += tie.weight;
    }
    SignedKernel whole(network.size(), edges);
    search.work.check();
    whole.reduce();
    result.nodes = whole.alive();
    const double step = weight_step(network.ties);
    double lower = whole.offset();
    result.optimal = true;
    BlockSides sides(network.size());
    std::vector<std::uint32_t> place(network.size(), 0);
    const auto blocks = signed_blocks(whole);
    WorkStep told(search.work, "frustration index", blocks.size());
    for (const std::vector<std::uint32_t>& block : blocks) {
        FrustrationSearch part = search;
        part.most_branches = search.most_branches - std::min(search.most_branches, result.branches);
        const FrustrationFound found = least_frustration(block_kernel(whole, block, place), step, part);
        lower += found.lower;
        result.branches += found.branches;
        result.optimal = result.optimal && found.optimal;
        for (std::uint32_t i = 1; i < block.size(); ++i)
            sides.relate(block[0], block[i], found.side[0] * found.side[i]);
        told.advance();
    }
    result.side.assign(network.size(), 1);
    for (const std::uint32_t node : whole.nodes())
        result.side[node] = static_cast<std::int8_t>(sides.root(node).second);
    whole.extend(result.side);
    turn_components(network, result.side);
    for (const NetworkTie& tie : network.ties) {
        if (tie.sign * result.side[tie.from] * result.side[tie.to] < 0) result.index += tie.weight;
    }
    result.lower = result.optimal ? result.index : std::min(lower, result.index);
    return result;
}

}  // namespace tarazy
