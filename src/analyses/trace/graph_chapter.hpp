#pragma once

#include "report/report_context.hpp"

#include <optional>
#include <string>

namespace tarazy {

// What the report says of an analysis by trace.graph.

/// Body of the chapter: what the words mean, the picture, numbers of each pair, its paths with the basis of every link,
/// adjustment and front-door sets, and what the graph implies and cannot say.
[[nodiscard]] Html graph_body(const ReportContext& context, const AnalysisResult& analysis);

/// The words for its numbers.
[[nodiscard]] std::optional<LocalText> graph_quantity(const ReportContext& context, const ClaimParts& parts);

/// The id of the picture.
[[nodiscard]] std::string causal_graph_id(const AnalysisResult& analysis);

/// Are there drawn events?
[[nodiscard]] bool has_causal_graph(const AnalysisResult& analysis);

}  // namespace tarazy
