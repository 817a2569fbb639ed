#pragma once

#include "study/method.hpp"

#include <vector>

namespace tarazy {

// The numbers that comparisons may have (`Method::quantities`); none of them is uncertain or speaks of years.

/// Those of compare.minimise: of its conditions, and of a focus where there may be one. An expression that has to be
/// searched for is any with `+` or `*` in it.
[[nodiscard]] std::vector<QuantityForm> minimise_quantities(const AnalysisPlan& plan);

/// Those of compare.robustness: `holds` and `cells_to_overturn` of its sentences, one without a solution type of each
/// type.
[[nodiscard]] std::vector<QuantityForm> robustness_quantities(const AnalysisPlan& plan);

}  // namespace tarazy
