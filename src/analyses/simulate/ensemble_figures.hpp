#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// The fan chart, and the inputs by how much the outcomes hang on them.
[[nodiscard]] std::vector<nlohmann::ordered_json> ensemble_figures(const ReportContext& context,
                                                                   const AnalysisResult& analysis);

}  // namespace tarazy
