#include "trace/graph/d_separation.hpp"

#include <algorithm>

namespace tarazy {
namespace {

// Marks of a node during the search.
constexpr std::uint8_t is_given = 1, is_target = 2;
constexpr std::uint8_t entered_by_head = 4;  // an arrowhead points at it: from a parent or a sibling
constexpr std::uint8_t entered_by_tail = 8;  // from a child, or as a start

/// The ball: every (node, side) is taken up once, so that two places a node are room enough.
/// @tparam some_silent  are arrows from flagged nodes left out?
template <bool some_silent = false>
class BallSearch {
public:
    BallSearch(const CausalGraph& graph, SeparationMemory& memory, const char* silent = nullptr)
        : graph_(graph), silent_(silent), marks_(memory.marks.data()), open_(memory.open.data()) {
        std::fill_n(marks_, graph.size(), std::uint8_t{0});
    }

    void mark(std::span<const GraphNode> nodes, std::uint8_t mark) {
        for (const GraphNode v : nodes) marks_[v] |= mark;
    }

    /// @return whether a target was reached
    bool run(std::span<const GraphNode> start) {
        for (const GraphNode v : start) enter(v, entered_by_tail);
        while (count_ > 0 && !met_) {
            const std::uint32_t step = open_[--count_];
            const GraphNode v = step >> 1U;
            const bool given = (marks_[v] & is_given) != 0;
            if ((step & 1U) != 0) {  // by an arrowhead
                if (given) {         // a collider that is known, or whose effect is: open
                    enter_parents(v);
                    enter_all(graph_.siblings[v], entered_by_head);
                } else {
                    enter_children(v);
                }
            } else if (!given) {
                enter_parents(v);
                enter_children(v);
                enter_all(graph_.siblings[v], entered_by_head);
            }
        }
        return met_;
    }

private:
    void enter(GraphNode v, std::uint8_t side) {
        std::uint8_t& marks = marks_[v];
        if ((marks & side) != 0) return;
        marks |= side;
        met_ = met_ || (marks & is_target) != 0;
        open_[count_++] = (v << 1U) | (side == entered_by_head ? 1U : 0U);
    }
    void enter_all(std::span<const GraphNode> nodes, std::uint8_t side) {
        for (const GraphNode v : nodes) enter(v, side);
    }

    void enter_children(GraphNode v) {
        if (!some_silent || silent_[v] == 0) enter_all(graph_.children[v], entered_by_head);
    }
    void enter_parents(GraphNode v) {
        for (const GraphNode parent : graph_.parents[v])
            if (!some_silent || silent_[parent] == 0) enter(parent, entered_by_tail);
    }

    const CausalGraph& graph_;
    const char* silent_;
    std::uint8_t* marks_;
    std::uint32_t* open_;
    std::size_t count_ = 0;
    bool met_ = false;
};

}  // namespace

bool d_separated(const CausalGraph& graph, std::span<const GraphNode> x, std::span<const GraphNode> y,
                 std::span<const GraphNode> given, SeparationMemory& memory) {
    BallSearch<> search(graph, memory);
    search.mark(given, is_given);
    search.mark(y, is_target);
    return !search.run(x);
}

bool d_separated(const CausalGraph& graph, std::span<const GraphNode> x, std::span<const GraphNode> y,
                 std::span<const GraphNode> given) {
    SeparationMemory memory(graph.size());
    return d_separated(graph, x, y, given, memory);
}

std::vector<char> d_connected_nodes(const CausalGraph& graph, std::span<const GraphNode> x,
                                    std::span<const GraphNode> given, const std::vector<char>& silent) {
    SeparationMemory memory(graph.size());
    if (silent.empty()) {
        BallSearch<> search(graph, memory);
        search.mark(given, is_given);
        (void)search.run(x);
    } else {
        BallSearch<true> search(graph, memory, silent.data());
        search.mark(given, is_given);
        (void)search.run(x);
    }
    std::vector<char> connected(graph.size());
    for (std::size_t v = 0; v < connected.size(); ++v) {
        const bool entered = (memory.marks[v] & (entered_by_head | entered_by_tail)) != 0;
        connected[v] = entered && (memory.marks[v] & is_given) == 0 ? 1 : 0;
    }
    return connected;
}

}  // namespace tarazy
