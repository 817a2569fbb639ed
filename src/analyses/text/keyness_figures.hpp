#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// The words of both sides with their intervals, window by window.
[[nodiscard]] std::vector<nlohmann::ordered_json> keyness_figures(const ReportContext& context,
                                                                  const AnalysisResult& analysis);

}  // namespace tarazy
