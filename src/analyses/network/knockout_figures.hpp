#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// The kind `knockout`: functions that the state in focus loses without an institution, and what each contributes.
[[nodiscard]] std::vector<nlohmann::ordered_json> knockout_figures(const ReportContext& context,
                                                                   const AnalysisResult& analysis);

}  // namespace tarazy
