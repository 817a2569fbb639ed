#pragma once

#include "text/lemmas/kazakh_suffixes.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

constexpr std::size_t longest_kazakh_word = 48;  ///< code points; longer ones are left whole
constexpr std::size_t most_kazakh_readings = 400;

/// The suffixes of a reading, by number, as many as eight, in one number.
class KazakhChain {
public:
    static constexpr std::size_t longest = 8;

    [[nodiscard]] bool empty() const noexcept { return bytes_ == 0; }
    [[nodiscard]] std::size_t size() const noexcept {
        std::size_t size = 0;
        while (size < longest && (bytes_ >> (8 * size)) != 0) ++size;
        return size;
    }
    /// The last suffix of the word is 0. @pre at < size()
    [[nodiscard]] std::size_t operator[](std::size_t at) const noexcept { return ((bytes_ >> (8 * at)) & 0xFFU) - 1; }
    [[nodiscard]] std::size_t last() const noexcept { return (*this)[0]; }  ///< @pre not empty
    [[nodiscard]] std::size_t first() const noexcept {
        return (*this)[size() - 1];
    }  ///< beside the stem; @pre not empty
    /// With one more beside the stem. @pre size() < longest, suffix < 255
    [[nodiscard]] KazakhChain with(std::size_t suffix) const noexcept {
        KazakhChain longer = *this;
        longer.bytes_ |= std::uint64_t{suffix + 1} << (8 * size());
        return longer;
    }

private:
    std::uint64_t bytes_ = 0;
};

/// One way to take a word apart: a stem and the suffixes after it. The stem is the beginning of the word, and perhaps
/// one letter more (кітаб-ы = кітап).
struct KazakhReading {
    KazakhChain chain;
    double cost = 0;         ///< nats: suffixes, and what was bent to make them fit
    std::uint32_t kept = 0;  ///< letters of the word
    char32_t ending = 0;     ///< the letter after them, if any
    bool verb = false;

    [[nodiscard]] std::size_t stem_size() const noexcept { return kept + (ending == 0 ? 0U : 1U); }
};

/// Puts the stem into `stem`. @pre the reading is one of the word
void stem_of_reading(std::u32string_view word, const KazakhReading& reading, std::u32string& stem);

/// Takes words apart, one after another, with the same memory.
class KazakhCutter {
public:
    explicit KazakhCutter(const KazakhSuffixes& suffixes) : suffixes_(&suffixes) {}

    /// Everything that the suffixes allow at a cost of at most `most_cost`, the word itself as a noun first; stems need
    /// not exist. Final б, г, ғ before vowels are also given as п, к, қ. For a word longer than the bound, or without a
    /// vowel, the word itself alone. Valid until the next call.
    /// @param word  lower case, not empty
    /// O(readings x forms that end like the stem)
    [[nodiscard]] std::span<const KazakhReading> cut(std::u32string_view word,
                                                     double most_cost = std::numeric_limits<double>::infinity());

private:
    void emit(std::size_t size, std::uint32_t wanted, double cost, KazakhChain chain);
    void take(std::size_t size, std::uint32_t wanted, double cost, KazakhChain chain);
    void go_on(std::size_t size, std::uint32_t wanted, double cost, KazakhChain chain);
    void follow(std::size_t size, std::uint32_t wanted, double cost, KazakhChain chain, bool voices);

    const KazakhSuffixes* suffixes_;
    std::u32string_view word_;
    std::u32string stem_;    ///< the word, its last letters overwritten while a stem with other ones is looked at
    std::size_t vowel_ = 0;  ///< its first
    double most_cost_ = 0;
    std::vector<KazakhReading> found_;
};

/// The stem with the vowel that a possessive suffix drove out put back: орн- = орын, халқ- = халық; empty where the end
/// has no two consonants.
[[nodiscard]] std::u32string with_vowel_restored(std::u32string_view stem);

}  // namespace tarazy
