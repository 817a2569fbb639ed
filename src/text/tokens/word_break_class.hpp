#pragma once

#include <cstdint>

namespace tarazy {

/// The property Word_Break of Unicode (UAX #29, table 3), with the scripts that are written without blanks apart.
enum class WordBreak : std::uint8_t {
    other,
    blank,  ///< blanks, line ends and control characters: they end a token and are none
    letter,
    hebrew_letter,
    number,
    connector,  ///< ExtendNumLet: the low line
    katakana,
    extend,  ///< Extend, Format and ZWJ: belong to what they follow
    joiner,  ///< ZWJ
    mid_letter,
    mid_number,
    mid_both,  ///< MidNumLet: full stop, right single quotation mark
    apostrophe,
    double_quote,
    regional,    ///< half of a flag
    pictograph,  ///< Extended_Pictographic
    dictionary,  ///< Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar: words are found with a dictionary
};

/// As ICU has it: a colon is no part of a word, which it is by the letter of UAX #29. O(1)
[[nodiscard]] WordBreak word_break_class(char32_t character) noexcept;

}  // namespace tarazy
