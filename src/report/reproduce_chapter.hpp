#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// How to get the same report again: command, version, seed, the command of each analysis, how to check the numbers.
[[nodiscard]] Html reproduce_chapter(const ReportContext& context);

}  // namespace tarazy
