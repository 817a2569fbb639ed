#pragma once

#include "table/table.hpp"
#include "text/codes/coded_documents.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Shares of codes as a dictionary finds them, corrected by a random sample that people coded.
struct CorrectedShares {
    /// `window,code,sentences,coded,machine,corrected,se,lower,upper,q05,q10,q50,q90,q95`: corrected is the mean of
    /// f + R / pi (Y - f) over all sentences (Egami, Hinck, Stewart & Wei 2023; text/estimates/corrected_mean.hpp),
    /// right whatever the quality of the dictionary; lower and upper 95 %, quantiles of the normal law.
    Table shares;
    /// `code,both,machine_only,hand_only,neither,precision,recall`: counts of the sample; of the sentences that the
    /// dictionary finds the share that people find as well, and the other way round, each sentence weighing 1 / pi.
    Table agreement;
    std::vector<std::string> coders;  ///< in byte order
    std::vector<std::string> notes;
};

/// @param coded  all sentences of one group, with the dictionary's codes
/// @param hand   the sample: `doc_id,sentence,probability,codes` and perhaps `coder`; one row a sentence
/// @throws InputError for every row: a sentence that is not among the coded ones or stands twice, a probability outside
///         (0, 1], a code that no sentence of the dictionary has; fewer than two rows in all windows
/// O(sentences x codes x windows)
[[nodiscard]] CorrectedShares corrected_shares(const CodedDocuments& coded, const Table& hand,
                                               const std::vector<std::pair<int, int>>& windows);

}  // namespace tarazy
