#pragma once

#include "report/chapter.hpp"

namespace tarazy {

/// Chapter of `network.regimes`: the ladder of who joined what when, the standing of the states in the set, and the
/// focus state's way in with the lines it rests on.
[[nodiscard]] Html regimes_body(const ReportContext& context, const AnalysisResult& analysis);
[[nodiscard]] std::optional<LocalText> regimes_quantity(const ReportContext& context, const ClaimParts& parts);

}  // namespace tarazy
