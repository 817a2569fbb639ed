#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// The analysis by compare.robustness that asks of the same cases the same question as this one by compare.minimise:
/// outcome, conditions, cut-offs, expectations; nullptr where the study has none.
[[nodiscard]] const AnalysisResult* sweep_of(const ReportContext& context, const AnalysisResult& comparison);

/// In how many other codings and cut-offs exactly these models come out, or that it was not tried: with links to the
/// claims, and as plain words for the caption of the chart. Empty where there are no models.
[[nodiscard]] Html model_survival(const ReportContext& context, const AnalysisResult& comparison);
[[nodiscard]] LocalText model_survival_caption(const ReportContext& context, const AnalysisResult& comparison);

/// A share in per cent with two digits that tell it from 0 and from 100: 0.0041 is 0.41, 0.99962 is 99.962.
[[nodiscard]] double percent_told_apart(double share);

}  // namespace tarazy
