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

/// The lemmas of word types by a hunspell dictionary (`base`.aff and `base`.dic), which is asked once a type. Among the
/// stems it gives for a type the one whose stem family is most frequent in `counts` is taken; a word it does not know
/// is its own lemma, and flagged.
/// @param lower   types in lower case, any bytes; those over 100 bytes are left as they are
/// @param counts  how often each occurs
/// @throws InputError naming `package` if the dictionary is missing
/// O(types); about 20,000 types a second
[[nodiscard]] std::vector<TypeLemma> hunspell_lemmas(std::span<const std::string> lower, std::span<const double> counts,
                                                     const std::filesystem::path& base, const std::string& package,
                                                     IrregularForms irregular, const Work& work);

}  // namespace tarazy
