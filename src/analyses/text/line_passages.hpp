#pragma once

#include "report/chapter.hpp"

#include <vector>

namespace tarazy {

/// Every line of a concordance in the words of the document, with the place where it stands.
[[nodiscard]] std::vector<Passage> line_passages(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
