#pragma once

#include "report/chapter.hpp"
#include "report/report_context.hpp"

namespace tarazy {

/// How often each code is found, and lines in which it stands; where the documents are not at hand, that there are
/// none.
[[nodiscard]] Html concordance_body(const ReportContext& context, const AnalysisResult& analysis);

/// "finds of “memory”".
[[nodiscard]] std::optional<LocalText> concordance_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
