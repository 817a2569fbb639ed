#pragma once

#include "report/report_context.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>

namespace tarazy {

// Pictures of shares among the poles, a row a state, year, domain and pole.

/// "closeness-<analysis>" of the state in focus.
[[nodiscard]] nlohmann::ordered_json closeness_figure_data(const ReportContext& context,
                                                           const AnalysisResult& analysis);

/// "domains-<analysis>" of the state in focus.
[[nodiscard]] nlohmann::ordered_json domains_figure_data(const ReportContext& context, const AnalysisResult& analysis);

/// "balance", the picture at the head of the report, with the shares of all states; nothing without an analysis of
/// shares.
[[nodiscard]] std::optional<FrontPicture> balance_picture(const ReportContext& context);

}  // namespace tarazy
