#pragma once

#include "text/lemmas/kazakh_lexicon.hpp"

#include <string_view>

namespace tarazy {

/// Whether a stem that is in no word list is made from one that is, by the suffixes that make verbs of anything:
/// -ла of nouns (әлди, әлдиле; with н, т behind it), and the causatives -дыр, -ғыз, -т of verbs (ұқ, ұқтыр).
[[nodiscard]] bool derived_verb(std::u32string_view stem, const KazakhLexicon& lexicon);

/// The stem of a loan before a suffix that took its last letter, as the spelling rules have it: final ь goes before
/// vowels (медал-і = медаль), the т of ст before vowels and before т (турис-тер = турист). 0 if neither fits.
/// @param stem  what the suffix left; @param suffix  the first letter of the suffix
[[nodiscard]] char32_t lost_letter(std::u32string_view stem, char32_t suffix, const KazakhLexicon& lexicon);

/// Асылхан-ұл-ы, Көлен-қыз-ы: a patronymic, whose possessive belongs to the name.
[[nodiscard]] bool patronymic(std::u32string_view stem);

/// No word of Kazakh ends in a voiced stop (б, г, ғ, д); loans that do are few.
[[nodiscard]] bool ends_like_no_word(std::u32string_view stem);

}  // namespace tarazy
