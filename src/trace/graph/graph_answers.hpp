#pragma once

#include "trace/graph/adjustment_sets.hpp"
#include "trace/graph/causal_paths.hpp"
#include "trace/graph/front_door.hpp"
#include "trace/graph/implied_independencies.hpp"
#include "trace/graph/instruments.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

struct GraphQuestions {
    EffectKind effect = EffectKind::total;
    std::size_t most = 100;                ///< lists hold so many entries; searches for sets stop at ten times as many
    std::uint64_t most_steps = 1'000'000;  ///< of the search for back-door paths
    /// Are the first two independent given the others?
    std::vector<std::vector<GraphNode>> separated = {};
    Work work = {};
};

struct SeparationAnswer {
    GraphNode x, y;
    std::vector<GraphNode> given;
    bool separated;
};

/// Paths of one exposure and one outcome.
struct PathsBetween {
    GraphNode x, y;
    CausalPaths causal, back_door;
    std::optional<std::uint64_t> n_causal;  ///< of all causal paths; nothing when beyond counting
};

/// What a graph says about its exposures and outcomes (nothing of that kind when it has none), and by itself.
struct GraphAnswers {
    std::optional<AdjustmentSets> adjustment;
    std::optional<FrontDoorSets> front_door;
    std::optional<std::vector<Instrument>> instruments;  ///< of one exposure and one outcome only
    std::vector<PathsBetween> paths;
    ImpliedIndependencies independencies;
    std::vector<SeparationAnswer> separated;
    std::vector<std::string> notes;   ///< what the answers mean where they are easily misread
    std::vector<std::string> limits;  ///< every list and search that was cut short
};

/// Asks everything. Exposures and outcomes are those of the graph's roles; no admissible set is an answer.
/// @pre each node of `separated` stands there once, two at least
/// @throws InputError when a node is exposure and outcome
[[nodiscard]] GraphAnswers graph_answers(const CausalGraph& graph, const GraphQuestions& questions);

/// Links by their ends.
class LinksByEnds {
public:
    explicit LinksByEnds(std::span<const ChronologyLink> links);
    /// Nothing when the graph did not come from links.
    [[nodiscard]] const ChronologyLink* find(const std::string& from, const std::string& to) const;

private:
    std::vector<std::pair<std::pair<std::string_view, std::string_view>, const ChronologyLink*>> links_;
};

/// The link under each step of a path; null for arcs and where there is none.
[[nodiscard]] std::vector<const ChronologyLink*> links_of_path(const CausalGraph& graph, const CausalPath& path,
                                                               const LinksByEnds& links);
/// `literature` when a source states every link, `proposed` when one is the compiler's reading; empty without links.
[[nodiscard]] std::string basis_of_path(const std::vector<const ChronologyLink*>& links);

/// `e012 -> e014 <- e020 <-> e021`.
[[nodiscard]] std::string path_text(const CausalGraph& graph, const CausalPath& path);

/// Everything, a row an answer: `kind,x,y,set,answer,basis,path`. Kinds are adjustment_set, front_door_set, instrument
/// (x is the instrument, given the set), causal_path and back_door_path (answer: is it open?), separated (answer) and
/// independence.
[[nodiscard]] Table answers_table(const CausalGraph& graph, const GraphAnswers& answers, const LinksByEnds& links);

/// Names of nodes.
[[nodiscard]] std::vector<std::string> names_of(const CausalGraph& graph, std::span<const GraphNode> nodes);

}  // namespace tarazy
