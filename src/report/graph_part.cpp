#include "report/graph_part.hpp"

#include "report/figure_data.hpp"
#include "report/folded.hpp"
#include "report/table_html.hpp"
#include "study/study_graph.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// A node "kind:id" of the graph as a reader finds it in the report.
Html node_link(const ReportContext& context, const std::string& node) {
    const std::size_t colon = node.find(':');
    const std::string kind = node.substr(0, colon), id = node.substr(colon + 1);
    if (kind == "analysis") {
        const AnalysisResult* analysis = context.analysis(id);
        const bool titled = analysis != nullptr && !analysis->title.en.empty();
        return element("a", {{"href", "#" + html_id("analysis-", id)}}, titled ? local(analysis->title) : text(id));
    }
    if (kind == "figure") return element("a", {{"href", "#" + html_id("figure-", id)}}, text(id));
    if (kind == "proposition") return element("a", {{"href", "#" + html_id("proposition-", id)}}, text(id));
    return element("code", {}, text(id));
}

Html node_list(const ReportContext& context, const std::vector<std::string>& nodes) {
    if (nodes.empty()) return text("–");
    Html list;
    for (const std::string& node : nodes) list += element("li", {}, node_link(context, node));
    return element("ul", {{"class", "nodes"}}, list);
}

struct NodeOfGraph {
    std::string name;
    std::vector<std::string> from, into;
};

/// Analyses, propositions and figures in the order of the report.
std::vector<NodeOfGraph> nodes_of(const StudyParts& parts) {
    std::vector<NodeOfGraph> nodes;
    for (const auto& [id, made] : parts.analyses) nodes.push_back({"analysis:" + id, {}, {}});
    for (const auto& [id, tested] : parts.propositions) nodes.push_back({"proposition:" + id, {}, {}});
    for (const FigureOrigin& figure : parts.figures) nodes.push_back({"figure:" + figure.id, {}, {}});
    for (const GraphEdge& edge : study_graph(parts)) {
        if (edge.kind == "settings" || edge.kind == "declared") continue;  // of the study file is everything
        for (NodeOfGraph& node : nodes) {
            if (node.name == edge.to) node.from.push_back(edge.from);
            if (node.name == edge.from) node.into.push_back(edge.to);
        }
    }
    return nodes;
}

}  // namespace

Html graph_part(const ReportContext& context) {
    const StudyParts parts = parts_of(context.result, figure_origins(context));
    const auto recorded = [](const auto& one) { return one.second.method_version > 0; };
    if (std::ranges::none_of(parts.analyses, recorded)) return {};
    const std::vector<NodeOfGraph> nodes = nodes_of(parts);
    const Html table = html_table(
        {},
        {{context.say("reproduce.made"), false, [&](std::size_t row) { return node_link(context, nodes[row].name); }},
         {context.say("reproduce.from"), false, [&](std::size_t row) { return node_list(context, nodes[row].from); }},
         {context.say("reproduce.into"), false, [&](std::size_t row) { return node_list(context, nodes[row].into); }}},
        nodes.size());
    return element("details", {{"class", "graph"}},
                   {element("summary", {{"id", "graph-title"}}, context.say("reproduce.graph")),
                    element("p", {}, context.say("reproduce.graph_introduction")),
                    foldable_entry(scrolled("graph-title", table))});
}

}  // namespace tarazy
