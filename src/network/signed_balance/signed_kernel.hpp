#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

/// A tie of a signed graph whose weight carries the sign.
struct SignedEdge {
    std::uint32_t from = 0, to = 0;
    double weight = 0;
};

/// A signed weighted graph from which nodes are taken away without changing what its frustration says: every step
/// leaves a smaller graph, an amount that is frustrated whatever comes (`offset`), and the rule by which the node's
/// side follows from those of the nodes that remain. So
/// frustration(before) = offset + frustration(after), exactly.
///
/// Steps: nodes with at most one neighbour; with two (a path becomes one tie of the weaker weight); with three (star to
/// triangle: three costs, three ties); nodes with one tie that outweighs all the others together (they follow it). They
/// are steps of maximum cut (compare Lange, Andres & Swoboda 2019).
class SignedKernel {
public:
    struct Arc {
        std::uint32_t node;
        double weight;  ///< below zero for a negative tie
    };

    /// Ties between the same two nodes are added up. @pre ends below `nodes`, no tie from a node to itself
    SignedKernel(std::size_t nodes, std::span<const SignedEdge> edges);

    /// Takes away what can be taken away. O(ties x largest degree) at worst
    void reduce();
    /// The node takes the side of another: the same (1) or the opposite one (-1).
    void contract(std::uint32_t node, std::uint32_t into, int relation);

    [[nodiscard]] double offset() const noexcept { return offset_; }
    [[nodiscard]] bool empty() const noexcept { return alive_ == 0; }
    [[nodiscard]] std::size_t alive() const noexcept { return alive_; }
    [[nodiscard]] std::span<const Arc> arcs(std::uint32_t node) const { return arcs_[node]; }
    [[nodiscard]] std::size_t size() const noexcept { return arcs_.size(); }
    /// Nodes that are left, in their order.
    [[nodiscard]] std::vector<std::uint32_t> nodes() const;
    /// What is frustrated besides the offset when the nodes that are left stand on these sides (1, -1).
    [[nodiscard]] double cost(std::span<const std::int8_t> side) const;
    /// Sides of the nodes that were taken away. @pre those that are left have theirs
    void extend(std::vector<std::int8_t>& side) const;

private:
    struct Elimination {
        std::uint32_t node;
        std::uint32_t count;
        Arc arcs[3];
    };
    void add(std::uint32_t a, std::uint32_t b, double weight);
    void drop(std::uint32_t from, std::uint32_t to);
    void take_away(std::uint32_t node);
    void touch(std::uint32_t node);
    void reduce_node(std::uint32_t node);

    std::vector<std::vector<Arc>> arcs_;  ///< by node
    std::vector<Elimination> eliminated_;
    std::vector<std::uint32_t> waiting_;
    std::vector<std::uint8_t> waits_, gone_;
    double offset_ = 0;
    std::size_t alive_ = 0;
};

}  // namespace tarazy
