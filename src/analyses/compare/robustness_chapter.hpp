#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace tarazy {

/// Chapter of an analysis by compare.robustness: how much of the codings was moved, what became of the sentences, which
/// codings decide, the most frequent models, and the ranges of the cut-offs.
[[nodiscard]] Html robustness_body(const ReportContext& context, const AnalysisResult& analysis);

/// What a claim measures, in words: "share of the codings in which it holds: models stay"; nothing for quantities of
/// other methods.
[[nodiscard]] std::optional<LocalText> robustness_quantity(const ReportContext& context, const ClaimParts& parts);

/// "fragility-<analysis>": every coded cell (case, variable, value, confidence), with what else it could be (others)
/// and the solution types it decides alone (changes).
[[nodiscard]] nlohmann::ordered_json fragility_figure_data(const ReportContext& context,
                                                           const AnalysisResult& analysis);

}  // namespace tarazy
