#include "compare/sets/covered_configurations.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

constexpr std::size_t most_included = 12;  // terms; above it splitting the space is quicker

/// The condition of each literal.
std::array<std::size_t, Literals::most> conditions_of_literals(const PropertySpace& space) {
    std::array<std::size_t, Literals::most> result{};
    for (std::size_t c = 0; c < space.size(); ++c) {
        for (unsigned level = 0; level < space.conditions[c].levels; ++level) result[space.first[c] + level] = c;
    }
    return result;
}

std::vector<Literals> without_contradictions(const PropertySpace& space, std::vector<Literals> terms) {
    std::erase_if(terms, [&](Literals term) { return space.contradictory(term); });
    return terms;
}

/// Inclusion and exclusion; sets of terms without a common configuration are never entered.
class InclusionExclusion {
public:
    InclusionExclusion(const PropertySpace& space, const std::vector<Literals>& terms) : space_(space), terms_(terms) {}

    [[nodiscard]] ConfigurationCount covered(std::size_t first, Literals common) const {
        ConfigurationCount sum = 0;
        for (std::size_t t = first; t < terms_.size(); ++t) {
            const Literals joined = common | terms_[t];
            if (!space_.contradictory(joined)) sum += size(joined) - covered(t + 1, joined);
        }
        return sum;
    }

private:
    [[nodiscard]] ConfigurationCount size(Literals term) const {
        ConfigurationCount count = 1;
        for (std::size_t c = 0; c < space_.size(); ++c) {
            if ((term & space_.all[c]).empty()) count *= space_.conditions[c].levels;
        }
        return count;
    }

    const PropertySpace& space_;
    const std::vector<Literals>& terms_;
};

/// Splits the space at the condition that most terms speak of, again and again, until a part is covered or free.
class Splitting {
public:
    Splitting(const PropertySpace& space, const Work& work)
        : space_(space), work_(work), condition_(conditions_of_literals(space)) {}

    /// @param size  configurations of this part of the space
    [[nodiscard]] ConfigurationCount uncovered(const std::vector<Literals>& terms, ConfigurationCount size) const {
        if (terms.empty()) return size;
        work_.check();
        if (std::ranges::any_of(terms, &Literals::empty)) return 0;
        const std::size_t condition = busiest(terms);
        const unsigned levels = space_.conditions[condition].levels;
        ConfigurationCount sum = 0;
        unsigned alike = 0;  // levels that no term speaks of
        for (unsigned level = 0; level < levels; ++level) {
            const Literals literal = space_.literal(condition, level);
            const bool named = std::ranges::any_of(terms, [&](Literals term) { return literal.covers(term); });
            if (named)
                sum += uncovered(part(terms, condition, literal), size / levels);
            else
                ++alike;
        }
        if (alike > 0) sum += alike * uncovered(part(terms, condition, Literals{}), size / levels);
        return sum;
    }

    void collect(const std::vector<Literals>& terms, Literals prefix, std::vector<Literals>& found) const {
        if (std::ranges::any_of(terms, &Literals::empty)) return;
        if (terms.empty()) {
            found.push_back(prefix);
            return;
        }
        work_.check();
        const std::size_t condition = busiest(terms);
        for (unsigned level = 0; level < space_.conditions[condition].levels; ++level) {
            const Literals literal = space_.literal(condition, level);
            collect(part(terms, condition, literal), prefix | literal, found);
        }
    }

private:
    /// The terms inside one part, without the literal that they hold there.
    [[nodiscard]] std::vector<Literals> part(const std::vector<Literals>& terms, std::size_t condition,
                                             Literals literal) const {
        std::vector<Literals> inside;
        for (const Literals term : terms) {
            const Literals own = term & space_.all[condition];
            if (own.empty() || own == literal) inside.push_back(term.without(own));
        }
        return inside;
    }

    [[nodiscard]] std::size_t busiest(const std::vector<Literals>& terms) const {
        std::array<std::uint32_t, Literals::most> count{};
        for (Literals term : terms) {
            while (!term.empty()) {
                const unsigned literal = term.front();
                ++count[condition_[literal]];
                term = term.without(Literals::one(literal));
            }
        }
        return static_cast<std::size_t>(std::ranges::max_element(count) - count.begin());
    }

    const PropertySpace& space_;
    const Work& work_;
    std::array<std::size_t, Literals::most> condition_;
};

}  // namespace

std::string count_text(ConfigurationCount count) {
    std::string digits;
    do {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(count % 10)));
        count /= 10;
    } while (count != 0);
    return digits;
}

ConfigurationCount configuration_count(const PropertySpace& space) {
    ConfigurationCount count = 1;
    for (const Condition& condition : space.conditions) count *= condition.levels;
    return count;
}

ConfigurationCount covered_configurations(const PropertySpace& space, const std::vector<Literals>& terms,
                                          const Work& work) {
    const std::vector<Literals> sum = without_contradictions(space, terms);
    if (sum.size() <= most_included) return InclusionExclusion(space, sum).covered(0, Literals{});
    const ConfigurationCount all = configuration_count(space);
    return all - Splitting(space, work).uncovered(sum, all);
}

std::vector<Literals> uncovered_terms(const PropertySpace& space, const std::vector<Literals>& terms,
                                      const Work& work) {
    std::vector<Literals> found;
    Splitting(space, work).collect(without_contradictions(space, terms), Literals{}, found);
    return found;
}

std::vector<std::uint64_t> covered_rows(const PropertySpace& space, const std::vector<Literals>& terms) {
    // Number of a configuration: 1 + the sum of level * step; "-" counts as one more level, as in the truth table.
    std::vector<std::uint64_t> steps(space.size(), 1);
    for (std::size_t c = space.size(); c-- > 1;) {
        const Condition& next = space.conditions[c];
        steps[c - 1] = steps[c] * (next.levels + (next.does_not_apply ? 1 : 0));
    }
    std::vector<std::uint64_t> rows, longer;
    for (const Literals term : without_contradictions(space, terms)) {
        std::vector<std::uint64_t> own = {1};
        for (std::size_t c = 0; c < space.size(); ++c) {
            const int level = space.level(term, c);
            longer.clear();
            for (unsigned l = 0; l < space.conditions[c].levels; ++l) {
                if (level >= 0 && static_cast<int>(l) != level) continue;
                for (const std::uint64_t number : own) longer.push_back(number + l * steps[c]);
            }
            std::swap(own, longer);
        }
        rows.insert(rows.end(), own.begin(), own.end());
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

}  // namespace tarazy
