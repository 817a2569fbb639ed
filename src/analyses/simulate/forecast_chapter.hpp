#pragma once

#include "report/report_context.hpp"

#include <optional>

namespace tarazy {

/// The chapter of `simulate.forecast`: first what the forecasts of the past allow to claim, then the fan, the scores,
/// and the sealed forecast.
[[nodiscard]] Html forecast_body(const ReportContext& context, const AnalysisResult& analysis);
[[nodiscard]] std::optional<LocalText> forecast_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
