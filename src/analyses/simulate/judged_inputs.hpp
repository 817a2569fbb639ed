#pragma once

#include "report/report_context.hpp"

#include <string>

namespace tarazy {

/// What was judged in an analysis, and by whom, from its table `inputs` (`input,q05,q50,q95,judged_by`): nothing of it
/// was measured. Whoever judged all of them is named once. Nothing where there is no such table.
[[nodiscard]] Html judged_inputs_html(const ReportContext& context, const AnalysisResult& analysis,
                                      const std::string& label);

}  // namespace tarazy
