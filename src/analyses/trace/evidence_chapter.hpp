#pragma once

#include "report/report_context.hpp"

#include <optional>

namespace tarazy {

/// Scoreboard, ladder, the table of clues with likelihoods, who judged them and why, the numbers that matter most,
/// which clue to look for next, and what the numbers cannot tell.
[[nodiscard]] Html evidence_body(const ReportContext& context, const AnalysisResult& analysis);

/// "probability of 'Own will' after all clues"; nothing when there are no words for it.
[[nodiscard]] std::optional<LocalText> evidence_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
