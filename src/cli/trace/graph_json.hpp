#pragma once

#include "trace/graph/graph_answers.hpp"

#include <string>

namespace tarazy {

/// The answers as JSON (docs/trace-graph.md). @param events  for the titles and dates on paths; may be empty
[[nodiscard]] std::string answers_json(const CausalGraph& graph, const GraphAnswers& answers, EffectKind effect,
                                       const LinksByEnds& links, std::span<const ChronologyEvent> events);

}  // namespace tarazy
