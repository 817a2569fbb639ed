#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// Every claim of the run: value, interval, unit, rows used; claims that share formula, source and command stand under
/// one heading that gives them. Each row carries the id that the numbers of the report link to.
[[nodiscard]] Html claims_chapter(const ReportContext& context);

}  // namespace tarazy
