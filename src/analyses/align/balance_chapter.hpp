#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// Chapter of an analysis by align.balance: shares domain by domain, balance within and between the domains with the
/// label of each year, windows, other states.
[[nodiscard]] Html balance_body(const ReportContext& context, const AnalysisResult& analysis);

/// A label of a year in words: "specialised", "aligned:RUS"; empty for none.
[[nodiscard]] LocalText label_in_words(const ReportContext& context, const std::string& label);

}  // namespace tarazy
