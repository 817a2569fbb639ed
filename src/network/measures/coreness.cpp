#include "network/measures/coreness.hpp"

#include <algorithm>
#include <numeric>

namespace tarazy {

std::vector<std::uint32_t> coreness(const Network& network) {
    const std::size_t n = network.size();
    std::vector<std::vector<std::uint32_t>> others(n);
    for (const NetworkTie& tie : network.ties) {
        others[tie.from].push_back(tie.to);
        others[tie.to].push_back(tie.from);
    }
    std::vector<std::uint32_t> left(n);
    std::size_t most = 0;
    for (std::size_t node = 0; node < n; ++node) {
        left[node] = static_cast<std::uint32_t>(others[node].size());
        most = std::max(most, others[node].size());
    }
    // Nodes by the ties they have left; a node moves to the front of its class before it leaves for the class below.
    std::vector<std::uint32_t> starts(most + 2), order(n), place(n);
    for (const std::uint32_t ties : left) ++starts[ties + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<std::uint32_t> next = starts;
    for (std::uint32_t node = 0; node < n; ++node) {
        place[node] = next[left[node]]++;
        order[place[node]] = node;
    }
    for (std::size_t at = 0; at < n; ++at) {
        const std::uint32_t node = order[at];
        for (const std::uint32_t other : others[node]) {
            if (left[other] <= left[node]) continue;
            const std::uint32_t front = starts[left[other]]++, first = order[front];
            std::swap(order[front], order[place[other]]);
            std::swap(place[first], place[other]);
            --left[other];
        }
        // The class of this node begins behind it now.
        starts[left[node]] = std::max(starts[left[node]], static_cast<std::uint32_t>(at + 1));
    }
    return left;
}

}  // namespace tarazy
