#pragma once

#include "report/chapter.hpp"

#include <vector>

namespace tarazy {

/// Every event of a chronology with its source, link and confidence.
[[nodiscard]] std::vector<Passage> event_passages(const ReportContext& context, const AnalysisResult& analysis);

/// Every clue of process tracing, in the languages that the study gives, with its source.
[[nodiscard]] std::vector<Passage> clue_passages(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
