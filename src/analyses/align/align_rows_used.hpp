#pragma once

#include "report/chapter.hpp"

#include <vector>

namespace tarazy {

// Roll calls, votes, ties, memberships and figures behind the numbers of `align.similarity`, `align.shares`,
// `align.ideal-points` and `align.balance`: which inputs, and of their rows those that entered, found by what the
// computation itself uses to choose them. Of windows and of the balance also the rows of the analysis' own tables that
// were taken together; of a standing or a rank the numbers that were compared, and the rows of those states, too.

[[nodiscard]] std::vector<RowsUsed> similarity_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                         const Claim& claim);
[[nodiscard]] RowsByRole similarity_rows_entered(const RowsQuestion& question);

[[nodiscard]] std::vector<RowsUsed> shares_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                     const Claim& claim);
[[nodiscard]] RowsByRole shares_rows_entered(const RowsQuestion& question);

[[nodiscard]] std::vector<RowsUsed> positions_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                        const Claim& claim);
[[nodiscard]] RowsByRole positions_rows_entered(const RowsQuestion& question);

[[nodiscard]] std::vector<RowsUsed> balance_rows_used(const StudyResult& result, const AnalysisResult& analysis,
                                                      const Claim& claim);
[[nodiscard]] RowsByRole balance_rows_entered(const RowsQuestion& question);

}  // namespace tarazy
