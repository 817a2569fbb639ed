#pragma once

#include "report/chapter.hpp"
#include "report/report_context.hpp"

namespace tarazy {

/// How often the state speaks of what, what stands together, and how it changes.
[[nodiscard]] Html codes_body(const ReportContext& context, const AnalysisResult& analysis);

/// "share of sentences on memory".
[[nodiscard]] std::optional<LocalText> codes_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
