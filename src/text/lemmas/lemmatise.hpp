#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/tokens/tokens.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class LemmaLanguage : std::uint8_t { kazakh, russian, english, chinese, other };

/// "kk", "ru", "en", "zh"; anything else is `other`.
[[nodiscard]] LemmaLanguage lemma_language(std::string_view code);
[[nodiscard]] std::string_view lemma_language_code(LemmaLanguage language);  ///< "und" for other

/// Where the dictionaries are; those of hunspell without their endings .aff and .dic.
struct LemmaSources {
    std::filesystem::path kazakh = "/usr/share/hunspell/kk_KZ";
    std::filesystem::path russian = "/usr/share/hunspell/ru_RU";
    std::filesystem::path english = "/usr/share/hunspell/en_US";
    bool shipped_counts = true;           ///< counts of Kazakh stems that come with the program
    const Tokens* more_kazakh = nullptr;  ///< further raw Kazakh text, for counts of stems only
};

struct LemmaOfType {
    std::string lemma;      ///< as Universal Dependencies have it: verbs as bare stem (kk), infinitive (ru, en)
    std::string analysis;   ///< "noun+plural+poss3", "closed", "stem", "inflected", "irregular", "unknown", "mark"
    double confidence = 0;  ///< 0 to 1: the share of the type's readings that give this lemma
    bool known = false;     ///< the stem is in a dictionary; else the lemma is a guess
    LemmaLanguage language = LemmaLanguage::other;
};

/// Lemmas of tokens. A type may have several, of which the sentence chooses.
struct Lemmas {
    std::vector<LemmaOfType> lemmas;
    std::vector<std::uint32_t> of_token;  ///< of each token, into `lemmas`

    [[nodiscard]] const LemmaOfType& of(std::size_t token) const { return lemmas[of_token[token]]; }
};

/// The lemma of each token. Each type is analysed once; where a Kazakh type has several lemmas, the words beside the
/// token decide. Tokens of `chinese` and `other` are their own lemmas (`other` in lower case).
/// @param languages  one for all, or one a token
/// @param threads    0 = all cores; changes nothing in the result
/// @throws InputError naming the package whose dictionary is missing (asked for only if a token is in its language)
/// @pre languages.size() is 1 or the number of tokens
/// O(tokens + types)
[[nodiscard]] Lemmas lemmatise(const Tokens& tokens, std::span<const LemmaLanguage> languages,
                               const LemmaSources& sources, unsigned threads, const Work& work = {});

/// How many tokens belong to each Kazakh stem, as nouns and as verbs, and without any suffix: the table
/// `stem,noun,verb,bare`, which comes with the program for one body of text (kazakh_stem_counts.md). Fractions where
/// words are ambiguous; stems with less than `least` are left out.
/// O(types)
[[nodiscard]] Table kazakh_stem_table(const Tokens& tokens, std::span<const LemmaLanguage> languages,
                                      const LemmaSources& sources, double least, unsigned threads,
                                      const Work& work = {});

/// The same tokens with lemmas as types, so that a document-feature matrix counts lemmas. O(tokens)
[[nodiscard]] Tokens lemma_tokens(const Tokens& tokens, const Lemmas& lemmas);

}  // namespace tarazy
