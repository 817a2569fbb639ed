#include "compare/prime_implicants.hpp"

#include "base/error.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

bool shorter_first(Literals a, Literals b) {
    if (a.size() != b.size()) return a.size() < b.size();
    // Low bits first: a term with an earlier condition comes before.
    const Literals differ = a.without(b) | b.without(a);
    if (differ.low != 0) return (a.low & (differ.low & (~differ.low + 1))) != 0;
    return (a.high & (differ.high & (~differ.high + 1))) != 0;
}

template <std::size_t Words>
using EdgeSet = std::array<std::uint64_t, Words>;

template <std::size_t Words>
bool any(const EdgeSet<Words>& set) {
    std::uint64_t all = 0;
    for (const std::uint64_t word : set) all |= word;
    return all != 0;
}

/// Minimal hitting sets of one row's difference sets; vertices are the row's literals, numbered from 0.
template <std::size_t Words>
class HittingSets {
public:
    HittingSets(std::span<const Literals> edges, std::span<const Literals> vertices)
        : vertices_(vertices), critical_((vertices.size() + 2) * (vertices.size() + 2)) {
        containing_.resize(vertices.size());
        for (std::size_t e = 0; e < edges.size(); ++e) {
            std::uint64_t members = 0;
            for (std::size_t v = 0; v < vertices.size(); ++v) {
                if ((edges[e] & vertices[v]).empty()) continue;
                members |= std::uint64_t{1} << v;
                containing_[v][e / 64] |= std::uint64_t{1} << (e % 64);
            }
            edges_.push_back(members);
            open_[e / 64] |= std::uint64_t{1} << (e % 64);
        }
    }

    /// Calls `found(term)` for each; stops when it returns false.
    template <typename Found>
    bool enumerate(const Found& found) {
        const std::uint64_t all =
            vertices_.size() == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << vertices_.size()) - 1;
        return search(open_, all, Literals{}, 0, found);
    }

private:
    template <typename Found>
    bool search(const EdgeSet<Words>& open, std::uint64_t candidates, Literals chosen, std::size_t depth,
                const Found& found) {
        if (!any(open)) return found(chosen);
        std::uint64_t branch = rarest(open, candidates);
        std::uint64_t rest = candidates & ~branch;
        for (; branch != 0; branch &= branch - 1) {
            const auto v = static_cast<std::size_t>(std::countr_zero(branch));
            if (keeps_critical(v, depth)) {
                EdgeSet<Words> still = open;
                EdgeSet<Words>& own = critical(depth, depth);
                for (std::size_t w = 0; w < Words; ++w) {
                    own[w] = open[w] & containing_[v][w];
                    still[w] = open[w] & ~containing_[v][w];
                }
                // The next level starts from this level's sets, thinned by the new vertex.
                for (std::size_t u = 0; u < depth; ++u) {
                    for (std::size_t w = 0; w < Words; ++w) {
                        critical(depth + 1, u)[w] = critical(depth, u)[w] & ~containing_[v][w];
                    }
                }
                critical(depth + 1, depth) = own;
                if (!search(still, rest, chosen | vertices_[v], depth + 1, found)) return false;
            }
            rest |= std::uint64_t{1} << v;
        }
        return true;
    }

    /// The members that may still be chosen of the open edge with the fewest of them.
    std::uint64_t rarest(const EdgeSet<Words>& open, std::uint64_t candidates) const {
        int fewest = 65;
        std::uint64_t best = 0;
        for (std::size_t w = 0; w < Words; ++w) {
            for (std::uint64_t word = open[w]; word != 0; word &= word - 1) {
                const std::uint64_t here =
                    edges_[w * 64 + static_cast<std::size_t>(std::countr_zero(word))] & candidates;
                const int count = count_bits(here);
                if (count < fewest) {
                    fewest = count;
                    best = here;
                    if (count <= 1) return best;
                }
            }
        }
        return best;
    }

    /// Does every chosen vertex keep an edge that only it hits?
    bool keeps_critical(std::size_t v, std::size_t depth) const {
        for (std::size_t u = 0; u < depth; ++u) {
            std::uint64_t left = 0;
            for (std::size_t w = 0; w < Words; ++w) left |= critical(depth, u)[w] & ~containing_[v][w];
            if (left == 0) return false;
        }
        return true;
    }

    std::span<const Literals> vertices_;
    std::vector<EdgeSet<Words>> containing_;  ///< edges that hold a vertex
    std::vector<std::uint64_t> edges_;        ///< vertices of an edge
    EdgeSet<Words> open_{};
    /// Edges hit by the u-th chosen vertex alone, at this depth.
    EdgeSet<Words>& critical(std::size_t depth, std::size_t u) { return critical_[depth * (vertices_.size() + 2) + u]; }
    const EdgeSet<Words>& critical(std::size_t depth, std::size_t u) const {
        return critical_[depth * (vertices_.size() + 2) + u];
    }
    std::vector<EdgeSet<Words>> critical_;
};

/// Difference sets of a row, without those that hold another one.
std::vector<Literals> difference_sets(Literals row, std::span<const Literals> negatives) {
    std::vector<Literals> all;
    for (const Literals negative : negatives) all.push_back(row.without(negative));
    std::ranges::sort(all, shorter_first);
    std::vector<Literals> minimal;
    for (const Literals set : all) {
        const bool holds_other = std::ranges::any_of(minimal, [&](Literals less) { return less.covers(set); });
        if (!holds_other) minimal.push_back(set);
    }
    return minimal;
}

std::vector<Literals> single_literals(Literals row) {
    std::vector<Literals> singles;
    for (unsigned literal = 0; literal < Literals::most; ++literal) {
        if (row.has(literal)) singles.push_back(Literals::one(literal));
    }
    return singles;
}

template <std::size_t Words>
bool enumerate_row(std::span<const Literals> edges, std::span<const Literals> earlier, Literals row, std::size_t limit,
                   std::vector<Literals>& terms) {
    const std::vector<Literals> vertices = single_literals(row);
    return HittingSets<Words>(edges, vertices).enumerate([&](Literals term) {
        // A term through an earlier row was found there.
        for (const Literals other : earlier) {
            if (term.covers(other)) return true;
        }
        if (terms.size() >= limit) return false;
        terms.push_back(term);
        return true;
    });
}

bool enumerate_any(std::span<const Literals> edges, std::span<const Literals> earlier, Literals row, std::size_t limit,
                   std::vector<Literals>& terms) {
    if (edges.size() <= 64) return enumerate_row<1>(edges, earlier, row, limit, terms);
    if (edges.size() <= 128) return enumerate_row<2>(edges, earlier, row, limit, terms);
    if (edges.size() <= 256) return enumerate_row<4>(edges, earlier, row, limit, terms);
    if (edges.size() <= 1024) return enumerate_row<16>(edges, earlier, row, limit, terms);
    if (edges.size() <= 16384) return enumerate_row<256>(edges, earlier, row, limit, terms);
    throw LimitError("a row differs from the negative rows in more than 16384 minimal ways; use fewer conditions");
}

/// Adds the term unless one that covers it is there; takes out those it covers.
bool absorb(std::vector<Literals>& terms, Literals fresh) {
    for (const Literals term : terms) {
        if (term.covers(fresh)) return false;
    }
    std::erase_if(terms, [&](Literals term) { return fresh.covers(term); });
    terms.push_back(fresh);
    return true;
}

/// Merges of one term of each level of the condition, beginning with `level`.
void merge_levels(const PropertySpace& space, std::size_t condition, unsigned level, Literals merged,
                  const std::vector<Literals>& terms, std::vector<Literals>& found) {
    if (level == space.conditions[condition].levels) {
        found.push_back(merged);
        return;
    }
    const Literals here = space.literal(condition, level);
    for (const Literals term : terms) {
        if ((term & here).empty()) continue;
        const Literals joined = merged | term.without(here);
        if (!space.contradictory(joined)) merge_levels(space, condition, level + 1, joined, terms, found);
    }
}

}  // namespace

PrimeImplicants free_prime_implicants(std::span<const Literals> positives, std::span<const Literals> negatives,
                                      std::size_t limit) {
    PrimeImplicants result;
    for (std::size_t p = 0; p < positives.size() && result.complete; ++p) {
        const std::vector<Literals> edges = difference_sets(positives[p], negatives);
        result.complete = enumerate_any(edges, positives.first(p), positives[p], limit, result.terms);
    }
    std::ranges::sort(result.terms, shorter_first);
    return result;
}

PrimeImplicants closed_prime_implicants(const PropertySpace& space, std::span<const Literals> terms,
                                        std::size_t limit) {
    PrimeImplicants result;
    for (const Literals term : terms) absorb(result.terms, term);
    bool grown = true;
    while (grown && result.complete) {
        grown = false;
        for (std::size_t c = 0; c < space.size(); ++c) {
            std::vector<Literals> found;
            merge_levels(space, c, 0, Literals{}, result.terms, found);
            for (const Literals term : found) grown = absorb(result.terms, term) || grown;
            if (result.terms.size() > limit) result.complete = false;
        }
    }
    std::ranges::sort(result.terms, shorter_first);
    return result;
}

}  // namespace tarazy
