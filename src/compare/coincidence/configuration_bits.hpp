#pragma once

#include "base/work.hpp"
#include "compare/coincidence/minimally_sufficient.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// One term of a formula left out, or one literal of a term of several.
struct Shortening {
    static constexpr std::size_t whole_term = ~std::size_t{0};
    std::size_t term = 0, literal = whole_term;  ///< numbers within the formula and the term
};

/// A formula in a form that is quickly looked at, 64 configurations of the factors at a time.
struct FormulaBits {
    using Places = std::vector<const std::uint64_t*>;  ///< where each literal holds
    std::vector<Places> terms = {};
    const std::uint64_t* effect = nullptr;

    /// Configurations of this word in which some term holds, after a shortening if one is given.
    [[nodiscard]] std::uint64_t cause(std::size_t word, const Shortening* shortening = nullptr) const;
    /// Configurations of this word that agree with `terms <-> effect`.
    [[nodiscard]] std::uint64_t agrees(std::size_t word) const { return ~(cause(word) ^ effect[word]); }
    [[nodiscard]] std::vector<Shortening> shortenings() const;
};

/// Every configuration of the factors that some literals speak of, numbered; a bit each.
class ConfigurationBits {
public:
    static constexpr std::size_t most = std::size_t{1} << 20;

    /// @param used  literals of the factors
    ConfigurationBits(const PropertySpace& space, Literals used, const Work& work = {});

    /// Nothing can be asked when there are more than `most`.
    [[nodiscard]] bool few_enough() const { return size_ <= most; }
    [[nodiscard]] std::size_t words() const { return (size_ + 63) / 64; }
    /// Bits of this word that stand for a configuration.
    [[nodiscard]] std::uint64_t all(std::size_t word) const {
        const std::size_t rest = size_ - word * 64;
        return rest >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << rest) - 1;
    }

    /// @pre few_enough(), and only literals of the factors. Valid as long as this is.
    [[nodiscard]] FormulaBits formula(const std::vector<Literals>& terms, Effect effect) const;

private:
    [[nodiscard]] const std::uint64_t* where(unsigned literal) const { return bits_.data() + at_[literal] * words(); }

    const PropertySpace& space_;
    std::size_t size_ = 1;
    std::vector<std::size_t> at_;      ///< [literal] = place of its bits
    std::vector<std::uint64_t> bits_;  ///< [place][word]
};

}  // namespace tarazy
