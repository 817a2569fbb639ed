#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// Data of the picture of kind `causal_graph`; none when no event is drawn.
[[nodiscard]] std::vector<nlohmann::ordered_json> graph_figures(const ReportContext& context,
                                                                const AnalysisResult& analysis);

}  // namespace tarazy
