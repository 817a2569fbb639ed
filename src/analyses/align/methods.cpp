#include "analyses/align/methods.hpp"

#include "analyses/align/agenda_ties.hpp"
#include "analyses/align/align_rows_used.hpp"
#include "analyses/align/balance_analysis.hpp"
#include "analyses/align/balance_chapter.hpp"
#include "analyses/align/balance_figures.hpp"
#include "analyses/align/front_sentences.hpp"
#include "analyses/align/ideal_points_analysis.hpp"
#include "analyses/align/pole_quantities.hpp"
#include "analyses/align/positions_chapter.hpp"
#include "analyses/align/shares_analysis.hpp"
#include "analyses/align/shares_chapter.hpp"
#include "analyses/align/shares_figures.hpp"
#include "analyses/align/similarity_analysis.hpp"
#include "analyses/align/similarity_chapter.hpp"
#include "analyses/align/similarity_figures.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

using Figures = std::vector<nlohmann::ordered_json>;

Figures shares_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {closeness_figure_data(context, analysis)};
}

Figures similarity_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {similarity_figure_data(context, analysis)};
}

Figures positions_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {positions_figure_data(context, analysis), closer_figure_data(context, analysis),
            closeness_figure_data(context, analysis)};
}

Figures balance_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {domains_figure_data(context, analysis), hedge_figure_data(context, analysis)};
}

}  // namespace

std::vector<Method> align_methods() {
    return {shares_method(), similarity_method(), ideal_points_method(), balance_method()};
}

std::vector<Chapter> align_chapters() {
    return {{.method = "align.shares",
             .body = shares_body,
             .figures = shares_figures,
             .quantity = pole_quantity,
             .rows_used = shares_rows_used,
             .rows_entered = shares_rows_entered,
             .front_sentences = agreement_sentences,
             .front_picture = balance_picture},
            {.method = "align.similarity",
             .body = similarity_body,
             .figures = similarity_figures,
             .quantity = similarity_quantity,
             .rows_used = similarity_rows_used,
             .rows_entered = similarity_rows_entered},
            {.method = "align.ideal-points",
             .body = positions_body,
             .reading = positions_reading,
             .figures = positions_figures,
             .quantity = pole_quantity,
             .rows_used = positions_rows_used,
             .rows_entered = positions_rows_entered,
             .front_sentences = position_sentences},
            {.method = "align.balance",
             .body = balance_body,
             .figures = balance_figures,
             .quantity = pole_quantity,
             .rows_used = balance_rows_used,
             .rows_entered = balance_rows_entered,
             .front_sentences = balance_sentences}};
}

}  // namespace tarazy
