#include "analyses/trace/graph_details.hpp"

#include "study/result_tables.hpp"
#include "table/table_rows.hpp"
#include "trace/graph/graph_answers.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace {

class GraphDetails {
public:
    GraphDetails(const Chronology& chronology, const ChronologyGraph& graphs, const GraphPlan& plan, const Work& work)
        : chronology_(chronology), graph_(graphs.graph), plan_(plan), work_(work), links_(chronology.links) {}

    std::vector<ResultTable> tables() {
        for (const std::string& exposure : plan_.exposures) {
            for (const std::string& outcome : plan_.outcomes) pair(*graph_.find(exposure), *graph_.find(outcome));
        }
        choose_drawn();
        std::vector<ResultTable> result;
        result.push_back({"paths", paths_.table()});
        result.push_back({"sets", sets_.table()});
        result.push_back({"events", events_table()});
        result.push_back({"each_link", drawn_links()});
        if (!notes_.empty()) add_notes(result, notes_);
        return result;
    }

private:
    void pair(GraphNode x, GraphNode y) {
        const CausalGraph asked = with_roles(graph_, std::span(&x, 1), std::span(&y, 1));
        const CausalPaths causal = directed_paths(graph_, x, y, most_listed_paths, work_);
        const std::string ends = graph_.names[x] + " to " + graph_.names[y];
        if (!causal.complete)
            notes_.push_back("causal paths from " + ends + ": the shortest " + std::to_string(causal.paths.size()) +
                             " are listed; all are counted");
        for (std::size_t i = 0; i < causal.paths.size(); ++i) add_path(causal.paths[i], i);
        if (!causal.paths.empty()) found_.push_back(causal.paths);
        const std::vector<char> behind = descendants_of(graph_, std::span(&x, 1));
        const std::vector<char> before = ancestors_of(graph_, std::span(&y, 1));
        for (GraphNode v = 0; v < graph_.size(); ++v)
            if (behind[v] != 0 && before[v] != 0) between_.insert(v);
        add_sets(x, y, "adjustment", adjustment_sets(asked, EffectKind::total, most_sets_counted, work_).sets);
        add_sets(x, y, "front_door", front_door_sets(asked, 2 * most_listed_sets, work_).sets);
        named_.insert({x, y});
    }

    void add_path(const CausalPath& path, std::size_t place) {
        const auto links = links_of_path(graph_, path, links_);
        std::vector<std::string> bases, sources;
        for (const ChronologyLink* link : links) {
            bases.push_back(link->basis);
            sources.push_back(link->stated_in.empty() ? "-" : link->stated_in);
        }
        paths_.add(graph_.names[path.nodes.front()], graph_.names[path.nodes.back()], place + 1, path.steps.size(),
                   basis_of_path(links), names_of(graph_, path.nodes), bases, sources);
        named_.insert(path.nodes.begin(), path.nodes.end());
    }

    void add_sets(GraphNode x, GraphNode y, const std::string& kind, const NodeSets& found) {
        const std::size_t listed_sets = std::min(found.sets.size(), most_listed_sets);
        if (!found.complete || listed_sets < found.sets.size())
            notes_.push_back(kind + " sets of " + graph_.names[x] + " and " + graph_.names[y] + ": " +
                             std::to_string(listed_sets) + " of " + std::to_string(found.sets.size()) +
                             (found.complete ? "" : " or more") + " are listed");
        for (std::size_t i = 0; i < listed_sets; ++i) {
            sets_.add(graph_.names[x], graph_.names[y], kind, found.sets[i].size(), names_of(graph_, found.sets[i]));
            named_.insert(found.sets[i].begin(), found.sets[i].end());
        }
    }

    /// Path by path, of all pairs in turn, as long as whole paths fit.
    void choose_drawn() {
        std::size_t longest = 0;
        for (const auto& paths : found_) longest = std::max(longest, paths.size());
        for (std::size_t i = 0; i < longest; ++i) {
            for (const auto& paths : found_) {
                if (i >= paths.size()) continue;
                std::set<GraphNode> more = drawn_;
                more.insert(paths[i].nodes.begin(), paths[i].nodes.end());
                if (more.size() > most_drawn_events) continue;
                drawn_ = std::move(more);
                if (i > 0) continue;
                for (std::size_t k = 0; k + 1 < paths[i].nodes.size(); ++k)
                    shortest_.insert({paths[i].nodes[k], paths[i].nodes[k + 1]});
            }
        }
        if (drawn_.size() < between_.size())
            notes_.push_back("the picture holds " + std::to_string(drawn_.size()) + " of the " +
                             std::to_string(between_.size()) + " events on these ways: those on the shortest ones");
    }

    Table events_table() const {
        std::map<std::string, const ChronologyEvent*> known;
        for (const ChronologyEvent& event : chronology_.events) known.emplace(event.id, &event);
        TableRows rows(TextColumn{"id"}, TextColumn{"edtf"}, TextColumn{"earliest"}, TextColumn{"latest"},
                       TextColumn{"title"}, ListColumn{"tags"}, TextColumn{"role"}, IntegerColumn{"drawn"});
        for (const GraphNode v : named_) {
            const ChronologyEvent& event = *known.at(graph_.names[v]);
            const auto is_one = [&](const std::vector<std::string>& ids) {
                return std::ranges::find(ids, event.id) != ids.end();
            };
            const char* role = is_one(plan_.exposures) ? "exposure" : is_one(plan_.outcomes) ? "outcome" : "between";
            rows.add(event.id, event.edtf, event.earliest, event.latest, event.title, event.tags, role,
                     drawn_.contains(v));
        }
        return rows.table();
    }

    Table drawn_links() const {
        TableRows rows(TextColumn{"from"}, TextColumn{"to"}, TextColumn{"type"}, TextColumn{"basis"},
                       TextColumn{"stated_in"}, IntegerColumn{"shortest"});
        for (const GraphNode v : drawn_) {
            for (const GraphNode child : graph_.children[v]) {
                if (!drawn_.contains(child)) continue;
                const ChronologyLink& link = *links_.find(graph_.names[v], graph_.names[child]);
                rows.add(link.from, link.to, link.type, link.basis, link.stated_in, shortest_.contains({v, child}));
            }
        }
        return rows.table();
    }

    const Chronology& chronology_;
    const CausalGraph& graph_;
    const GraphPlan& plan_;
    const Work& work_;
    LinksByEnds links_;
    std::vector<std::vector<CausalPath>> found_;  // of each pair that has paths
    std::set<GraphNode> named_, drawn_, between_;
    std::set<std::pair<GraphNode, GraphNode>> shortest_;
    std::vector<std::string> notes_;
    TableRows<TextColumn, TextColumn, IntegerColumn, IntegerColumn, TextColumn, ListColumn, ListColumn, ListColumn>
        paths_{{"exposure"}, {"outcome"}, {"path"}, {"length"}, {"basis"}, {"events"}, {"bases"}, {"sources"}};
    TableRows<TextColumn, TextColumn, TextColumn, IntegerColumn, ListColumn> sets_{
        {"exposure"}, {"outcome"}, {"kind"}, {"size"}, {"set"}};
};

}  // namespace

std::vector<ResultTable> graph_details(const Chronology& chronology, const ChronologyGraph& graphs,
                                       const GraphPlan& plan, const Work& work) {
    return GraphDetails(chronology, graphs, plan, work).tables();
}

}  // namespace tarazy
