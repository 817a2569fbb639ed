#pragma once

#include "analyses/network/function_networks.hpp"

#include <functional>
#include <string>
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

/// The same for any analysis of memberships. @param institutions  only rival sources about these; none: about all
/// @param claims_of  the claims that the analysis has of a record
[[nodiscard]] Table rival_source_readings(
    const AnalysisPlan& plan, const AffiliationRecord& record, const std::vector<std::string>& institutions,
    const std::function<std::vector<Claim>(const AnalysisPlan& plan, const AffiliationRecord& record)>& claims_of);

/// The table of other readings without a row.
[[nodiscard]] Table no_other_readings();

}  // namespace tarazy
