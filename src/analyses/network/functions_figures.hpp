#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace tarazy {

/// The kind `function_table`: functions of the state in focus and the institutions that carry them.
[[nodiscard]] std::vector<nlohmann::ordered_json> functions_figures(const ReportContext& context,
                                                                    const AnalysisResult& analysis);

}  // namespace tarazy
