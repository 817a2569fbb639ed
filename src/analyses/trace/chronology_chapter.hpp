#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// The timeline's frame and the list of all events, each with its date, tags, source, confidence, the links that lead
/// to and from it, and a mark where sources contradict one another.
[[nodiscard]] Html chronology_body(const ReportContext& context);

/// "1991-08-29", "1995-04-21 – 1995-04-24", "between … and …": an EDTF date in a form that needs no manual.
[[nodiscard]] std::string shown_date(const ChronologyEvent& event);

/// Source conflicts, both values side by side.
[[nodiscard]] Html conflict_table(const ReportContext& context);

}  // namespace tarazy
