#include "analyses/trace/graph_figures.hpp"

#include "analyses/trace/graph_chapter.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

using FigureJson = nlohmann::ordered_json;

/// What leads to an event: parallel lists of causes, how, on what basis, and whether on the shortest path.
void add_causes(FigureJson& row, const Table& links, const std::string& event) {
    FigureJson causes = FigureJson::array(), types = causes, bases = causes, shortest = causes;
    for (std::size_t link = 0; link < links.rows(); ++link) {
        if (text_in(links, "to", link) != event) continue;
        causes.push_back(text_in(links, "from", link));
        types.push_back(text_in(links, "type", link));
        bases.push_back(text_in(links, "basis", link));
        shortest.push_back(number_in(links, "shortest", link) == 1 ? "yes" : "no");
    }
    for (FigureJson* list : {&causes, &types, &bases, &shortest}) row.push_back(std::move(*list));
}

}  // namespace

std::vector<FigureJson> graph_figures(const ReportContext& context, const AnalysisResult& analysis) {
    if (!has_causal_graph(analysis)) return {};
    const Table &events = *find_table(analysis.tables, "events"), &links = *find_table(analysis.tables, "each_link");
    FigureJson drawn =
        figure_json(causal_graph_id(analysis), "causal_graph", context.messages.say("figure.graph.title"),
                    context.messages.say("figure.graph.description"));
    drawn["columns"] = {"id",   "edtf",   "earliest", "latest", "title",   "tags",
                        "role", "causes", "types",    "bases",  "shortest"};
    FigureJson rows = FigureJson::array();
    for (std::size_t row = 0; row < events.rows(); ++row) {
        if (number_in(events, "drawn", row) != 1) continue;
        const std::string id = text_in(events, "id", row);
        FigureJson cells = {id,
                            text_in(events, "edtf", row),
                            text_in(events, "earliest", row),
                            text_in(events, "latest", row),
                            text_in(events, "title", row),
                            events["tags"].list(row),
                            text_in(events, "role", row)};
        add_causes(cells, links, id);
        rows.push_back(std::move(cells));
    }
    drawn["rows"] = std::move(rows);
    return {drawn};
}

}  // namespace tarazy
