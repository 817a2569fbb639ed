#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// The values with their means over the two windows, and the difference and rank of every state.
[[nodiscard]] Html contrast_body(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
