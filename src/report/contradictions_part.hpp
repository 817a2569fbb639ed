#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// What analyses that contradict one another say, side by side, and why they may differ (`contradiction.why.<arena>` of
/// the family's catalogue). Empty when there is nothing to say.
/// @param of  contradictions in which this analysis takes part; nullptr: all
[[nodiscard]] Html contradictions_part(const ReportContext& context, const AnalysisResult* of = nullptr);

}  // namespace tarazy
