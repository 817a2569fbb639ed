#pragma once

#include "study/method.hpp"

#include <vector>

namespace tarazy {

/// `forecast.<series>.<year>`: the median of the model's draws with the interval that holds 90 % of them.
/// `skill.<forecaster>-<horizon>`, of series in different units `skill.<series>-<forecaster>-<horizon>`: 1 - S / S of
/// the best naive forecast, past origins. `sealed_skill.<forecaster>.<years>`: the same of the sealed forecast for the
/// years that it foresaw; one forecast, without interval.
[[nodiscard]] std::vector<Claim> forecast_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);
[[nodiscard]] std::vector<QuantityForm> forecast_quantities(const AnalysisPlan& plan);

/// Parts of the claims of a row of the tables `""` and `scores`, for the chapter as well.
[[nodiscard]] ClaimParts forecast_parts(const Table& fan, std::size_t row);
[[nodiscard]] ClaimParts sealed_skill_parts(const Table& scores, std::size_t row);

}  // namespace tarazy
