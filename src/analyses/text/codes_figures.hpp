#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// Shares of codes, alone and beside others, and by year.
[[nodiscard]] std::vector<nlohmann::ordered_json> codes_figures(const ReportContext& context,
                                                                const AnalysisResult& analysis);

}  // namespace tarazy
