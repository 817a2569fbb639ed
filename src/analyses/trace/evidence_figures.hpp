#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// "evidence_ladder-<analysis>": the clues between the two leading explanations, as the table `ladder` has them.
[[nodiscard]] nlohmann::ordered_json ladder_figure_data(const ReportContext& context, const AnalysisResult& analysis);

/// "scoreboard-<analysis>": the rival explanations, as the table `scoreboard` has them, the leading one first.
[[nodiscard]] nlohmann::ordered_json scoreboard_figure_data(const ReportContext& context,
                                                            const AnalysisResult& analysis);

}  // namespace tarazy
