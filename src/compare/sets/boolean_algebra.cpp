#include "compare/sets/boolean_algebra.hpp"

#include <algorithm>
#include <cstdint>

namespace tarazy {
namespace {

/// Drops contradictory terms and those that hold all literals of another.
std::vector<Literals> absorbed(const PropertySpace& space, std::vector<Literals> terms, const Work& work = {}) {
    std::erase_if(terms, [&](Literals term) { return space.contradictory(term); });
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    std::vector<Literals> kept;
    for (const Literals term : terms) {
        work.check();
        const bool longer =
            std::ranges::any_of(terms, [&](Literals other) { return other != term && other.covers(term); });
        if (!longer) kept.push_back(term);
    }
    return kept;
}

/// Share of all configurations that a term covers at most: each literal of a condition with two levels or more halves
/// what it covers, or leaves less.
double largest_share(Literals term) {
    constexpr std::uint64_t whole = std::uint64_t{1} << 62;
    return static_cast<double>(whole >> std::min(term.size(), 62)) / static_cast<double>(whole);
}

/// Do terms with these shares together, were no two of them to overlap, fall short of all configurations?
bool too_small(const PropertySpace& space, double share) {
    return !space.constant && share < 0.999;  // not 1: the sum over long terms may be rounded
}

/// What is left of the terms where this level of the condition is given.
std::vector<Literals> where_given(const PropertySpace& space, const std::vector<Literals>& terms, std::size_t condition,
                                  Literals level) {
    std::vector<Literals> left;
    for (const Literals term : terms) {
        const Literals own = term & space.of(condition);
        if (own.empty() || own == level) left.push_back(term.without(level));
    }
    return left;
}

}  // namespace

std::vector<Literals> either(const PropertySpace& space, const std::vector<Literals>& a,
                             const std::vector<Literals>& b) {
    std::vector<Literals> terms = a;
    terms.insert(terms.end(), b.begin(), b.end());
    return absorbed(space, std::move(terms));
}

std::vector<Literals> both(const PropertySpace& space, const std::vector<Literals>& a, const std::vector<Literals>& b,
                           const Work& work) {
    std::vector<Literals> terms;
    for (const Literals left : a) {
        for (const Literals right : b) terms.push_back(left | right);
        work.check();
    }
    return absorbed(space, std::move(terms), work);
}

std::vector<Literals> negation(const PropertySpace& space, const std::vector<Literals>& a, const Work& work) {
    std::vector<Literals> result = {Literals{}};
    for (const Literals term : a) {
        std::vector<Literals> opposite;
        for (std::size_t c = 0; c < space.size(); ++c) {
            const int level = space.level(term, c);
            if (level < 0) continue;
            for (unsigned other = 0; other < space.conditions[c].levels; ++other)
                if (static_cast<int>(other) != level) opposite.push_back(space.literal(c, other));
        }
        result = both(space, result, opposite, work);
    }
    return result;
}

bool covers_everything(const PropertySpace& space, std::vector<Literals> terms) {
    double share = 0;
    for (const Literals term : terms) share += largest_share(term);
    if (too_small(space, share)) return false;
    for (bool dropped = true; dropped;) {
        if (std::ranges::any_of(terms, &Literals::empty)) return true;
        Literals used, unopposed;
        for (const Literals term : terms) used = used | term;
        for (const Literals levels : space.all) {
            const Literals own = used & levels;
            if (own != levels) unopposed = unopposed | own;
        }
        // At a level that no term asks for, terms that ask for another one do not count.
        dropped = std::erase_if(terms, [&](Literals term) { return !(term & unopposed).empty(); }) > 0;
    }
    if (terms.empty()) return false;
    std::size_t condition = 0;
    while ((terms.front() & space.of(condition)).empty()) ++condition;
    for (unsigned level = 0; level < space.conditions[condition].levels; ++level) {
        if (!covers_everything(space, where_given(space, terms, condition, space.literal(condition, level))))
            return false;
    }
    return true;
}

bool covers_term(const PropertySpace& space, const std::vector<Literals>& terms, Literals term) {
    Literals settled;  // all literals of its conditions
    for (std::size_t c = 0; c < space.size(); ++c) {
        if (!(term & space.of(c)).empty()) settled = settled | space.of(c);
    }
    const auto counts = [&](Literals other) { return (other & settled).without(term).empty(); };
    double share = 0;
    for (const Literals other : terms) share += counts(other) ? largest_share(other.without(settled)) : 0;
    if (too_small(space, share)) return false;
    std::vector<Literals> left;
    left.reserve(terms.size());
    for (const Literals other : terms) {
        if (counts(other)) left.push_back(other.without(settled));
    }
    return covers_everything(space, std::move(left));
}

}  // namespace tarazy
