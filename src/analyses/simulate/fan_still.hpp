#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// A figure of the kind `fan` as a plain drawing: of each panel the first line (policy, forecaster) with its bands, and
/// what was observed. At most six panels. Nothing where nothing is known.
[[nodiscard]] Html fan_still(const ReportContext& context, const nlohmann::ordered_json& figure);

/// The same as a chapter shows it: only in the first chapter of the report that has a fan.
[[nodiscard]] Html fan_drawing(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
