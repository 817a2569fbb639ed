#pragma once

#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// Claims of the tables of trace.changepoints, see `changepoints_method`.
[[nodiscard]] std::vector<Claim> changepoints_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);

/// Every number they may be, for tests to be checked beforehand.
[[nodiscard]] std::vector<QuantityForm> changepoints_quantities(const AnalysisPlan& plan);

}  // namespace tarazy
