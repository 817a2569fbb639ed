#include "trace/graph/instruments.hpp"

#include "trace/graph/d_separation.hpp"

#include <algorithm>

namespace tarazy {

std::vector<Instrument> instruments(const CausalGraph& graph, EffectKind effect, const Work& work) {
    const EffectCut cut = cut_effect(graph, effect);
    std::vector<char> allowed(graph.size());
    std::ranges::transform(cut.forbidden, allowed.begin(), [](char f) { return f == 0 ? 1 : 0; });
    std::vector<Instrument> found;
    if (!cut.causal_path) return found;
    SeparationMemory memory(graph.size());
    std::vector<GraphNode> candidates = nodes_flagged(observed_between(graph));
    candidates.resize(std::min(candidates.size(), nodes_searched_for_instruments(graph)));
    WorkStep step(work, "instruments", candidates.size());
    for (const GraphNode z : candidates) {
        step.advance();
        std::vector<char> others = allowed;
        others[z] = 0;
        const std::vector<GraphNode> node = {z};
        const auto given = nearest_separator(cut.graph, {graph.outcomes, node, {}, others});
        if (!given || d_separated(graph, graph.exposures, node, *given, memory)) continue;
        found.push_back({z, *given});
    }
    return found;
}

std::size_t nodes_searched_for_instruments(const CausalGraph& graph) {
    constexpr std::size_t most_visits = 400'000'000;
    return most_visits / std::max<std::size_t>(1, graph.size());
}

}  // namespace tarazy
