#pragma once

#include "report/report_context.hpp"

#include <optional>

namespace tarazy {

/// What the players do given an assurance and given silence, what speaks for a valuable and what for a declaratory
/// assurance, the curves over p, and who judged the ranges.
[[nodiscard]] Html assure_body(const ReportContext& context, const AnalysisResult& analysis);
[[nodiscard]] std::optional<LocalText> assure_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
