#include "analyses/compare/methods.hpp"

#include "analyses/compare/case_rows_used.hpp"
#include "analyses/compare/comparison_chapter.hpp"
#include "analyses/compare/comparison_figures.hpp"
#include "analyses/compare/minimise_analysis.hpp"
#include "analyses/compare/robustness_analysis.hpp"
#include "analyses/compare/robustness_chapter.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

using Figures = std::vector<nlohmann::ordered_json>;

Figures comparison_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {solution_figure_data(context, analysis), xy_figure_data(context, analysis)};
}

Figures robustness_figures(const ReportContext& context, const AnalysisResult& analysis) {
    return {fragility_figure_data(context, analysis)};
}

}  // namespace

std::vector<Method> compare_methods() {
    return {minimise_method(), robustness_method()};
}

std::vector<Chapter> compare_chapters() {
    return {{.method = "compare.minimise",
             .body = comparison_body,
             .figures = comparison_figures,
             .quantity = comparison_quantity,
             .rows_used = case_rows_used,
             .rows_entered = case_rows_entered},
            {.method = "compare.robustness",
             .body = robustness_body,
             .figures = robustness_figures,
             .quantity = robustness_quantity,
             .rows_used = case_rows_used,
             .rows_entered = case_rows_entered}};
}

}  // namespace tarazy
