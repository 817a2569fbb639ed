#include "network/signed_balance/signed_blocks.hpp"

#include <algorithm>

namespace tarazy {
namespace {

struct BlockVisit {
    std::uint32_t node, before;
    std::size_t next = 0;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> signed_blocks(const SignedKernel& kernel) {
    std::vector<std::vector<std::uint32_t>> blocks;
    std::vector<std::uint32_t> number(kernel.size(), 0), low(kernel.size(), 0), held;
    std::uint32_t last = 0;
    for (const std::uint32_t start : kernel.nodes()) {
        if (number[start] != 0) continue;
        std::vector<BlockVisit> way{{start, start}};
        number[start] = low[start] = ++last;
        held.assign(1, start);
        while (!way.empty()) {
            BlockVisit& at = way.back();
            const auto arcs = kernel.arcs(at.node);
            if (at.next < arcs.size()) {
                const std::uint32_t to = arcs[at.next++].node;
                if (number[to] == 0) {
                    number[to] = low[to] = ++last;
                    held.push_back(to);
                    way.push_back({to, at.node});
                } else if (to != at.before) {
                    low[at.node] = std::min(low[at.node], number[to]);
                }
                continue;
            }
            const BlockVisit done = at;
            way.pop_back();
            if (way.empty()) break;
            const std::uint32_t above = way.back().node;
            low[above] = std::min(low[above], low[done.node]);
            if (low[done.node] < number[above]) continue;
            std::vector<std::uint32_t> block{above};
            for (std::uint32_t node = above; node != done.node;) {
                node = held.back();
                held.pop_back();
                block.push_back(node);
            }
            std::ranges::sort(block);
            blocks.push_back(std::move(block));
        }
    }
    return blocks;
}

}  // namespace tarazy
