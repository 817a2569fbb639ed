#pragma once

#include "analyses/trace/graph_counts.hpp"
#include "study/study_result.hpp"

#include <vector>

namespace tarazy {

/// Most events of a picture, paths that are listed of one pair, and sets of each kind.
inline constexpr std::size_t most_drawn_events = 40, most_listed_paths = 100, most_listed_sets = 50;

/// The tables `paths`, `sets`, `events` and `each_link` of trace.graph, and `notes` with every list that was cut short.
/// Drawn are the events on causal paths between exposures and outcomes, those on shorter paths first.
[[nodiscard]] std::vector<ResultTable> graph_details(const Chronology& chronology, const ChronologyGraph& graphs,
                                                     const GraphPlan& plan, const Work& work);

}  // namespace tarazy
