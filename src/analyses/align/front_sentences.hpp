#pragma once

#include "report/report_context.hpp"

#include <vector>

namespace tarazy {

// The head of the report in words, made from claims; a sentence whose claims are lacking is left out.

/// Of votes as cast, for studies without ideal points: where the state stood most of the time, where it stands in the
/// latest year that can be compared, and where it is heading.
[[nodiscard]] std::vector<Html> agreement_sentences(const ReportContext& context);

/// Of ideal points: which pole was nearest, and nearer to which of the first two.
[[nodiscard]] std::vector<Html> position_sentences(const ReportContext& context);

/// Of all domains together: years of alignment, of leaning both ways, of even distance.
[[nodiscard]] std::vector<Html> balance_sentences(const ReportContext& context);

}  // namespace tarazy
