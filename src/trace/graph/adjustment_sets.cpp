#include "trace/graph/adjustment_sets.hpp"

#include "base/text_lists.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<char> arrows_into(const CausalGraph& graph, const std::vector<char>& heads) {
    std::vector<char> cut(graph.children.nodes.size(), 0);
    for (const GraphNode x : graph.exposures) {
        for (std::uint32_t k = graph.children.start[x]; k < graph.children.start[x + 1]; ++k)
            cut[k] = heads[graph.children.nodes[k]];
    }
    return cut;
}

}  // namespace

std::vector<char> observed_between(const CausalGraph& graph) {
    std::vector<char> observed(graph.size(), 1);
    for (const auto* left_out : {&graph.latent, &graph.exposures, &graph.outcomes}) {
        for (const GraphNode v : *left_out) observed[v] = 0;
    }
    return observed;
}

EffectCut cut_effect(const CausalGraph& graph, EffectKind effect) {
    const std::vector<char> causal = proper_causal_nodes(graph);
    const bool total = effect == EffectKind::total;
    const std::vector<char> heads = total ? causal : flags_of(graph.size(), graph.outcomes);
    EffectCut cut;
    const std::vector<char> arrows = arrows_into(graph, heads);
    cut.graph = without_arrows(graph, arrows);
    cut.causal_path = std::ranges::find(arrows, 1) != arrows.end();
    cut.forbidden = descendants_of(graph, nodes_flagged(heads));
    const std::vector<char> observed = observed_between(graph);
    for (std::size_t v = 0; v < observed.size(); ++v)
        if (observed[v] == 0) cut.forbidden[v] = 1;
    return cut;
}

AdjustmentSets adjustment_sets(const CausalGraph& graph, EffectKind effect, std::size_t most, const Work& work) {
    const EffectCut cut = cut_effect(graph, effect);
    AdjustmentSets result;
    result.causal_path = cut.causal_path;
    std::vector<std::string> wrong;
    for (const GraphNode v : graph.adjusted)
        if (cut.forbidden[v] != 0) wrong.push_back(graph.names[v]);
    if (!wrong.empty()) {
        result.why_none =
            "what is adjusted for already (" + first_few(wrong, 5) + ") lies behind the " +
            (effect == EffectKind::total ? "exposure on a causal path, or behind such a path" : "outcome") +
            ", is not observed, or is an exposure or outcome itself";
        return result;
    }
    SeparationTask task{graph.exposures, graph.outcomes, graph.adjusted, std::vector<char>(graph.size())};
    std::ranges::transform(cut.forbidden, task.allowed.begin(), [](char f) { return f == 0 ? 1 : 0; });
    result.sets = minimal_separators(cut.graph, task, most, work);
    if (result.sets.sets.empty())
        result.why_none = "some path that is not causal can be closed by no observed node that may be held still";
    return result;
}

}  // namespace tarazy
