#include "analyses/trace/graph_counts.hpp"

#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "table/table_rows.hpp"
#include "trace/graph/adjustment_sets.hpp"
#include "trace/graph/causal_paths.hpp"
#include "trace/graph/graph_answers.hpp"
#include "trace/graph/implied_independencies.hpp"

#include <algorithm>

namespace tarazy {
namespace {

void check_events_named(const AnalysisPlan& plan, const GraphPlan& asked, const Chronology& chronology) {
    std::vector<std::string> ids;
    for (const ChronologyEvent& event : chronology.events) ids.push_back(event.id);
    Diagnostics diagnostics;
    const auto check = [&](const char* role, const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            if (std::ranges::find(ids, name) != ids.end()) continue;
            diagnostics.add({{},
                             0,
                             0,
                             "analysis " + plan.id + ": " + role + " '" + name + "' is no event of the chronology",
                             ids.empty() ? "the file of events is empty" : name_hint(name, ids)});
        }
    };
    check("exposure", asked.exposures);
    check("outcome", asked.outcomes);
    for (const std::string& name : asked.exposures) {
        if (std::ranges::find(asked.outcomes, name) != asked.outcomes.end())
            diagnostics.add({{},
                             0,
                             0,
                             "analysis " + plan.id + ": '" + name + "' is exposure and outcome",
                             "name each event in one of the two"});
    }
    diagnostics.throw_if_any();
}

std::optional<std::uint64_t> set_count(const CausalGraph& graph, GraphNode x, GraphNode y, const Work& work) {
    const CausalGraph asked = with_roles(graph, std::span(&x, 1), std::span(&y, 1));
    const AdjustmentSets found = adjustment_sets(asked, EffectKind::total, most_sets_counted, work);
    if (!found.sets.complete) return std::nullopt;
    return found.sets.sets.size();
}

}  // namespace

GraphPlan graph_plan(const AnalysisPlan& plan) {
    const auto ids = [&](const char* name) {
        std::vector<std::string> list;
        if (plan.parameters.has(name)) list = listed(plan.parameters.get<std::string>(name), ',');
        std::ranges::sort(list);
        list.erase(std::unique(list.begin(), list.end()), list.end());
        return list;
    };
    return {ids("exposure"), ids("outcome"), plan.parameters.get<std::string>("basis") == "literature"};
}

Chronology graph_chronology(const AnalysisPlan& plan, const RoleTables& data) {
    Chronology chronology = read_chronology(*data.at("events"), data.at("links"));
    const GraphPlan asked = graph_plan(plan);
    check_events_named(plan, asked, chronology);
    if (asked.literature_only)
        std::erase_if(chronology.links, [](const ChronologyLink& link) { return link.basis != "literature"; });
    return chronology;
}

ChronologyGraph chronology_graph(const Chronology& chronology) {
    std::vector<std::string> ids;
    for (const ChronologyEvent& event : chronology.events) ids.push_back(event.id);
    std::vector<ChronologyLink> stated = chronology.links;
    std::erase_if(stated, [](const ChronologyLink& link) { return link.basis != "literature"; });
    return {causal_graph(graph_parts(chronology.links, ids)), causal_graph(graph_parts(stated, ids))};
}

Table graph_summary(const ChronologyGraph& chronology) {
    const CausalGraph& graph = chronology.graph;
    std::size_t roots = 0;
    for (GraphNode v = 0; v < graph.size(); ++v)
        roots += graph.parents[v].empty() && !graph.children[v].empty() ? 1 : 0;
    TableRows rows(IntegerColumn{"nodes"}, IntegerColumn{"edges"}, IntegerColumn{"literature_edges"},
                   IntegerColumn{"roots"}, IntegerColumn{"independent_pairs"});
    const auto pairs = implied_independencies(graph, 0, 1).all_pairs;
    rows.add(graph.size(), graph.arrows(), chronology.literature.arrows(), roots, pairs);
    return rows.table();
}

Table graph_pairs(const ChronologyGraph& chronology, const GraphPlan& plan, const Work& work) {
    TableRows rows(TextColumn{"exposure"}, TextColumn{"outcome"}, IntegerColumn{"paths"},
                   IntegerColumn{"literature_paths"}, IntegerColumn{"shortest"}, IntegerColumn{"adjustment_sets"},
                   IntegerColumn{"bottlenecks"}, ListColumn{"bottleneck_events"});
    const CausalGraph& graph = chronology.graph;
    WorkStep step(work, "pairs of events", plan.exposures.size() * plan.outcomes.size());
    for (const std::string& exposure : plan.exposures) {
        for (const std::string& outcome : plan.outcomes) {
            step.advance();
            const GraphNode x = *graph.find(exposure), y = *graph.find(outcome);
            const std::vector<std::string> narrow = names_of(graph, bottlenecks(graph, x, y));
            rows.add(exposure, outcome, count_directed_paths(graph, x, y),
                     count_directed_paths(chronology.literature, x, y), shortest_directed_path(graph, x, y),
                     set_count(graph, x, y, work), narrow.size(), narrow);
        }
    }
    return rows.table();
}

}  // namespace tarazy
