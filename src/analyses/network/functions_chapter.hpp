#pragma once

#include "report/chapter.hpp"

namespace tarazy {

/// Every function of the state in focus with its providers, and what the comparison states have.
[[nodiscard]] Html functions_body(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
