#pragma once

#include "report/report_context.hpp"

#include <optional>

namespace tarazy {

/// Chapter of an analysis by align.similarity: the measures year by year, with each member of the poles.
[[nodiscard]] Html similarity_body(const ReportContext& context, const AnalysisResult& analysis);

/// "agreement: Kazakhstan and Russia"; nothing when the measure has no words.
[[nodiscard]] std::optional<LocalText> similarity_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
