#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// A figure of the kind `evidence_ladder` as a plain drawing: how far the clues so far favour the leading explanation,
/// clue by clue, with the range of the judgements. Nothing without clues.
[[nodiscard]] Html ladder_still(const ReportContext& context, const nlohmann::ordered_json& figure);

}  // namespace tarazy
