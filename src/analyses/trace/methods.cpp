#include "analyses/trace/methods.hpp"
#include "analyses/trace/trace_passages.hpp"

#include "analyses/trace/changepoints_analysis.hpp"
#include "analyses/trace/changepoints_chapter.hpp"
#include "analyses/trace/changepoints_figures.hpp"
#include "analyses/trace/chronology_analysis.hpp"
#include "analyses/trace/chronology_chapter.hpp"
#include "analyses/trace/chronology_figures.hpp"
#include "analyses/trace/contrast_analysis.hpp"
#include "analyses/trace/contrast_chapter.hpp"
#include "analyses/trace/counterfactual_figures.hpp"
#include "analyses/trace/evidence_analysis.hpp"
#include "analyses/trace/evidence_chapter.hpp"
#include "analyses/trace/evidence_figures.hpp"
#include "analyses/trace/graph_analysis.hpp"
#include "analyses/trace/graph_chapter.hpp"
#include "analyses/trace/graph_figures.hpp"
#include "analyses/trace/its_analysis.hpp"
#include "analyses/trace/its_chapter.hpp"
#include "analyses/trace/outcome_words.hpp"
#include "analyses/trace/series_rows_used.hpp"
#include "analyses/trace/synth_analysis.hpp"
#include "analyses/trace/synth_chapter.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

std::vector<nlohmann::ordered_json> changepoints_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {turning_points_figure_data(context, analysis)};
}

std::vector<nlohmann::ordered_json> chronology_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {timeline_figure_data(context, analysis)};
}

std::vector<nlohmann::ordered_json> evidence_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {scoreboard_figure_data(context, analysis), ladder_figure_data(context, analysis)};
}

}  // namespace

std::vector<Method> trace_methods() {
    return {chronology_method(), changepoints_method(), graph_method(),   evidence_method(),
            synth_method(),      its_method(),          contrast_method()};
}

std::vector<Chapter> trace_chapters() {
    return {
        {.method = "trace.chronology",
         .body = chronology_body,
         .figures = chronology_figures,
         .quantity = chronology_quantity,
         .passages = event_passages,
         .rows_used = chronology_rows_used,
         .on_data = conflicts_part},
        {.method = "trace.changepoints",
         .body = changepoints_body,
         .figures = changepoints_figures,
         .quantity = changepoints_quantity,
         .rows_used = changepoint_rows_used,
         .rows_entered = changepoint_rows_entered},
        {.method = "trace.graph",
         .body = graph_body,
         .figures = graph_figures,
         .quantity = graph_quantity,
         .rows_used = graph_rows_used,
         .rows_entered = graph_rows_entered},
        {.method = "trace.evidence",
         .body = evidence_body,
         .figures = evidence_figures,
         .quantity = evidence_quantity,
         .passages = clue_passages,
         .rows_used = evidence_rows_used},
        {.method = "trace.synth",
         .body = synth_body,
         .figures = synth_figures,
         .quantity = outcome_quantity,
         .rows_used = outcome_rows_used},
        {.method = "trace.its",
         .body = its_body,
         .figures = its_figures,
         .quantity = outcome_quantity,
         .rows_used = outcome_rows_used},
        {.method = "trace.contrast",
         .body = contrast_body,
         .figures = contrast_figures,
         .quantity = outcome_quantity,
         .rows_used = outcome_rows_used},
    };
}

}  // namespace tarazy
