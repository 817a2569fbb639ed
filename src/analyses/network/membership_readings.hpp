#pragma once

#include "analyses/network/function_networks.hpp"

#include <vector>

namespace tarazy {

/// The tested numbers under each rival source of one membership of the focus or a comparison state, as
/// `Method::other_readings` wants them: a row for each that differs, and one without a quantity where none does.
/// Under a policy other than `first` all sources are in the result already, and there is no other reading.
/// O(rival sources x cost of the tables)
[[nodiscard]] Table membership_readings(const AnalysisPlan& plan, const RoleTables& data,
                                        std::vector<ResultTable> (*tables)(const AnalysisPlan& plan,
                                                                           const FunctionRecord& record),
                                        std::vector<Claim> (*claims)(const AnalysisPlan& plan,
                                                                     const std::vector<ResultTable>& tables));

}  // namespace tarazy
