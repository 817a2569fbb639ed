#pragma once

#include "study/method.hpp"
#include "trace/graph/causal_graph.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What an analysis by trace.graph asks of a chronology.
struct GraphPlan {
    std::vector<std::string> exposures, outcomes;
    bool literature_only = false;
};

/// @pre the parameters were read by the rules of the method
[[nodiscard]] GraphPlan graph_plan(const AnalysisPlan& plan);

/// The chronology of the roles, the proposed links left out where the plan says so.
/// @throws InputError as `read_chronology`, and for an exposure or outcome that is no event or is both
[[nodiscard]] Chronology graph_chronology(const AnalysisPlan& plan, const RoleTables& data);

/// The graph of the links, and where its nodes lie.
struct ChronologyGraph {
    CausalGraph graph;
    CausalGraph literature;  ///< of the links that a source states; the same nodes
};
[[nodiscard]] ChronologyGraph chronology_graph(const Chronology& chronology);

/// A search for adjustment sets stops at so many, and their number is then unknown.
inline constexpr std::size_t most_sets_counted = 1000;

/// `nodes,edges,literature_edges,roots,independent_pairs`, one row.
[[nodiscard]] Table graph_summary(const ChronologyGraph& chronology);

/// `exposure,outcome,paths,literature_paths,shortest,adjustment_sets,bottlenecks,bottleneck_events`, a row for each
/// exposure and outcome. A number beyond counting is missing, and so is the shortest path where there is none.
[[nodiscard]] Table graph_pairs(const ChronologyGraph& chronology, const GraphPlan& plan, const Work& work);

}  // namespace tarazy
