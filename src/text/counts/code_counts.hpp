#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/counts/codebook.hpp"
#include "text/counts/token_pattern.hpp"
#include "text/tokens/languages_of_tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

struct CodeOptions {
    bool case_sensitive = false;
    bool exclusive = false;           ///< a token counts for one code only, that of the longest find (then the first)
    std::size_t negation_window = 3;  ///< words; 0 = negation is not looked for
    std::size_t context_window = 5;   ///< tokens around a find in which `not:` is looked for, within the sentence
    const LanguagesOfTokens* languages = nullptr;  ///< nullptr = not known
    const TokenLemmas* lemmas = nullptr;
    Work work = {};
};

/// A place in a text that counts for a code.
struct CodeHit {
    std::size_t document = 0;
    TokenRun run;
    std::uint32_t code = 0, entry = 0;
    bool negated = false;
};

struct CodeHits {
    std::vector<CodeHit> hits;          ///< by document, then code, then place
    std::vector<std::string> warnings;  ///< codes and entries that fit nothing, codes that one language carries
};

/// Finds the entries of every code. Within a code the longest find comes first, and what overlaps it does not count
/// again; two codes may share words. A find of `A ~5 B` reaches from its first to its last word. A find is in the
/// language of its first token, which `lang:` asks for.
/// @throws InputError for a pattern that cannot be read, lang: without languages, lemma: without lemmas
/// O(tokens + finds log finds)
[[nodiscard]] CodeHits find_codes(const Tokens& tokens, const Codebook& codebook, const CodeOptions& options);

/// `doc_id,<code>...,neg_<code>...`: finds that are not negated, and those that are (only with a negation window).
[[nodiscard]] Table code_count_table(const Tokens& tokens, const Codebook& codebook, const CodeHits& hits,
                                     bool negation);
/// `doc_id,from,to,start,end,code,entry,negated,text`: every find, by its tokens (from 1) and bytes (from 0, end
/// behind).
[[nodiscard]] Table code_hit_table(const Tokens& tokens, const Codebook& codebook, const CodeHits& hits);
/// `code,language,hits,negated,tokens,per_10000,share`: finds a language, a row each code and language.
/// A find is in the language of its first token.
[[nodiscard]] Table code_rate_table(const Codebook& codebook, const CodeHits& hits, const LanguagesOfTokens& languages);
/// `code,entry,line,hits`: what each entry found; an overlap is counted for the entry that won it.
[[nodiscard]] Table code_entry_table(const Codebook& codebook, const CodeHits& hits);

}  // namespace tarazy
