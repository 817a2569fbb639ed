#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// A figure of the kind `code_years` as a plain drawing: of the six codes that the state in focus speaks of most its
/// share of sentences year by year, beside the median of the other states. Nothing without the state.
[[nodiscard]] Html code_years_still(const ReportContext& context, const nlohmann::ordered_json& figure);

}  // namespace tarazy
