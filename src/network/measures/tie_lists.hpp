#pragma once

#include "network/graphs/network.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// Where the tie of a list leads, and what it weighs.
struct TieEnd {
    std::uint32_t node = 0;
    double weight = 1;
};

/// The ties of a network as lists by node, the ends in ascending order. Signs are not read: what is measured here are
/// strengths.
class TieLists {
public:
    /// @param starts  where the list of each node begins, and the end of the last; as many as nodes, and one more
    TieLists(std::vector<std::size_t> starts, std::vector<TieEnd> ends)
        : starts_(std::move(starts)), ends_(std::move(ends)) {}

    [[nodiscard]] std::size_t size() const noexcept { return starts_.size() - 1; }
    [[nodiscard]] std::size_t ends() const noexcept { return ends_.size(); }
    [[nodiscard]] std::span<const TieEnd> operator[](std::size_t node) const noexcept {
        return {ends_.data() + starts_[node], starts_[node + 1] - starts_[node]};
    }
    /// Sum of the weights. O(ends of the node)
    [[nodiscard]] double strength(std::size_t node) const noexcept;

private:
    std::vector<std::size_t> starts_;
    std::vector<TieEnd> ends_;
};

/// Ties by the node they leave; undirected ties stand at both of their nodes. O(nodes + ties)
[[nodiscard]] TieLists leaving_ties(const Network& network);
/// Ties by the node they reach; the same as `leaving_ties` for undirected networks. O(nodes + ties)
[[nodiscard]] TieLists arriving_ties(const Network& network);
/// Contacts of each node whatever the direction, each once, with a_ij + a_ji as the weight. O(nodes + ties)
[[nodiscard]] TieLists contact_ties(const Network& network);

}  // namespace tarazy
