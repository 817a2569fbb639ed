#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

// Data of the figures of comparisons, from the tables that study/analysis_minimise.hpp describes.

/// "solution-<analysis>": the terms of every model, with the conditions in their order.
[[nodiscard]] nlohmann::ordered_json solution_figure_data(const ReportContext& context, const AnalysisResult& analysis);

/// What is to be seen in the solution chart, and how far its models depend on the coding.
[[nodiscard]] LocalText solution_description(const ReportContext& context, const AnalysisResult& analysis);

/// "xy-<analysis>": solution, model, term (empty: the whole model), case, x, y, with the name of the outcome.
[[nodiscard]] nlohmann::ordered_json xy_figure_data(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
