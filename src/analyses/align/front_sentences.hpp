#pragma once

#include "report/report_context.hpp"

#include <vector>

namespace tarazy {

/// The front page in words: where the state stood most of the time, where it stands in the latest year that can be
/// compared, and where it is heading. Made from claims of the first analysis of shares in votes; a sentence whose
/// claims are lacking is left out, so the list may be empty.
[[nodiscard]] std::vector<Html> front_sentences(const ReportContext& context);

}  // namespace tarazy
