#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// "turning_points": of each series of the focus state (the six most likely to have changed) its values with the
/// posterior, its changes with their dates, its guaranteed intervals, and the events.
[[nodiscard]] nlohmann::ordered_json turning_points_figure_data(const ReportContext& context,
                                                                const AnalysisResult& analysis);

}  // namespace tarazy
