#pragma once

#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

// An analysis that finds no number at all is no success: the run says why, the report shows it, no test passes on it.

/// Whether no claim on the state in focus holds a value or a statement, or there are only counts of nothing (a
/// chronology without events).
[[nodiscard]] bool is_empty_result(const AnalysisPlan& plan, const std::vector<Claim>& claims);

/// Why there is no result, as far as the data tell; they are empty where shipped tables stood in for them.
[[nodiscard]] std::string why_empty(const AnalysisPlan& plan, const RoleTables& data);

/// Notes on comparison states and poles of which the main table holds no row: they are not silently left out.
[[nodiscard]] std::vector<std::string> absent_from(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);

}  // namespace tarazy
