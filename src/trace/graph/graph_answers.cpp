#include "trace/graph/graph_answers.hpp"

#include "base/text_lists.hpp"
#include "table/table_rows.hpp"
#include "trace/graph/d_separation.hpp"

#include <algorithm>

namespace tarazy {
namespace {

class Asking {
public:
    Asking(const CausalGraph& graph, const GraphQuestions& questions) : graph_(graph), questions_(questions) {}

    GraphAnswers run() {
        refuse_overlap();
        if (!graph_.exposures.empty() && !graph_.outcomes.empty()) effect();
        for (const std::vector<GraphNode>& nodes : questions_.separated) separation(nodes);
        independencies();
        return std::move(answers_);
    }

private:
    void refuse_overlap() const {
        for (const GraphNode x : graph_.exposures) {
            if (std::ranges::binary_search(graph_.outcomes, x))
                throw InputError({{}, 0, 0, "'" + graph_.names[x] + "' is exposure and outcome", "give two nodes"});
        }
    }

    void effect() {
        const std::size_t searched = 10 * questions_.most;
        answers_.adjustment = adjustment_sets(graph_, questions_.effect, searched, questions_.work);
        answers_.front_door = front_door_sets(graph_, searched, questions_.work);
        cut("adjustment sets", answers_.adjustment->sets);
        cut("front-door sets", answers_.front_door->sets);
        if (!answers_.adjustment->causal_path) {
            answers_.notes.push_back(
                questions_.effect == EffectKind::total
                    ? "no causal path leads from the exposure to the outcome: the graph says there is no effect"
                    : "no arrow leads from the exposure to the outcome: the graph says there is no direct effect");
        }
        if (!answers_.adjustment->why_none.empty())
            answers_.notes.push_back("no admissible adjustment set: " + answers_.adjustment->why_none);
        if (answers_.adjustment->sets.sets.size() == 1 && answers_.adjustment->sets.sets[0].empty())
            answers_.notes.push_back("nothing need be adjusted for: the empty set is the adjustment set");
        if (graph_.exposures.size() == 1 && graph_.outcomes.size() == 1)
            find_instruments();
        else
            answers_.notes.push_back("instruments are those of one exposure and one outcome; give one of each");
        for (const GraphNode x : graph_.exposures) {
            for (const GraphNode y : graph_.outcomes) paths(x, y);
        }
    }

    void find_instruments() {
        answers_.instruments = instruments(graph_, questions_.effect, questions_.work);
        const std::size_t searched = nodes_searched_for_instruments(graph_);
        const std::vector<char> observed = observed_between(graph_);
        const auto nodes = static_cast<std::size_t>(std::ranges::count(observed, 1));
        if (searched < nodes)
            answers_.limits.push_back("instruments: the first " + std::to_string(searched) + " of " +
                                      std::to_string(nodes) +
                                      " observed nodes were looked at; there may be more among the others");
    }

    void cut(const std::string& what, NodeSets& sets) {
        if (!sets.complete)
            answers_.limits.push_back(what +
                                      ": the search stopped at its bound; there may be more than these, and "
                                      "smaller ones; a larger limit looks further");
        if (sets.sets.size() <= questions_.most) return;
        answers_.limits.push_back(what + ": the smallest " + std::to_string(questions_.most) + " of " +
                                  std::to_string(sets.sets.size()) + (sets.complete ? "" : " found") + " are listed");
        sets.sets.resize(questions_.most);
    }

    void paths(GraphNode x, GraphNode y) {
        PathsBetween between{x, y, directed_paths(graph_, x, y, questions_.most, questions_.work),
                             back_door_paths(graph_, x, y, questions_.most, questions_.most_steps, questions_.work),
                             count_directed_paths(graph_, x, y)};
        const std::string ends = " from " + graph_.names[x] + " to " + graph_.names[y];
        if (!between.causal.complete)
            answers_.limits.push_back(
                "causal paths" + ends + ": the shortest " + std::to_string(between.causal.paths.size()) + " of " +
                (between.n_causal ? std::to_string(*between.n_causal) : "very many") + " are listed");
        if (!between.back_door.complete)
            answers_.limits.push_back("back-door paths" + ends + ": the shortest " +
                                      std::to_string(between.back_door.paths.size()) +
                                      " are listed; there may be more, which were not counted");
        answers_.paths.push_back(std::move(between));
    }

    void separation(const std::vector<GraphNode>& nodes) {
        SeparationAnswer answer{nodes[0], nodes[1], {nodes.begin() + 2, nodes.end()}, false};
        std::ranges::sort(answer.given);
        answer.separated = d_separated(graph_, std::span(&answer.x, 1), std::span(&answer.y, 1), answer.given);
        answers_.separated.push_back(std::move(answer));
    }

    void independencies() {
        ImpliedIndependencies& implied = answers_.independencies;
        implied = implied_independencies(graph_, questions_.most, questions_.most, questions_.work);
        if (implied.complete) return;
        answers_.limits.push_back("implied independencies: " + std::to_string(implied.pairs.size()) + " pairs of " +
                                  (implied.all_pairs ? std::to_string(*implied.all_pairs) : "an unknown number") +
                                  " are listed, with at most " + std::to_string(questions_.most) + " sets each");
    }

    const CausalGraph& graph_;
    const GraphQuestions& questions_;
    GraphAnswers answers_;
};

/// Nodes of one role as one cell.
std::string ends_text(const CausalGraph& graph, const std::vector<GraphNode>& nodes) {
    return joined(names_of(graph, nodes), "; ");
}

using AnswerRows = TableRows<TextColumn, TextColumn, TextColumn, ListColumn, IntegerColumn, TextColumn, TextColumn>;

void add_sets(AnswerRows& rows, const CausalGraph& graph, const char* kind, const NodeSets& sets) {
    const std::string x = ends_text(graph, graph.exposures), y = ends_text(graph, graph.outcomes);
    for (const auto& set : sets.sets) rows.add(kind, x, y, names_of(graph, set), std::nullopt, "", "");
}

void add_paths(AnswerRows& rows, const CausalGraph& graph, const PathsBetween& between, const LinksByEnds& links) {
    for (const CausalPaths* paths : {&between.causal, &between.back_door}) {
        for (const CausalPath& path : paths->paths) {
            const std::string kind = std::string(to_string(path.kind)) + "_path";
            rows.add(kind, graph.names[between.x], graph.names[between.y], {}, path.open,
                     basis_of_path(links_of_path(graph, path, links)), path_text(graph, path));
        }
    }
}

}  // namespace

GraphAnswers graph_answers(const CausalGraph& graph, const GraphQuestions& questions) {
    return Asking(graph, questions).run();
}

LinksByEnds::LinksByEnds(std::span<const ChronologyLink> links) {
    for (const ChronologyLink& link : links) links_.push_back({{link.from, link.to}, &link});
    std::ranges::sort(links_, {}, [](const auto& entry) { return entry.first; });
}

const ChronologyLink* LinksByEnds::find(const std::string& from, const std::string& to) const {
    const std::pair<std::string_view, std::string_view> ends(from, to);
    const auto at = std::ranges::lower_bound(links_, ends, {}, [](const auto& entry) { return entry.first; });
    return at != links_.end() && at->first == ends ? at->second : nullptr;
}

std::vector<const ChronologyLink*> links_of_path(const CausalGraph& graph, const CausalPath& path,
                                                 const LinksByEnds& links) {
    std::vector<const ChronologyLink*> found;
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        const std::string &a = graph.names[path.nodes[i]], &b = graph.names[path.nodes[i + 1]];
        const ChronologyLink* link = nullptr;
        if (path.steps[i] == StepKind::forward) link = links.find(a, b);
        if (path.steps[i] == StepKind::backward) link = links.find(b, a);
        found.push_back(link);
    }
    return found;
}

std::string basis_of_path(const std::vector<const ChronologyLink*>& links) {
    if (links.empty() || std::ranges::find(links, nullptr) != links.end()) return "";
    const bool stated = std::ranges::all_of(links, [](const auto* link) { return link->basis == "literature"; });
    return stated ? "literature" : "proposed";
}

std::string path_text(const CausalGraph& graph, const CausalPath& path) {
    std::string text = graph.names[path.nodes[0]];
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
        const StepKind step = path.steps[i];
        text += step == StepKind::forward ? " -> " : step == StepKind::backward ? " <- " : " <-> ";
        text += graph.names[path.nodes[i + 1]];
    }
    return text;
}

std::vector<std::string> names_of(const CausalGraph& graph, std::span<const GraphNode> nodes) {
    std::vector<std::string> names;
    for (const GraphNode v : nodes) names.push_back(graph.names[v]);
    return names;
}

Table answers_table(const CausalGraph& graph, const GraphAnswers& answers, const LinksByEnds& links) {
    AnswerRows rows({"kind"}, {"x"}, {"y"}, {"set"}, {"answer"}, {"basis"}, {"path"});
    if (answers.adjustment) add_sets(rows, graph, "adjustment_set", answers.adjustment->sets);
    if (answers.front_door) add_sets(rows, graph, "front_door_set", answers.front_door->sets);
    if (answers.instruments) {
        const std::string y = ends_text(graph, graph.outcomes);
        for (const Instrument& one : *answers.instruments)
            rows.add("instrument", graph.names[one.node], y, names_of(graph, one.given), std::nullopt, "", "");
    }
    for (const PathsBetween& between : answers.paths) add_paths(rows, graph, between, links);
    for (const SeparationAnswer& one : answers.separated)
        rows.add("separated", graph.names[one.x], graph.names[one.y], names_of(graph, one.given), one.separated, "",
                 "");
    for (const ImpliedIndependence& one : answers.independencies.pairs) {
        for (const auto& given : one.given.sets)
            rows.add("independence", graph.names[one.x], graph.names[one.y], names_of(graph, given), std::nullopt, "",
                     "");
    }
    return rows.table();
}

}  // namespace tarazy
