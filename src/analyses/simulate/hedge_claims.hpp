#pragma once

#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// Of intervals of parameters, so that they are told at the level of all claims.
inline constexpr double hedge_claim_level = 0.9;

/// `parameter.<symbol>` of those that were estimated; `skill_over_persistence.<forecaster>-<horizon>` and
/// `skill.<forecaster>-<horizon>` (over the best naive forecast) over past origins.
[[nodiscard]] std::vector<Claim> hedge_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);
[[nodiscard]] std::vector<QuantityForm> hedge_claim_forms(const AnalysisPlan& plan);

/// Parts of the claim of a row of the parameters, for the chapter as well.
[[nodiscard]] ClaimParts hedge_parameter_parts(const Table& estimates, std::size_t row);

}  // namespace tarazy
