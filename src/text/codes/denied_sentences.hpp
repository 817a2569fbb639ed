#pragma once

#include "table/table.hpp"
#include "text/codes/coded_documents.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// `window,group,code,count,denied,share_denied`: of the sentences with a code those in which it is only denied ("no
/// weapons"), by window of years. No row of a code that no sentence has; no rows where nobody asked
/// (`CodedDocument::only_negated`). O(sentences x codes x windows)
[[nodiscard]] Table denied_sentence_table(const CodedDocuments& coded, const std::string& group,
                                          const std::vector<std::pair<int, int>>& windows);

}  // namespace tarazy
