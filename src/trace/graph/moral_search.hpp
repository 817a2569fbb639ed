#pragma once

#include "trace/graph/minimal_separators.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

/// The minimal separators of one task, each from the one before it.
///
/// They are separators of the moral graph of the ancestors, whose edges are not written down: two nodes are neighbours
/// there when they belong to one family (a node with its parents), and families of siblings hang together. So families
/// are vertices of their own, which nothing can take out, and a family of k nodes costs k edges instead of k^2. Vertex
/// v is node v, vertex size + v the family of node v.
class MoralSearch {
public:
    using Separator = std::vector<GraphNode>;  ///< in order
    /// A flag a vertex: does it lie on x's side of a separator?
    using Side = std::vector<bool>;

    MoralSearch(const CausalGraph& graph, const SeparationTask& task);

    /// The minimal separator nearest to x; nothing where none is. O(nodes + arrows + arcs)
    [[nodiscard]] std::optional<Separator> first();

    /// All that hangs together with x once the separator is taken out. O(that side)
    [[nodiscard]] Side side_of_x(const Separator& separator);

    /// The separator nearest to x of those with `node` of this one on x's side, and all of `side` too. What is asked
    /// about the far side is asked from y and from the new border in turns until they meet: O(what is new on x's side +
    /// the smaller parts), seldom all of y's side.
    [[nodiscard]] std::optional<Separator> beyond(const Separator& separator, GraphNode node, const Side& side);

    /// The side of x of what `beyond` gave last. O(vertices/64 + what is new)
    [[nodiscard]] Side grown(const Side& side, const Separator& next);

private:
    enum class Kind : char { removable, fixed, gone };
    using Vertex = std::uint32_t;
    enum class Step : char { pass, border, ignore };

    template <typename Each>
    void for_each_neighbour(Vertex vertex, Each each) const;
    /// Walks from these vertices; `step_to` says what to do with each vertex met. @return the border, in order
    template <typename StepTo>
    Separator walk(std::vector<Vertex> open, StepTo step_to);
    /// A new turn in which these nodes are barred.
    void bar(const Separator& nodes);
    [[nodiscard]] bool barred(Vertex vertex) const { return vertex < size_ && barred_[vertex] == turn_; }
    [[nodiscard]] bool removable(Vertex vertex) const { return vertex < size_ && kind_[vertex] == Kind::removable; }
    [[nodiscard]] std::vector<Vertex> ends(std::span<const GraphNode> nodes) const;

    /// Those nodes of the border that y's side touches, y hanging together with one of them at least.
    [[nodiscard]] Separator touched_by_y(const Side& side);
    void grow(std::uint32_t part, const Side& side);
    void join(std::uint32_t one, std::uint32_t other);
    [[nodiscard]] std::uint32_t part_of(std::uint32_t part) const;

    const CausalGraph& graph_;
    const SeparationTask& task_;
    std::size_t size_;
    std::vector<Kind> kind_;
    std::vector<char> ancestral_, target_;
    // Marks hold in the turn in which they were set.
    std::uint32_t turn_ = 0;
    std::vector<std::uint32_t> seen_, barred_, owned_, owner_;
    // What the last walk passed, and where it ended.
    std::vector<Vertex> passed_;
    Separator border_;
    bool met_target_ = false;
    /// Parts of the far side that grow until they meet; the first is y's.
    struct Part {
        std::uint32_t joined_to = 0;
        std::vector<Vertex> open;
    };
    std::vector<Part> parts_;
    bool y_met_ = false;
};

}  // namespace tarazy
