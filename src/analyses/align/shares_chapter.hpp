#pragma once

#include "analyses/align/shares_rows.hpp"
#include "report/report_context.hpp"

namespace tarazy {

/// Chapter of an analysis by align.shares: closeness to each pole, then means and trends by window of years.
[[nodiscard]] Html shares_body(const ReportContext& context, const AnalysisResult& analysis);

// Parts of it that the chapters of ideal points and of the balance use as well.

/// Figure of closeness with its table. @param description  key of the message that says what is to be seen
[[nodiscard]] Html closeness_figure(const ReportContext& context, const AnalysisResult& analysis,
                                    const std::string& description);

/// Claims about windows of years under a heading: one row a quantity, one column a window.
[[nodiscard]] Html windows_part(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
