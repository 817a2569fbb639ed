#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// What the study rests on: every file (raw or shipped in its stead, SHA-256, rows), every source with coverage and
/// licence, and where sources contradict one another.
[[nodiscard]] Html data_chapter(const ReportContext& context);

}  // namespace tarazy
