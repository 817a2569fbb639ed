#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// A figure of the kind `bridging` as a plain drawing of the state in focus: its bridges beside those that the numbers
/// of memberships alone would give, and the probability of more than an equal. Nothing without the state.
[[nodiscard]] Html bridging_still(const ReportContext& context, const nlohmann::ordered_json& figure);

}  // namespace tarazy
