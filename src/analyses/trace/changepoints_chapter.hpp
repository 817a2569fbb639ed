#pragma once

#include "report/report_context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// The picture's frame and its table (each change with its dates, probability, guaranteed interval and coinciding
/// events), below it what is asked of each series as a whole.
[[nodiscard]] Html changepoints_body(const ReportContext& context, const AnalysisResult& analysis);

/// "expected number of changes: Russia"; nothing when there are no words for it.
[[nodiscard]] std::optional<LocalText> changepoints_quantity(const ReportContext& context, const ClaimParts& parts);

/// Rows of the main table that are about the focus state (or about none), in its order.
[[nodiscard]] std::vector<std::size_t> focus_rows(const ReportContext& context, const Table& table);

}  // namespace tarazy
