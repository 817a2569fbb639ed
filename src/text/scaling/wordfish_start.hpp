#pragma once

#include "text/scaling/wordfish_model.hpp"

#include <optional>

namespace tarazy {

/// Where the search for the optimum starts: alpha and psi from the totals; theta and beta from the first singular
/// vectors of log(y + 0.1) without the means of documents and words, by power iteration, identified. A tenth and not
/// one is added so that words of one document weigh (Slapin & Proksch 2008 start from such a decomposition).
/// @return nothing when all documents use all words in the same proportions, so that no dimension is seen
/// O(iterations x cells)
[[nodiscard]] std::optional<WordfishParameters> wordfish_start(const WordfishCounts& counts);

}  // namespace tarazy
