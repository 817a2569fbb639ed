#pragma once

#include "report/chapter.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// `bridging` and, where the institutions are there, `bridge_map`.
[[nodiscard]] std::vector<nlohmann::ordered_json> bridge_figures(const ReportContext& context,
                                                                 const AnalysisResult& analysis);

}  // namespace tarazy
