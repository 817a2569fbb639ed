#pragma once

#include "base/random.hpp"
#include "network/bit_matrix.hpp"
#include "network/graphs/network.hpp"

#include <utility>
#include <vector>

namespace tarazy {

/// A network whose ties are exchanged while every node keeps its number of ties (in and out, where they have a
/// direction): switches of two ties, a-b and c-d becoming a-d and c-b, where this makes neither a tie to oneself nor a
/// tie twice (Maslov & Sneppen 2002, Science 296:910-913; Rao, Jana & Bandyopadhyay 1996, Sankhya A 58:225-242). A
/// switch that is refused counts as a step, without which the chain would not be uniform. With a direction the chain
/// cannot turn a circle of three around (Rao et al. 1996), so that it may miss some networks.
class Rewiring {
public:
    explicit Rewiring(const Network& network);

    /// Tries so many switches. O(switches)
    void tries(std::size_t switches, Random& random);
    /// Back to the network as it was given. O(ties + nodes^2/64)
    void reset();

    [[nodiscard]] const BitMatrix& ties() const noexcept { return bits_; }
    [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }

private:
    BitMatrix bits_, given_bits_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends_, given_ends_;
    bool directed_ = false;
};

}  // namespace tarazy
