#pragma once

#include "report/chapter.hpp"

namespace tarazy {

/// The ladder of `network.regimes`: who joined what when. One figure of the kind `regime_ladder`.
[[nodiscard]] std::vector<nlohmann::ordered_json> regimes_figures(const ReportContext& context,
                                                                  const AnalysisResult& analysis);

}  // namespace tarazy
