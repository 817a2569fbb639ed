#pragma once

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// A condition of a comparison: a crisp or fuzzy set (two levels: absent, present) or a multi-value condition.
struct Condition {
    std::string name;
    unsigned levels = 2;
    bool multi_value = false;     ///< levels 0, 1, 2, ... without order
    bool does_not_apply = false;  ///< temporal: some case has "-", a further value that cannot enter a term
};

/// Number of bits that are set, by sums in parallel (Warren 2012, ch. 5). `std::popcount` is a library call on
/// processors of the baseline that Debian builds for, and was a tenth of the time of a sweep.
[[nodiscard]] constexpr int count_bits(std::uint64_t word) {
    word -= word >> 1U & 0x5555555555555555U;
    word = (word & 0x3333333333333333U) + (word >> 2U & 0x3333333333333333U);
    return static_cast<int>(((word + (word >> 4U)) & 0x0F0F0F0F0F0F0F0FU) * 0x0101010101010101U >> 56U);
}

/// A set of literals (condition = level): a term, or the configuration of a row. A term covers a configuration when all
/// its literals are in it. 128 literals: 64 crisp or fuzzy conditions.
struct Literals {
    std::uint64_t low = 0, high = 0;

    static constexpr unsigned most = 128;
    [[nodiscard]] static constexpr Literals one(unsigned literal) {
        return literal < 64 ? Literals{std::uint64_t{1} << literal, 0}
                            : Literals{0, std::uint64_t{1} << (literal - 64)};
    }
    [[nodiscard]] constexpr bool empty() const { return (low | high) == 0; }
    [[nodiscard]] constexpr int size() const { return count_bits(low) + count_bits(high); }
    [[nodiscard]] constexpr bool several() const {
        return (low & (low - 1)) != 0 || (high & (high - 1)) != 0 || (low != 0 && high != 0);
    }
    /// Number of the first literal. @pre !empty()
    [[nodiscard]] constexpr unsigned front() const {
        return static_cast<unsigned>(low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(high));
    }
    [[nodiscard]] constexpr bool has(unsigned literal) const { return !(*this & one(literal)).empty(); }
    [[nodiscard]] constexpr bool covers(Literals configuration) const { return without(configuration).empty(); }
    [[nodiscard]] constexpr Literals without(Literals other) const { return {low & ~other.low, high & ~other.high}; }
    friend constexpr Literals operator|(Literals a, Literals b) { return {a.low | b.low, a.high | b.high}; }
    friend constexpr Literals operator&(Literals a, Literals b) { return {a.low & b.low, a.high & b.high}; }
    friend constexpr auto operator<=>(const Literals&, const Literals&) = default;
};

/// The conditions of a comparison and the numbers of their literals.
struct PropertySpace {
    std::vector<Condition> conditions;
    std::vector<unsigned> first;  ///< number of each condition's literal of level 0
    std::vector<Literals> all;    ///< all literals of each condition
    bool braces = false;          ///< some condition is multi-value: all literals are written A{2}, as QCA does
    bool constant = false;        ///< some condition has one level only

    PropertySpace() = default;
    /// @throws UsageError when the conditions have more than Literals::most literals together
    explicit PropertySpace(std::vector<Condition> list);

    [[nodiscard]] std::size_t size() const noexcept { return conditions.size(); }
    [[nodiscard]] Literals literal(std::size_t condition, unsigned level) const;
    /// All literals of one condition.
    [[nodiscard]] Literals of(std::size_t condition) const { return all[condition]; }
    /// Level of the condition in the term; nothing (-1) when the term does not speak of it.
    [[nodiscard]] int level(Literals term, std::size_t condition) const {
        const Literals own = term & all[condition];
        return own.empty() ? -1 : static_cast<int>(own.front() - first[condition]);
    }
    /// Does the set hold two levels of one condition? Such a term covers nothing.
    [[nodiscard]] bool contradictory(Literals term) const;
    /// Number of configurations, levels "does not apply" left out; 0 when it does not fit 62 bits.
    [[nodiscard]] std::uint64_t configurations() const;
};

/// `A*~B`, `A{2}*B{0}`: literals in the order of the conditions; `1` for the empty term, which covers all.
[[nodiscard]] std::string term_text(const PropertySpace& space, Literals term);
/// Terms joined by ` + `.
[[nodiscard]] std::string model_text(const PropertySpace& space, const std::vector<Literals>& model);

}  // namespace tarazy
