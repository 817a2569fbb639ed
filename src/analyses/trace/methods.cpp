#include "analyses/trace/methods.hpp"

#include "analyses/trace/chronology_analysis.hpp"
#include "analyses/trace/chronology_chapter.hpp"
#include "analyses/trace/chronology_figures.hpp"
#include "analyses/trace/evidence_analysis.hpp"
#include "analyses/trace/evidence_chapter.hpp"
#include "analyses/trace/evidence_figures.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

std::vector<nlohmann::ordered_json> chronology_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {timeline_figure_data(context, analysis)};
}

std::vector<nlohmann::ordered_json> evidence_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {scoreboard_figure_data(context, analysis), ladder_figure_data(context, analysis)};
}

}  // namespace

std::vector<Method> trace_methods() {
    return {
        chronology_method(),
        evidence_method(),
    };
}

std::vector<Chapter> trace_chapters() {
    return {{.method = "trace.chronology",
             .body = chronology_body,
             .figures = chronology_figures,
             .quantity = chronology_quantity,
             .on_data = conflicts_part},
            {.method = "trace.evidence",
             .body = evidence_body,
             .figures = evidence_figures,
             .quantity = evidence_quantity}};
}

}  // namespace tarazy
