#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// "synthetic_control": paths and gaps of the state and of the placebos; none where there is no control.
[[nodiscard]] std::vector<nlohmann::ordered_json> synth_figures(const ReportContext& context,
                                                                const AnalysisResult& analysis);

/// "interrupted": values of every state with the lines, or the means, of before and after; none without values.
[[nodiscard]] std::vector<nlohmann::ordered_json> its_figures(const ReportContext& context,
                                                              const AnalysisResult& analysis);
[[nodiscard]] std::vector<nlohmann::ordered_json> contrast_figures(const ReportContext& context,
                                                                   const AnalysisResult& analysis);

}  // namespace tarazy
