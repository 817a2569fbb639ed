#pragma once

#include "report/report_context.hpp"

#include <vector>

namespace tarazy {

/// What may be said of the agenda in an analysis by align.ideal-points. Positions of different years are free of it
/// only where texts that were voted on again tie the sessions; elsewhere the walk of the states alone carries the
/// scale.
enum class AgendaTies {
    unknown,  ///< one session, or no claims
    all,      ///< every session is tied to earlier ones by `least_repeated_texts` or more
    most,     ///< all but less than half of them
    few
};
[[nodiscard]] AgendaTies agenda_ties(const ReportContext& context, const AnalysisResult& analysis);

/// How many sessions are not tied, in words, with links to the claims; empty where nothing is known.
[[nodiscard]] Html agenda_sentence(const ReportContext& context, const AnalysisResult& analysis);

/// How to read the chapter: what it says of the agenda is what the ties allow, and weak ties are told first.
[[nodiscard]] Html positions_reading(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
