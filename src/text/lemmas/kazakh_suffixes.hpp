#pragma once

#include "text/lemmas/kazakh_letters.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// What a part of a Kazakh word is, from its beginning up to some suffix; bits, so that a suffix can name all it
/// follows.
enum KazakhPart : std::uint32_t {
    part_noun = 1,  ///< a stem of nouns, adjectives, numerals, pronouns
    part_plural = 2,
    part_possessive = 4,   ///< of the first and second person
    part_possessive3 = 8,  ///< of the third: its cases begin with н
    part_case = 16,
    part_derived = 32,  ///< -дағы, -нікі, -дай, -рақ, -дық after participles: inflected anew
    part_participle = 64,
    part_gerund = 128,  ///< -у
    part_wish = 256,    ///< -ғы, which needs a possessive
    part_verb = 512,    ///< a stem of verbs
    part_voice = 1024,
    part_negation = 2048,
    part_converb_a = 4096,  ///< -а, -й
    part_converb_p = 8192,  ///< -п
    part_past = 16384,      ///< -ды, -са
    part_finite = 32768,    ///< nothing follows
    part_person = 65536,    ///< predicate endings
    part_aorist = 131072,   ///< -ар, -мас
};

struct KazakhSuffix {
    std::string tag;
    std::uint32_t gives = 0;  ///< the part that ends with it
    std::uint32_t after = 0;  ///< what it follows
    double cost = 0;          ///< nats, set by hand
};

/// One written form of a suffix.
struct KazakhSuffixForm {
    std::u32string text;
    std::uint8_t sounds = sound_any;  ///< the sounds after which it stands
    KazakhHarmony harmony = KazakhHarmony::either;
    char32_t restored = 0;  ///< the letter that the stem lost to it, if one: қоя = қой + а, оқи = оқы + й
    std::uint16_t suffix = 0;
    bool voices = false;  ///< begins with a vowel, before which final п, к, қ are voiced
};

/// The suffixes of Kazakh and their written forms.
struct KazakhSuffixes {
    std::vector<KazakhSuffix> suffixes;   ///< at most 255, so that a chain of eight is one number
    std::vector<KazakhSuffixForm> forms;  ///< sorted by last letter
    std::vector<std::uint16_t> by_ending;
    std::vector<std::uint16_t> first_by_ending;  ///< of each pair of letters, into `by_ending`

    /// The forms, by number and in their order, that a word with these last two letters may end in. O(1)
    [[nodiscard]] std::span<const std::uint16_t> ending_in(char32_t last_but_one, char32_t last) const {
        const std::size_t pair =
            kazakh_letter_number(last) * kazakh_letter_numbers + kazakh_letter_number(last_but_one);
        return std::span(by_ending).subspan(first_by_ending[pair],
                                            std::size_t{first_by_ending[pair + 1]} - first_by_ending[pair]);
    }
};

/// Our own description of Kazakh inflection, after the usual grammars: slots from the stem to the right, vowel harmony,
/// assimilation of the first consonant. Derivation that makes words of their own (-лық, -шы, -лы) is left to the
/// lexicon.
[[nodiscard]] KazakhSuffixes kazakh_suffixes();

}  // namespace tarazy
