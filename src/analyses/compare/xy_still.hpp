#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// A figure of the kind `xy` as a plain drawing: the membership of the cases in the model shown first against that in
/// the outcome. Cases at one place share a mark; the state in focus is named first. Nothing without cases.
[[nodiscard]] Html xy_still(const ReportContext& context, const nlohmann::ordered_json& figure);

}  // namespace tarazy
