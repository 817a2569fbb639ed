#include "compare/sets/boolean_algebra.hpp"

#include <algorithm>

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

}  // namespace tarazy
