#pragma once

#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

// An analysis that finds no number at all is no success: the run says why, the report shows it, no test passes on it.

/// Whether no claim holds a value or a statement that the method takes for a finding.
[[nodiscard]] bool is_empty_result(const Method& method, const AnalysisPlan& plan, const std::vector<Claim>& claims);

/// Why there is no result, in the words of the method; the data are empty where shipped tables stood in for them.
[[nodiscard]] std::string why_empty(const Method& method, const AnalysisPlan& plan, const RoleTables& data);

}  // namespace tarazy
