#include "compare/sets/literals.hpp"

#include "base/error.hpp"

namespace tarazy {

PropertySpace::PropertySpace(std::vector<Condition> list) : conditions(std::move(list)) {
    unsigned next = 0;
    for (const Condition& condition : conditions) {
        first.push_back(next);
        next += condition.levels;
        braces = braces || condition.multi_value;
        constant = constant || condition.levels < 2;
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

namespace {

/// Written at the end of one text: there are models by the hundred thousand.
void append_term(std::string& text, const PropertySpace& space, Literals term) {
    if (term.empty()) text += '1';
    std::size_t c = 0;
    for (Literals left = term; !left.empty(); left = left.without(space.of(c))) {
        while ((left & space.of(c)).empty()) ++c;
        const unsigned level = left.front() - space.first[c];
        if (left != term) text += '*';
        if (!space.braces && level == 0) text += '~';
        text += space.conditions[c].name;
        if (space.braces) {
            text += '{';
            text += std::to_string(level);
            text += '}';
        }
    }
}

}  // namespace

std::string term_text(const PropertySpace& space, Literals term) {
    std::string text;
    append_term(text, space, term);
    return text;
}

std::string model_text(const PropertySpace& space, const std::vector<Literals>& model) {
    if (model.empty()) return "0";
    std::string text;
    for (const Literals term : model) {
        if (!text.empty()) text += " + ";
        append_term(text, space, term);
    }
    return text;
}

}  // namespace tarazy
