#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// Corrected shares period by period, beside those of the dictionary.
[[nodiscard]] std::vector<nlohmann::ordered_json> estimate_figures(const ReportContext& context,
                                                                   const AnalysisResult& analysis);

}  // namespace tarazy
