#pragma once

#include "report/report_context.hpp"
#include "trace/chronology/chronology.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// The timeline's frame and the list of all events, each with its date, tags, source, confidence, the links that lead
/// to and from it, and a mark where sources contradict one another.
[[nodiscard]] Html chronology_body(const ReportContext& context, const AnalysisResult& analysis);

/// Where the sources of the chronologies contradict one another, for the chapter on the data.
[[nodiscard]] Html conflicts_part(const ReportContext& context);

/// "links: (the compiler's reading)"; nothing when there are no words for it.
[[nodiscard]] std::optional<LocalText> chronology_quantity(const ReportContext& context, const ClaimParts& parts);

/// Name of the timeline's figure: "timeline" of the first chronology of a study.
[[nodiscard]] std::string timeline_id(const ReportContext& context, const AnalysisResult& analysis);

/// "1991-08-29", "1995-04-21 – 1995-04-24", "between … and …": an EDTF date in a form that needs no manual.
[[nodiscard]] std::string shown_date(const ChronologyEvent& event);

}  // namespace tarazy
