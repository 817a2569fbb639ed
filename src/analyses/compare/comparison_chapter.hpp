#pragma once

#include "report/report_context.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// Chapter of an analysis by compare.minimise: truth table, chart of the solutions, scatter plot, each condition by
/// itself, and the record of every coded cell.
[[nodiscard]] Html comparison_body(const ReportContext& context, const AnalysisResult& analysis);

/// What a claim measures, in words: "parsimonious: models"; nothing for quantities of other methods.
[[nodiscard]] std::optional<LocalText> comparison_quantity(const ReportContext& context, const ClaimParts& parts);

/// "~NORM" as a sign and what the study calls it: "NORM (domestic anti-nuclear norm)".
[[nodiscard]] LocalText condition_in_words(const ReportContext& context, const std::string& literal);

}  // namespace tarazy
