#pragma once

#include "cli/text/counts_input.hpp"
#include "text/counts/trends.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// What a command says of codes that are counted in texts by a dictionary.
struct TrendDictionary {
    std::string path;                            ///< empty: no dictionary
    std::optional<std::size_t> negation_window;  ///< words; nothing: 3, and 0 with --tokens quanteda
    bool languages = false;                      ///< hits a language are asked for
};

struct TrendCodes {
    TrendCounts counts;  ///< of each code, and of `neg_CODE` where negation is looked for; `at` is still empty
    Table metadata;      ///< a row a document
    /// `code,language,hits,negated,tokens,per_10000,share`; nothing where nobody asked for languages.
    std::optional<Table> languages;
};

/// Counts the codes in the texts. Phrases and negations are looked for in the texts with their punctuation; tokens of
/// punctuation and symbols do not count into the totals, unless --keep-punct. Warns of codes and entries without a hit
/// and of codes that one language carries.
/// @throws UsageError for counts instead of texts, and for a code of --features that the dictionary has not
[[nodiscard]] TrendCodes counts_of_codes(Session& session, CountsInput input, const TrendDictionary& dictionary,
                                         const std::vector<std::string>& asked);

}  // namespace tarazy
