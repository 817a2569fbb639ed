#include "compare/sets/literals.hpp"

#include "base/error.hpp"
#include "base/text_lists.hpp"

namespace tarazy {

PropertySpace::PropertySpace(std::vector<Condition> list) : conditions(std::move(list)) {
    unsigned next = 0;
    for (const Condition& condition : conditions) {
        first.push_back(next);
        next += condition.levels;
        braces = braces || condition.multi_value;
        if (next > Literals::most) {
            throw UsageError("the conditions have more than " + std::to_string(Literals::most) +
                             " values together, as counted up to '" + condition.name +
                             "'; leave some conditions out (64 crisp or fuzzy ones are the most)");
        }
        Literals levels;
        for (unsigned literal = first.back(); literal < next; ++literal) levels = levels | Literals::one(literal);
        all.push_back(levels);
    }
}

Literals PropertySpace::literal(std::size_t condition, unsigned level) const {
    return Literals::one(first[condition] + level);
}

int PropertySpace::level(Literals term, std::size_t condition) const {
    const Literals own = term & all[condition];
    return own.empty() ? -1 : static_cast<int>(own.front() - first[condition]);
}

bool PropertySpace::contradictory(Literals term) const {
    for (const Literals levels : all) {
        if ((term & levels).several()) return true;
    }
    return false;
}

std::uint64_t PropertySpace::configurations() const {
    std::uint64_t count = 1;
    for (const Condition& condition : conditions) {
        if (count > (std::uint64_t{1} << 62) / condition.levels) return 0;
        count *= condition.levels;
    }
    return count;
}

std::string term_text(const PropertySpace& space, Literals term) {
    std::string text;
    for (std::size_t c = 0; c < space.size(); ++c) {
        const int level = space.level(term, c);
        if (level < 0) continue;
        if (!text.empty()) text += '*';
        const Condition& condition = space.conditions[c];
        if (space.braces) {
            text += condition.name + '{' + std::to_string(level) + '}';
        } else {
            text += (level == 0 ? "~" : "") + condition.name;
        }
    }
    return text.empty() ? "1" : text;
}

std::string model_text(const PropertySpace& space, const std::vector<Literals>& model) {
    if (model.empty()) return "0";
    return joined(model, " + ", [&](Literals term) { return term_text(space, term); });
}

}  // namespace tarazy
