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
    std::u32string restored;  ///< what the stem lost to it: қоя = қой + а, оқи = оқы + й
    std::uint16_t suffix = 0;
};

/// The suffixes of Kazakh and their written forms, by the last letter of the form.
struct KazakhSuffixes {
    std::vector<KazakhSuffix> suffixes;
    std::vector<KazakhSuffixForm> forms;  ///< sorted by last letter

    [[nodiscard]] std::span<const KazakhSuffixForm> ending_in(char32_t letter) const;
};

/// Our own description of Kazakh inflection, after the usual grammars: slots from the stem to the right, vowel harmony,
/// assimilation of the first consonant. Derivation that makes words of their own (-лық, -шы, -лы) is left to the
/// lexicon.
[[nodiscard]] KazakhSuffixes kazakh_suffixes();

}  // namespace tarazy
