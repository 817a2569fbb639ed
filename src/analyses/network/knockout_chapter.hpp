#pragma once

#include "report/chapter.hpp"

namespace tarazy {

/// What the state in focus loses without an institution, without two, without the named ones; balance and bridges.
[[nodiscard]] Html knockout_body(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
