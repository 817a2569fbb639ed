#pragma once

#include "report/chapter.hpp"
#include "report/report_context.hpp"

namespace tarazy {

/// Fans, what the scenario changes, how often policies are good enough, regret, what the outcome hangs on, and what was
/// judged by whom.
[[nodiscard]] Html ensemble_body(const ReportContext& context, const AnalysisResult& analysis);

/// "room for manoeuvre: what the scenario changes".
[[nodiscard]] std::optional<LocalText> ensemble_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
