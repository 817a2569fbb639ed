#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

// Data of the figures of ideal points and of the balance, from the tables that study/analysis_ideal_points.hpp and
// study/analysis_balance.hpp describe.

/// "positions-<analysis>": who, role (focus, pole, comparison), year, mean, q05, q95.
[[nodiscard]] nlohmann::ordered_json positions_figure_data(const ReportContext& context,
                                                           const AnalysisResult& analysis);

/// "closer-<analysis>": state, year, first, second, probability.
[[nodiscard]] nlohmann::ordered_json closer_figure_data(const ReportContext& context, const AnalysisResult& analysis);

/// "hedge-<analysis>": year, total, total_q05, total_q95, within, between, label (in three languages), missing.
[[nodiscard]] nlohmann::ordered_json hedge_figure_data(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
