#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// Chapter of an analysis by align.ideal-points: positions, nearer to which pole, closeness, windows, other states.
[[nodiscard]] Html positions_body(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
