#pragma once

#include "report/chapter.hpp"

#include <vector>

namespace tarazy {

/// Documents, and entries of the codebook, behind a number of `text.codes` or `text.concordance`; of a single code also
/// the sentences of the state in which it was found.
[[nodiscard]] std::vector<RowsUsed> coded_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                    const Claim& claim);
/// Documents behind a number of `text.keyness`.
[[nodiscard]] std::vector<RowsUsed> word_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                   const Claim& claim);
/// Of all three: the documents as the methods choose them.
[[nodiscard]] RowsByRole document_rows_entered(const RowsQuestion& question);

/// Sentences coded by the dictionary, and by hand, behind a number of `text.estimate`.
[[nodiscard]] std::vector<RowsUsed> estimate_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                       const Claim& claim);
[[nodiscard]] RowsByRole estimate_rows_entered(const RowsQuestion& question);

}  // namespace tarazy
