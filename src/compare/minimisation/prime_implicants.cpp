#include "compare/minimisation/prime_implicants.hpp"

#include "base/error.hpp"
#include "compare/sets/covered_configurations.hpp"

#include <algorithm>
#include <array>
#include <optional>

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
    HittingSets(std::span<const Literals> edges, std::span<const Literals> vertices, StepClock& clock)
        : vertices_(vertices), clock_(clock), critical_((vertices.size() + 2) * (vertices.size() + 2)) {
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
        if (clock_.stops()) return false;
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
    StepClock& clock_;
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

/// The positive rows done before, how many terms may be found, and the clock.
struct RowSearch {
    std::span<const Literals> earlier;
    std::size_t limit;
    StepClock& clock;
};

template <std::size_t Words>
bool enumerate_row(std::span<const Literals> edges, Literals row, const RowSearch& search,
                   std::vector<Literals>& terms) {
    const std::vector<Literals> vertices = single_literals(row);
    return HittingSets<Words>(edges, vertices, search.clock).enumerate([&](Literals term) {
        // A term through an earlier row was found there.
        for (const Literals other : search.earlier) {
            if (term.covers(other)) return true;
        }
        if (terms.size() >= search.limit) return false;
        terms.push_back(term);
        return true;
    });
}

bool enumerate_any(std::span<const Literals> edges, Literals row, const RowSearch& search,
                   std::vector<Literals>& terms) {
    if (edges.size() <= 64) return enumerate_row<1>(edges, row, search, terms);
    if (edges.size() <= 128) return enumerate_row<2>(edges, row, search, terms);
    if (edges.size() <= 256) return enumerate_row<4>(edges, row, search, terms);
    if (edges.size() <= 1024) return enumerate_row<16>(edges, row, search, terms);
    if (edges.size() <= 16384) return enumerate_row<256>(edges, row, search, terms);
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

/// Merges terms as long as that makes larger ones; gives up when there are too many to do it quickly.
class Merging {
public:
    Merging(const PropertySpace& space, std::span<const Literals> allowed, const Work& work)
        : space_(space), work_(work) {
        for (const Literals term : allowed) absorb(terms_, term);
    }

    /// The largest terms that the given ones cover together; nothing after giving up.
    std::optional<std::vector<Literals>> run() {
        bool grown = terms_.size() <= most_given;
        if (!grown) return std::nullopt;
        while (grown) {
            grown = false;
            for (std::size_t c = 0; c < space_.size(); ++c) {
                std::vector<Literals> found;
                merge_levels(c, 0, Literals{}, found);
                for (const Literals term : found) {
                    work_.check();
                    grown = absorb(terms_, term) || grown;
                }
                if (terms_.size() > most_met || steps_ > most_steps) return std::nullopt;
            }
        }
        return std::move(terms_);
    }

private:
    static constexpr std::size_t most_given = 64, most_met = 2048, most_steps = 1'000'000;

    /// Merges of one term of each level of the condition, beginning with `level`.
    void merge_levels(std::size_t condition, unsigned level, Literals merged, std::vector<Literals>& found) {
        if (level == space_.conditions[condition].levels) {
            found.push_back(merged);
            return;
        }
        const Literals here = space_.literal(condition, level);
        for (const Literals term : terms_) {
            if ((term & here).empty()) continue;
            if (++steps_ > most_steps) return;
            const Literals joined = merged | term.without(here);
            if (!space_.contradictory(joined)) merge_levels(condition, level + 1, joined, found);
        }
    }

    const PropertySpace& space_;
    const Work& work_;
    std::vector<Literals> terms_;
    std::size_t steps_ = 0;
};

/// The first ones, up to the limit.
PrimeImplicants shortest(std::vector<Literals> terms, const PrimeLimit& limit) {
    std::ranges::sort(terms, shorter_first);
    const bool complete = terms.size() <= limit.terms;
    if (!complete) terms.resize(limit.terms);
    return {std::move(terms), complete};
}

bool covers_some(Literals term, std::span<const Literals> rows) {
    return std::ranges::any_of(rows, [&](Literals row) { return term.covers(row); });
}

}  // namespace

Literals possible_literals(const PropertySpace& space, Literals term) {
    for (std::size_t c = 0; c < space.size(); ++c) {
        if ((term & space.of(c)).empty()) term = term | space.of(c);
    }
    return term;
}

PrimeImplicants free_prime_implicants(std::span<const Literals> positives, std::span<const Literals> negatives,
                                      const PrimeLimit& limit) {
    PrimeImplicants result;
    StepClock clock(limit.work);
    WorkStep step(limit.work, "prime implicants", positives.size());
    for (std::size_t p = 0; p < positives.size() && result.complete; ++p) {
        const std::vector<Literals> edges = difference_sets(positives[p], negatives);
        result.complete = enumerate_any(edges, positives[p], {positives.first(p), limit.terms, clock}, result.terms);
        step.advance();
    }
    std::ranges::sort(result.terms, shorter_first);
    return result;
}

PrimeImplicants closed_prime_implicants(const PropertySpace& space, std::span<const Literals> positives,
                                        std::span<const Literals> assumed, std::span<const Literals> negatives,
                                        const PrimeLimit& limit) {
    std::vector<Literals> allowed(positives.begin(), positives.end());
    allowed.insert(allowed.end(), assumed.begin(), assumed.end());
    // Terms of all levels of a condition merge into one that also covers the rows where it does not apply.
    auto terms = Merging(space, allowed, limit.work).run();
    if (terms && std::ranges::none_of(*terms, [&](Literals term) { return covers_some(term, negatives); })) {
        std::erase_if(*terms, [&](Literals term) { return !covers_some(term, positives); });
        return shortest(std::move(*terms), limit);
    }
    std::vector<Literals> forbidden(negatives.begin(), negatives.end());
    for (const Literals term : uncovered_terms(space, allowed, limit.work))
        forbidden.push_back(possible_literals(space, term));
    return free_prime_implicants(positives, forbidden, limit);
}

}  // namespace tarazy
