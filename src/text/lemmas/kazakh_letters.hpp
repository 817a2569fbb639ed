#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tarazy {

/// What a letter lets follow it in Kazakh suffixes; bits, so that a suffix can ask for several.
enum KazakhSound : std::uint8_t {
    sound_vowel = 1,       ///< а ә е о ө ұ ү ы і э я ё
    sound_glide = 2,       ///< у и ю: written like vowels, followed by suffixes like consonants
    sound_liquid = 4,      ///< р й
    sound_lateral = 8,     ///< л
    sound_nasal = 16,      ///< м н ң
    sound_sibilant = 32,   ///< з ж
    sound_voiceless = 64,  ///< and б в г д at the end of loans, which take the same suffixes
    sound_any = 127,       ///< letters of other scripts, digits
};

/// Whether the suffixes of a word have front vowels (е, і), back ones (а, ы), or either.
enum class KazakhHarmony : std::uint8_t { back, front, either };

/// Lower case code points; bytes that are no UTF-8 become U+FFFD, one each. O(bytes)
[[nodiscard]] std::u32string lower_code_points(std::string_view utf8);
/// The same into a text that is used again. O(bytes)
void lower_code_points(std::string_view utf8, std::u32string& into);
/// UTF-8 of code points. O(code points)
[[nodiscard]] std::string utf8_of(std::u32string_view text);

/// 1 and up for the small letters of the Kazakh alphabet, 0 for everything else. O(1)
[[nodiscard]] std::uint8_t kazakh_letter_number(char32_t letter);
constexpr std::size_t kazakh_letter_numbers = 64;  ///< all are below

[[nodiscard]] KazakhSound kazakh_sound(char32_t lower_case_letter);
/// The sound before a suffix: that of the last letter, signs (ь, ъ) passed over. @pre the word is not empty
[[nodiscard]] KazakhSound final_sound(std::u32string_view word);
/// By the last vowel that has one (у, и, ю have none). O(letters after it)
[[nodiscard]] KazakhHarmony harmony_of(std::u32string_view word);
[[nodiscard]] bool has_kazakh_vowel(std::u32string_view word);

}  // namespace tarazy
