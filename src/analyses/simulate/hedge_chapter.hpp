#pragma once

#include "report/report_context.hpp"

#include <optional>

namespace tarazy {

/// First what the past allows to claim; then what the model foresaw beside what came, the scores, the parameters, and
/// the description of the model.
[[nodiscard]] Html hedge_body(const ReportContext& context, const AnalysisResult& analysis);
[[nodiscard]] std::optional<LocalText> hedge_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
