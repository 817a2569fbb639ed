#pragma once

#include "text/lemmas/kazakh_suffixes.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// One way to take a word apart: a stem and the suffixes after it.
struct KazakhReading {
    std::u32string stem;
    bool verb = false;
    double cost = 0;                   ///< nats: suffixes, and what was bent to make them fit
    std::vector<std::uint16_t> chain;  ///< suffixes, the last first
};

constexpr std::size_t longest_kazakh_word = 48;  ///< code points; longer ones are left whole
constexpr std::size_t most_kazakh_readings = 400;

/// Everything that the suffixes allow, the word itself as a noun first; stems need not exist. Final б, г, ғ before
/// vowels are also given as п, к, қ. For a word longer than the bound, or without a vowel, the word itself alone.
/// @param word  lower case, not empty
/// O(readings x forms a letter)
[[nodiscard]] std::vector<KazakhReading> kazakh_readings(std::u32string_view word, const KazakhSuffixes& suffixes);

/// The stem with the vowel that a possessive suffix drove out put back: орн- = орын, халқ- = халық; empty where the end
/// has no two consonants.
[[nodiscard]] std::u32string with_vowel_restored(std::u32string_view stem);

}  // namespace tarazy
