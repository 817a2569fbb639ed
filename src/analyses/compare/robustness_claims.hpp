#pragma once

#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// Claims of the tables that analysis_robustness.hpp describes; C is a sentence as stated, with the solution type
/// before it where it speaks of models: `holds.C`, `cells_to_overturn.C`; `as_coded.S`, `one_model.S`,
/// `distinct_models.S`, `decisive_cells.S`; `points`, `contestable_cells`.
[[nodiscard]] std::vector<Claim> robustness_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);

}  // namespace tarazy
