#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// The actual and the synthetic path with their gap, the effects, weights, placebos; or in one sentence why the data
/// allow no effect.
[[nodiscard]] Html synth_body(const ReportContext& context, const AnalysisResult& analysis);

/// Does the analysis have a path to draw?
[[nodiscard]] bool has_control(const AnalysisResult& analysis);

}  // namespace tarazy
