#pragma once

#include "base/random.hpp"
#include "network/graph_files/graph_file.hpp"

#include <string>

namespace tarazy {

/// A graph that every format holds, but for what is asked for.
struct SampleGraph {
    bool directed = false, weighted = false, two_modes = false, attributes = false, spells = false;
};

[[nodiscard]] inline GraphFile sample_graph(std::uint64_t seed, const SampleGraph& sample) {
    Random random(seed, "graph files of tests", 0);
    GraphFile graph;
    const std::uint32_t n = 5 + static_cast<std::uint32_t>(random.below(8));
    if (sample.two_modes) graph.first_mode = n / 2;
    for (std::uint32_t i = 0; i < n; ++i) graph.ids.push_back("node " + std::to_string(i));
    graph.directed = sample.directed;
    graph.weighted = sample.weighted;
    const std::uint32_t first = n / 2;
    for (std::uint32_t a = 0; a < n; ++a) {
        for (std::uint32_t b = sample.directed ? 0 : a + 1; b < n; ++b) {
            if (a == b || (sample.two_modes && (a >= first || b < first))) continue;
            // The first tie is always there, its reverse never; every node has a tie.
            const bool sure = sample.two_modes ? a == b % first || b == first + a % (n - first) : b == a + 1;
            if (!sure && (random.below(3) != 0 || (a == 1 && b == 0))) continue;
            const double weight = sample.weighted
                                      ? (random.below(2) == 0 ? -0.1 : 0.3) * (1 + static_cast<double>(random.below(9)))
                                      : 1.0;
            graph.ties.push_back({a, b, sample.directed, weight});
        }
    }
    if (sample.weighted) graph.ties.front().weight = -0.5;
    if (sample.attributes) {
        graph.node_attributes = {{"label", AttributeType::text, {}},
                                 {"size", AttributeType::integer, {}},
                                 {"score", AttributeType::real, {}}};
        for (std::uint32_t i = 0; i < n; ++i) {
            graph.node_attributes[0].values.push_back("L<&\">'" + std::to_string(i));
            graph.node_attributes[1].values.push_back(std::to_string(random.below(9)));
            graph.node_attributes[2].values.push_back(i % 3 == 0 ? std::nullopt : std::optional<std::string>("0.5"));
        }
        graph.tie_attributes = {{"kind", AttributeType::text, {}}};
        for (std::size_t i = 0; i < graph.ties.size(); ++i)
            graph.tie_attributes[0].values.push_back(i % 2 == 0 ? std::nullopt : std::optional<std::string>("a b\nc"));
    }
    if (sample.spells) {
        graph.node_spells.resize(n);
        graph.node_spells[1] = {{"1991", "2004"}, {"2010", ""}};
        graph.tie_spells.resize(graph.ties.size());
        graph.tie_spells[0] = {{"1992-05-15", "1999-05-15"}};
    }
    return graph;
}

}  // namespace tarazy
