#pragma once

#include "base/work.hpp"
#include "text/corpus/corpus.hpp"
#include "text/corpus/language.hpp"
#include "text/tokens/tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The language of each token.
struct LanguagesOfTokens {
    std::vector<std::string> names;       ///< each once: "kk", "ru", "en", "zh", "und", or as the input calls it
    std::vector<std::uint16_t> of_token;  ///< into `names`

    [[nodiscard]] bool known() const noexcept { return !names.empty(); }  ///< else neither has anything
    [[nodiscard]] const std::string& of(std::size_t token) const { return names[of_token[token]]; }
    /// The place of a name among the names, or that of none: names.size().
    [[nodiscard]] std::size_t place(std::string_view name) const;
    /// How many tokens are in each. O(tokens)
    [[nodiscard]] std::vector<std::size_t> sizes() const;
};

/// "kk", "ru", "en" and "zh" also where they are written "KK", "kaz", "en-GB", "zh_Hans"; anything else as it is.
[[nodiscard]] std::string language_name(std::string_view stated);

/// All in one language. O(tokens)
[[nodiscard]] LanguagesOfTokens one_language(const Tokens& tokens, const std::string& name);

/// The language that is stated for each document. @pre one a document; at most 65,535 languages. O(tokens)
[[nodiscard]] LanguagesOfTokens languages_of_documents(const Tokens& tokens, std::span<const std::string> stated);

/// The segments of language of every document (language_segments). O(bytes)
[[nodiscard]] std::vector<std::vector<LanguageSegment>> corpus_segments(const Corpus& corpus, unsigned threads,
                                                                        const Work& work = {});

/// The language of the segment that a token begins in. What is stated of a document holds where its segment says
/// little (a probability below .9: a heading of two words), and throughout where it names another language than the
/// four, which segments cannot tell from each other.
/// @param segments  of each document, in bytes of the text that was cut into tokens
/// @param stated    of each document, empty where nothing is; or none at all
/// O(tokens + segments)
[[nodiscard]] LanguagesOfTokens languages_of_segments(const Tokens& tokens,
                                                      std::span<const std::vector<LanguageSegment>> segments,
                                                      std::span<const std::string> stated);

}  // namespace tarazy
