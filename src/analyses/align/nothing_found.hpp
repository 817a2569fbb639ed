#pragma once

#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

// What the methods of this family say when the data hold nothing, or not all, on the states of the study.

/// Numbers on other states, on the poles among themselves and on the estimation say nothing of the state in focus.
[[nodiscard]] bool is_of_focus(const AnalysisPlan& plan, const Claim& claim);

/// Why nothing relates the state in focus to the poles, as far as the data tell.
[[nodiscard]] std::string why_nothing_relates(const AnalysisPlan& plan, const RoleTables& data);

/// Notes on comparison states and poles of which the main table holds no row.
[[nodiscard]] std::vector<std::string> states_and_poles_lacking(const AnalysisPlan& plan,
                                                                const std::vector<ResultTable>& tables);

}  // namespace tarazy
