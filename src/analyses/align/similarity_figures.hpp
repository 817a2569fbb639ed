#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// "similarity-<analysis>": year, session, member, pole, n, flag, and of each measure its value with lower and upper
/// end.
[[nodiscard]] nlohmann::ordered_json similarity_figure_data(const ReportContext& context,
                                                            const AnalysisResult& analysis);

}  // namespace tarazy
