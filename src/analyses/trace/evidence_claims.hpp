#pragma once

#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Claims of `trace.evidence` from its tables.
[[nodiscard]] std::vector<Claim> evidence_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);

/// The numbers it may have.
[[nodiscard]] std::vector<QuantityForm> evidence_quantities(const AnalysisPlan& plan);

/// The equivalent command.
[[nodiscard]] std::string evidence_command(const AnalysisPlan& plan);

}  // namespace tarazy
