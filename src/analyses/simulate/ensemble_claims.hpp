#pragma once

#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// Numbers of the last year, of other years where tests read them.
[[nodiscard]] std::vector<Claim> ensemble_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);
[[nodiscard]] std::vector<QuantityForm> ensemble_quantities(const AnalysisPlan& plan);

/// What a claim calls the policy of a row: nothing where the scenario has none, so that ids need not say "none".
[[nodiscard]] std::string policy_domain(const std::string& policy);

}  // namespace tarazy
