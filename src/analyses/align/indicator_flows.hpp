#pragma once

#include "study/parameters.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// Yearly figures towards a pole or a member of one out of a table of indicators: those whose name begins with
/// `prefix`, the rest of the name being the pole ("imports_from_CHN").
/// `state,year,indicator,value` becomes `state,year,pole,value,lower,upper`, as `flow_domain` reads it; lines of the
/// file are kept. @param error_factor  value / factor and value * factor bound 90% of the measurement error; a value of
/// 0 has none
/// @throws InputError for lacking columns and when no indicator begins so
/// O(rows).
[[nodiscard]] Table indicator_flows(const Table& indicators, const std::string& prefix,
                                    std::optional<double> error_factor);

}  // namespace tarazy
