#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/counts/token_pattern.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

enum class KwicOrder { position, left, right };

struct KwicOptions {
    std::size_t window = 5;  ///< tokens on either side
    bool regex = false;      ///< each pattern is one regular expression for one token
    bool case_sensitive = false;
    KwicOrder order = KwicOrder::position;  ///< left: by the words before, nearest first; right: by those behind
    const TokenLemmas* lemmas = nullptr;
    Work work = {};
};

struct Kwic {
    Table table;                         ///< doc_id,from,to,pre,keyword,post,pattern
    std::vector<std::string> not_found;  ///< patterns without an occurrence
};

/// Every occurrence of the patterns (words, globs, phrases) with the tokens around it, document after document in the
/// order of the text. from and to are places of tokens in the document, from 1. Tokens are written with blanks between
/// them. A pattern finds each place once; two patterns may find the same.
/// @throws InputError for a pattern that cannot be read. O(tokens + occurrences x window)
[[nodiscard]] Kwic keyword_in_context(const Tokens& tokens, std::span<const std::string> patterns,
                                      const KwicOptions& options);

}  // namespace tarazy
