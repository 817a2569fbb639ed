// The outputs of dagitty 0.3-4 (src/trace/testdata/README.md) against ours, every entry, as sets.

#include "trace/graph/adjustment_sets.hpp"
#include "trace/graph/d_separation.hpp"
#include "trace/graph/dagitty_text.hpp"
#include "trace/graph/implied_independencies.hpp"
#include "trace/graph/instruments.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>

namespace tarazy {
namespace dag_reference_test {

using Json = nlohmann::json;
using NameSet = std::set<std::string>;
using Sets = std::set<NameSet>;

Json entries() {
    std::ifstream file(TARAZY_SOURCE_DIR "/src/trace/testdata/dag.json");
    return Json::parse(file);
}

CausalGraph graph_of_entry(const Json& entry) {
    return causal_graph(read_dagitty(entry["dag"].get<std::string>(), "dag.json"));
}

NameSet named(const CausalGraph& graph, const std::vector<GraphNode>& nodes) {
    NameSet names;
    for (const GraphNode v : nodes) names.insert(graph.names[v]);
    return names;
}

Sets named(const CausalGraph& graph, const NodeSets& sets) {
    Sets names;
    for (const auto& one : sets.sets) names.insert(named(graph, one));
    return names;
}

TEST(DagReference, MinimalAdjustmentSets) {
    for (const Json& entry : entries()) {
        const CausalGraph graph = graph_of_entry(entry);
        EXPECT_EQ(named(graph, adjustment_sets(graph, EffectKind::total, 100).sets),
                  entry["min_adjustment_sets_total"].get<Sets>())
            << entry["name"];
        EXPECT_EQ(named(graph, adjustment_sets(graph, EffectKind::direct, 100).sets),
                  entry["min_adjustment_sets_direct"].get<Sets>())
            << entry["name"];
    }
}

TEST(DagReference, ImpliedIndependencies) {
    for (const Json& entry : entries()) {
        const CausalGraph graph = graph_of_entry(entry);
        std::map<NameSet, Sets> expected, found;
        for (const Json& one : entry["implied_ci"])
            expected[{one["x"].get<std::string>(), one["y"].get<std::string>()}] = one["z"].get<Sets>();
        for (const ImpliedIndependence& one : implied_independencies(graph, 1000, 1000).pairs)
            found[{graph.names[one.x], graph.names[one.y]}] = named(graph, one.given);
        EXPECT_EQ(found, expected) << entry["name"];
    }
}

TEST(DagReference, Instruments) {
    for (const Json& entry : entries()) {
        const CausalGraph graph = graph_of_entry(entry);
        std::map<std::string, NameSet> expected, found;
        for (const Json& one : entry["instruments"])
            expected[one["iv"].get<std::string>()] = one["cond"].get<NameSet>();
        for (const Instrument& one : instruments(graph, EffectKind::total))
            found[graph.names[one.node]] = named(graph, one.given);
        EXPECT_EQ(found, expected) << entry["name"];
    }
}

TEST(DagReference, DSeparation) {
    std::size_t questions = 0;
    for (const Json& entry : entries()) {
        const CausalGraph graph = graph_of_entry(entry);
        for (const Json& row : entry["dsep"]) {
            const GraphNode x = *graph.find(row[0].get<std::string>()), y = *graph.find(row[1].get<std::string>());
            std::vector<GraphNode> given;
            if (!row[2].get<std::string>().empty()) given.push_back(*graph.find(row[2].get<std::string>()));
            EXPECT_EQ(d_separated(graph, std::span(&x, 1), std::span(&y, 1), given), row[3].get<int>() == 1)
                << entry["name"] << row;
            ++questions;
        }
    }
    EXPECT_GT(questions, 150u);
}

}  // namespace dag_reference_test
}  // namespace tarazy
