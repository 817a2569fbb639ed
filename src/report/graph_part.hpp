#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// What was computed from what, as a folded table: a row an analysis, a proposition, a figure, with what it was made
/// from and what it leads to. Nothing where the run did not record it.
[[nodiscard]] Html graph_part(const ReportContext& context);

}  // namespace tarazy
