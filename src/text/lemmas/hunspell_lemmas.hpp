#pragma once

#include "base/work.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

struct TypeLemma {
    std::string lemma;
    std::string analysis;
    double confidence = 0;  ///< share of the words' counts that speak for it
    bool known = false;     ///< in the dictionary or the table of irregular forms
};

/// Forms whose lemma no suffix rule gives, with their lemmas; lower case.
using IrregularForms = std::span<const std::pair<std::string_view, std::string_view>>;
[[nodiscard]] IrregularForms english_irregular_forms();  ///< was = be, children = child; sorted by form
[[nodiscard]] IrregularForms russian_irregular_forms();  ///< меня = я, люди = человек; sorted by form

/// Whether a stem that the dictionary gives is the lemma of the word, not a word it is derived from.
using StemFilter = bool (*)(std::string_view word, std::string_view stem);
/// Inflection only: friendly is no form of friend, recommend none of commend.
[[nodiscard]] bool english_stem_fits(std::string_view word, std::string_view stem);
/// Adverbs in -о are words of their own (частично, not частичный).
[[nodiscard]] bool russian_stem_fits(std::string_view word, std::string_view stem);

/// The lemmas of word types by a hunspell dictionary (`base`.aff and `base`.dic), which is asked once a type. Among the
/// stems it gives for a type the one whose stem family is most frequent in `counts` is taken; a word it does not know
/// is its own lemma, and flagged.
/// @param lower   types in lower case, any bytes; those over 100 bytes are left as they are
/// @param counts  how often each occurs
/// @param threads 0 = all cores, each with a dictionary of its own; changes nothing in the result
/// @throws InputError naming `package` if the dictionary is missing
/// O(types)
[[nodiscard]] std::vector<TypeLemma> hunspell_lemmas(std::span<const std::string> lower, std::span<const double> counts,
                                                     const std::filesystem::path& base, const std::string& package,
                                                     IrregularForms irregular, StemFilter fits, unsigned threads,
                                                     const Work& work);

}  // namespace tarazy
