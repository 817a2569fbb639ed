#pragma once

#include "study/method.hpp"

#include <span>
#include <vector>

namespace tarazy {

/// Medians and the middle 90 % of the draws; shares of the draws with Wilson's interval.
[[nodiscard]] std::vector<Claim> assure_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);
[[nodiscard]] std::vector<QuantityForm> assure_claim_forms(const AnalysisPlan& plan);

/// The quantities of which claims are made, in the order of the chapter.
[[nodiscard]] std::span<const char* const> assure_told_quantities();
[[nodiscard]] std::span<const char* const> assure_told_shares();

}  // namespace tarazy
