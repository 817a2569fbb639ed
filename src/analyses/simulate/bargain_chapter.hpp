#pragma once

#include "report/report_context.hpp"

#include <optional>

namespace tarazy {

/// Where each model ends and how far they lie apart, the positions turn by turn, how each model ended, and the actors.
[[nodiscard]] Html bargain_body(const ReportContext& context, const AnalysisResult& analysis);
[[nodiscard]] std::optional<LocalText> bargain_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
