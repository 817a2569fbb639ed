#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// A fan of the model, beside it that of the sealed forecast where there is one, with what was observed.
[[nodiscard]] std::vector<nlohmann::ordered_json> forecast_figures(const ReportContext& context,
                                                                   const AnalysisResult& analysis);

}  // namespace tarazy
