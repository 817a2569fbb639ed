#pragma once

#include "base/random.hpp"
#include "base/work.hpp"
#include "network/signed_balance/signed_kernel.hpp"

#include <span>
#include <utility>
#include <vector>

namespace tarazy {

/// Negative cycles (those with an odd number of negative ties) that share no weight. Every one of them has a frustrated
/// tie whatever the sides, so that their weight is a lower bound of the frustration: the dual of covering negative
/// cycles.
///
/// With respect to sides that are given (`side`, a good solution), each packed cycle is one frustrated tie and a path
/// of satisfied ties between its ends: the packing is a flow of many commodities, found by shortest paths in a drawn
/// order.
class CyclePacking {
public:
    /// @param side  1 or -1 for each node of the kernel that is left
    CyclePacking(const SignedKernel& kernel, std::span<const std::int8_t> side);

    /// Packs anew. @param quantum  most weight that a tie sends on one way before the next has its turn
    /// @throws Interrupted. When the time of the work is up it ends with what it has, which is a bound, too.
    void pack(Random& random, double quantum, const Work& work);

    [[nodiscard]] double bound() const noexcept { return bound_; }  ///< without the kernel's offset
    /// Pairs of nodes (classes, by a representative) that a solution cheaper than `bound + gap` cannot part from how
    /// they stand in `side`: to part them costs all the weight that is not packed and flows between them, besides what
    /// is packed. @param gap  above zero
    /// @return for every node of the kernel the representative of its class
    [[nodiscard]] std::vector<std::uint32_t> inseparable(double gap, const Work& work);

private:
    struct Line {
        std::uint32_t a, b;
        double weight, left;
    };
    struct Way {
        std::uint32_t node, line;
    };
    [[nodiscard]] bool reach(std::uint32_t from, std::uint32_t to);
    double push(std::uint32_t from, std::uint32_t to, double most);
    [[nodiscard]] bool flows(std::uint32_t from, std::uint32_t to, double amount);

    std::vector<Line> lines_;
    std::vector<std::vector<Way>> ways_;  ///< satisfied ties, by node
    std::vector<std::uint32_t> frustrated_;
    double bound_ = 0, tiny_ = 0;
    std::vector<std::uint32_t> came_by_, queue_, seen_;  ///< of a search for a shortest way
    std::uint32_t search_ = 0;
    std::vector<std::pair<double, double>> room_;  ///< of flows: from a to b, from b to a
    std::vector<std::uint32_t> touched_;
};

}  // namespace tarazy
