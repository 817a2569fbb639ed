#include "cli/trace/graph_json.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace tarazy {
namespace {

using OrderedJson = nlohmann::ordered_json;

OrderedJson text_or_null(const std::string& text) {
    return text.empty() ? OrderedJson(nullptr) : OrderedJson(text);
}

OrderedJson sets_json(const CausalGraph& graph, const NodeSets& sets) {
    OrderedJson list = OrderedJson::array();
    for (const auto& set : sets.sets) list.push_back(names_of(graph, set));
    return list;
}

/// Paths with what is known of their events and links.
class PathJson {
public:
    PathJson(const CausalGraph& graph, const LinksByEnds& links, std::span<const ChronologyEvent> events)
        : graph_(graph), links_(links) {
        for (const ChronologyEvent& event : events) events_.emplace(event.id, &event);
    }

    OrderedJson operator()(const CausalPath& path) const {
        const std::vector<const ChronologyLink*> links = links_of_path(graph_, path, links_);
        OrderedJson json = {{"exposure", graph_.names[path.nodes.front()]},
                            {"outcome", graph_.names[path.nodes.back()]},
                            {"kind", to_string(path.kind)},
                            {"open", path.open},
                            {"basis", text_or_null(basis_of_path(links))},
                            {"text", path_text(graph_, path)}};
        json["events"] = OrderedJson::array();
        for (const GraphNode v : path.nodes) json["events"].push_back(event(graph_.names[v]));
        json["links"] = OrderedJson::array();
        for (const ChronologyLink* link : links) {
            if (link == nullptr) continue;
            json["links"].push_back({{"from", link->from},
                                     {"to", link->to},
                                     {"type", link->type},
                                     {"basis", link->basis},
                                     {"stated_in", text_or_null(link->stated_in)}});
        }
        return json;
    }

private:
    OrderedJson event(const std::string& id) const {
        OrderedJson json = {{"id", id}};
        const auto known = events_.find(id);
        if (known == events_.end()) return json;
        json["edtf"] = known->second->edtf;
        json["title"] = known->second->title;
        json["source"] = text_or_null(known->second->source);
        json["confidence"] = text_or_null(known->second->confidence);
        return json;
    }

    const CausalGraph& graph_;
    const LinksByEnds& links_;
    std::map<std::string, const ChronologyEvent*> events_;
};

OrderedJson instruments_json(const CausalGraph& graph, const std::vector<Instrument>& instruments) {
    OrderedJson list = OrderedJson::array();
    for (const Instrument& one : instruments)
        list.push_back({{"instrument", graph.names[one.node]}, {"given", names_of(graph, one.given)}});
    return list;
}

}  // namespace

std::string answers_json(const CausalGraph& graph, const GraphAnswers& answers, EffectKind effect,
                         const LinksByEnds& links, std::span<const ChronologyEvent> events) {
    OrderedJson json = {{"nodes", graph.size()},
                        {"links", graph.arrows()},
                        {"arcs", graph.arcs()},
                        {"exposures", names_of(graph, graph.exposures)},
                        {"outcomes", names_of(graph, graph.outcomes)},
                        {"effect", effect == EffectKind::total ? "total" : "direct"},
                        {"adjustment_sets", nullptr},
                        {"no_adjustment_set", nullptr},
                        {"instruments", nullptr},
                        {"front_door_sets", nullptr},
                        {"no_front_door_set", nullptr}};
    if (answers.adjustment) {
        json["adjustment_sets"] = sets_json(graph, answers.adjustment->sets);
        json["no_adjustment_set"] = text_or_null(answers.adjustment->why_none);
    }
    if (answers.instruments) json["instruments"] = instruments_json(graph, *answers.instruments);
    if (answers.front_door) {
        json["front_door_sets"] = sets_json(graph, answers.front_door->sets);
        json["no_front_door_set"] = text_or_null(answers.front_door->why_none);
    }
    json["implied_independencies"] = OrderedJson::array();
    for (const ImpliedIndependence& one : answers.independencies.pairs) {
        json["implied_independencies"].push_back(
            {{"x", graph.names[one.x]}, {"y", graph.names[one.y]}, {"given", sets_json(graph, one.given)}});
    }
    const auto& all_pairs = answers.independencies.all_pairs;
    json["n_independent_pairs"] = all_pairs ? OrderedJson(*all_pairs) : OrderedJson(nullptr);
    json["paths"] = OrderedJson::array();
    json["n_causal_paths"] = OrderedJson::array();
    const PathJson path_json(graph, links, events);
    for (const PathsBetween& between : answers.paths) {
        for (const CausalPaths* paths : {&between.causal, &between.back_door}) {
            for (const CausalPath& path : paths->paths) json["paths"].push_back(path_json(path));
        }
        json["n_causal_paths"].push_back(
            {{"exposure", graph.names[between.x]},
             {"outcome", graph.names[between.y]},
             {"n", between.n_causal ? OrderedJson(*between.n_causal) : OrderedJson(nullptr)}});
    }
    json["separated"] = OrderedJson::array();
    for (const SeparationAnswer& one : answers.separated) {
        json["separated"].push_back({{"x", graph.names[one.x]},
                                     {"y", graph.names[one.y]},
                                     {"given", names_of(graph, one.given)},
                                     {"separated", one.separated}});
    }
    json["limits"] = answers.limits;
    return json.dump();
}

}  // namespace tarazy
