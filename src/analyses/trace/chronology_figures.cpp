#include "analyses/trace/chronology_figures.hpp"

#include "analyses/trace/chronology_chapter.hpp"
#include "analyses/trace/chronology_rows.hpp"
#include "report/figure_json.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <utility>

namespace tarazy {

using Json = nlohmann::ordered_json;

Json timeline_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    std::set<std::string> in_conflict;
    for (const SourceConflict& conflict : conflicts_of(analysis)) in_conflict.insert(conflict.event);
    Json drawn = figure_json(timeline_id(context, analysis), "timeline", context.messages.say("figure.timeline.title"),
                             context.messages.say("figure.timeline.description"));
    drawn["columns"] = {"id",    "edtf", "earliest", "latest",     "date_kind",
                        "title", "tags", "quad",     "confidence", "conflict"};
    Json rows = Json::array();
    for (const ChronologyEvent& event : events_of(analysis)) {
        rows.push_back({event.id, event.edtf, event.earliest, event.latest, event.date_kind, event.title, event.tags,
                        event.quad, event.confidence, in_conflict.contains(event.id)});
    }
    drawn["rows"] = std::move(rows);
    return drawn;
}

}  // namespace tarazy
