#pragma once

#include "study/study_result.hpp"
#include "trace/chronology/chronology.hpp"

#include <vector>

namespace tarazy {

// The chronology as the tables of an analysis by trace.chronology hold it.

/// Of the main table, in the order of the file.
[[nodiscard]] std::vector<ChronologyEvent> events_of(const AnalysisResult& analysis);
/// Of the table `each_link`.
[[nodiscard]] std::vector<ChronologyLink> links_of(const AnalysisResult& analysis);
/// Of the table `each_conflict`.
[[nodiscard]] std::vector<SourceConflict> conflicts_of(const AnalysisResult& analysis);

}  // namespace tarazy
