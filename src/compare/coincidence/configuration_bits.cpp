#include "compare/coincidence/configuration_bits.hpp"

#include <utility>

namespace tarazy {

std::uint64_t FormulaBits::cause(std::size_t word, const Shortening* shortening) const {
    std::uint64_t cause = 0;
    for (std::size_t t = 0; t < terms.size(); ++t) {
        const bool shorter = shortening != nullptr && shortening->term == t;
        if (shorter && shortening->literal == Shortening::whole_term) continue;
        std::uint64_t holds = ~std::uint64_t{0};
        for (std::size_t l = 0; l < terms[t].size(); ++l) {
            if (!shorter || shortening->literal != l) holds &= terms[t][l][word];
        }
        cause |= holds;
    }
    return cause;
}

std::vector<Shortening> FormulaBits::shortenings() const {
    std::vector<Shortening> result;
    for (std::size_t t = 0; t < terms.size(); ++t) {
        result.push_back({t, Shortening::whole_term});
        for (std::size_t l = 0; terms[t].size() > 1 && l < terms[t].size(); ++l) result.push_back({t, l});
    }
    return result;
}

ConfigurationBits::ConfigurationBits(const PropertySpace& space, Literals used, const Work& work)
    : space_(space), at_(Literals::most, 0) {
    std::vector<std::pair<std::size_t, std::size_t>> steps;  // factor, and how many configurations share its level
    std::size_t literals = 0;
    for (std::size_t f = 0; f < space.size() && few_enough(); ++f) {
        if ((used & space.of(f)).empty()) continue;
        steps.emplace_back(f, size_);
        size_ *= space.conditions[f].levels;
        for (unsigned level = 0; level < space.conditions[f].levels; ++level) at_[space.first[f] + level] = literals++;
    }
    if (!few_enough()) return;
    bits_.assign(literals * words(), 0);
    for (const auto& [factor, step] : steps) {
        work.check();
        for (std::size_t number = 0; number < size_; ++number) {
            const std::size_t literal = space.first[factor] + number / step % space.conditions[factor].levels;
            bits_[at_[literal] * words() + number / 64] |= std::uint64_t{1} << (number % 64);
        }
    }
}

FormulaBits ConfigurationBits::formula(const std::vector<Literals>& terms, Effect effect) const {
    FormulaBits result;
    for (Literals term : terms) {
        FormulaBits::Places places;
        while (!term.empty()) {
            places.push_back(where(term.front()));
            term = term.without(Literals::one(term.front()));
        }
        result.terms.push_back(std::move(places));
    }
    result.effect = where(space_.first[effect.factor] + effect.level);
    return result;
}

}  // namespace tarazy
