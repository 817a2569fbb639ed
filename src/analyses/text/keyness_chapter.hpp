#pragma once

#include "report/chapter.hpp"
#include "report/report_context.hpp"

namespace tarazy {

/// Words that tell the state from the others, a pair of tables a window.
[[nodiscard]] Html keyness_body(const ReportContext& context, const AnalysisResult& analysis);

/// "“steppe”: how surely it is typical".
[[nodiscard]] std::optional<LocalText> keyness_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
