#pragma once

#include "report/chapter.hpp"
#include "report/report_context.hpp"

namespace tarazy {

/// Shares as the dictionary finds them, corrected by what people found, and how far the two agree.
[[nodiscard]] Html estimate_body(const ReportContext& context, const AnalysisResult& analysis);

/// "corrected share of sentences on memory".
[[nodiscard]] std::optional<LocalText> estimate_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
