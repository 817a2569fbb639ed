#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// What the players do as belief in the guarantor grows (`curves`).
[[nodiscard]] std::vector<nlohmann::ordered_json> assure_figures(const ReportContext& context,
                                                                 const AnalysisResult& analysis);

}  // namespace tarazy
