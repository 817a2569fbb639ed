#pragma once

#include "report/report_context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

// What the chapters of outcomes over time (trace.synth, trace.its, trace.contrast) have in common.

/// "effect in a year", "Uzbekistan: change of level: gdp_growth_pct"; nothing when there are no words for it.
[[nodiscard]] std::optional<LocalText> outcome_quantity(const ReportContext& context, const ClaimParts& parts);

/// The text parameter of an analysis, as its claims carry it: the name of the outcome.
[[nodiscard]] std::string outcome_name(const ReportContext& context, const AnalysisResult& analysis,
                                       const std::string& parameter);

/// Claims of the focus with these quantities that have a value, in this order, one a row, with their words.
[[nodiscard]] Html outcome_claims(const ReportContext& context, const AnalysisResult& analysis,
                                  const std::vector<std::string>& quantities);

/// A table of the analysis with these columns under a heading `key`; nothing when it has no rows. Columns of states are
/// named in words.
[[nodiscard]] Html outcome_table(const ReportContext& context, const AnalysisResult& analysis, const std::string& table,
                                 const std::string& key, const std::vector<std::string>& columns);

}  // namespace tarazy
