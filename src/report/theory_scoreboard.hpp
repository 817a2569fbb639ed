#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// What the theories named in a study lead one to expect, beside the verdicts: one line a proposition of which some
/// theory says something, one column a theory, the counts below. Nothing where the study names no theory.
[[nodiscard]] Html theory_scoreboard(const ReportContext& context);

}  // namespace tarazy
