#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// Positions of the actors turn by turn, of each model and issue, with the weighted mean (`rounds`).
[[nodiscard]] std::vector<nlohmann::ordered_json> bargain_figures(const ReportContext& context,
                                                                  const AnalysisResult& analysis);

}  // namespace tarazy
