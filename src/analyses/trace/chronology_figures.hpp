#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tarazy {

/// "timeline": id, edtf, earliest, latest, date_kind, title, tags, quad, confidence, conflict of every event.
[[nodiscard]] nlohmann::ordered_json timeline_figure_data(const ReportContext& context, const AnalysisResult& analysis);

}  // namespace tarazy
