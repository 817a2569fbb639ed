#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// The lines before and after, level and slope of every state, or in one sentence why no lines can be fitted.
[[nodiscard]] Html its_body(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
