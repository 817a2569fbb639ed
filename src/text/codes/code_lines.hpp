#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/codes/group_documents.hpp"
#include "text/counts/codebook.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

struct CodeLineOptions {
    std::string language = "en";               ///< of the documents, or "auto"
    std::vector<std::pair<int, int>> windows;  ///< first and last year
    std::size_t context = 8;                   ///< words and marks on either side
    std::size_t most_lines = 10;               ///< shown of each code and window, drawn at random where there are more
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// Where the codes (or patterns) of a codebook stand in documents, and in what words.
struct CodeLines {
    /// `window,code,finds,denied,documents,of_documents,words,per_10000`: finds as `find_codes` counts them, sentence
    /// by sentence; denied: of them, with a negation beside them; words: of all documents of the window. Nothing of
    /// what was written is in it.
    Table counts;
    /// `window,code,doc_id,year,sentence,position,before,found,after,denied`: the lines drawn, by year, document and
    /// place; sentence and position (of the word, marks counted) from 1. It holds words of the documents.
    Table lines;
    std::vector<std::string> notes;  ///< codes that are found nowhere
};

/// The lines depend on the seed, the codes and the documents, not on the order of rows or the number of threads.
/// @throws InputError as `group_documents` does, and for what the codebook gets wrong
/// O(bytes + tokens x patterns that fit)
[[nodiscard]] CodeLines code_lines(const Table& documents, const GroupChoice& choice, const Codebook& codebook,
                                   const CodeLineOptions& options);

/// The codes of these names. @throws InputError for a name that is none, with the nearest
[[nodiscard]] Codebook chosen_codes(const Codebook& codebook, const std::vector<std::string>& names);

}  // namespace tarazy
