#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// How far each tested number of an analysis moves under other readings of single entries, and in which columns these
/// entries stand: the columns are all that the number was found to depend on. Empty where no reading was tried.
[[nodiscard]] Html readings_part(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
