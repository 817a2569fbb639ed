#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// One chapter an analysis, in the order of the study file: figure, tables, how to read it, its limits, its command.
[[nodiscard]] Html method_chapters(const ReportContext& context);

}  // namespace tarazy
