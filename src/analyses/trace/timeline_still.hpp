#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// A figure of the kind `timeline` as a plain drawing: how many events began in each year, conflict below the axis.
/// Nothing without an event whose year is known.
[[nodiscard]] Html timeline_still(const ReportContext& context, const nlohmann::ordered_json& figure);

}  // namespace tarazy
