#include "analyses/compare/comparison_plot.hpp"

#include "analyses/compare/comparison_figures.hpp"
#include "base/program_version.hpp"
#include "compare/minimisation/comparison_tables.hpp"
#include "report/figure_data.hpp"
#include "report/figure_files.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

/// A study of nothing but this comparison, as far as its figures read it.
StudyResult only_comparison(const Cases& cases, ResultTable table) {
    StudyResult outcome;
    outcome.id = "comparison";
    outcome.version = program_version();
    AnalysisResult analysis;
    analysis.id = "comparison";
    analysis.method = "compare.minimise";
    analysis.tables.push_back(std::move(table));
    analysis.tables.push_back({"memberships", membership_rows(cases)});
    outcome.analyses.push_back(std::move(analysis));
    return outcome;
}

}  // namespace

std::string solution_chart(const Cases& cases, const Table& rows, const std::string& model, const std::string& language,
                           const Work& work) {
    const StudyResult outcome = only_comparison(cases, {"", rows});
    const ReportContext context(outcome, {});
    Json figure = solution_figure_data(context, outcome.analyses.front());
    figure["model"] = model;
    return drawn_figure(figure_data_json(context, Json::array({figure})), language, work);
}

std::string xy_plot(const Cases& cases, const Table& xy, const std::string& set, bool necessity,
                    const std::string& language, const Work& work) {
    const StudyResult outcome = only_comparison(cases, {"xy", xy});
    const ReportContext context(outcome, {});
    Json figure = xy_figure_data(context, outcome.analyses.front());
    figure["model"] = set;
    if (necessity) {
        figure["necessity"] = true;
        const LocalText description = context.messages.say("figure.xy.description_necessity");
        figure["description"] = {{"en", description.en}, {"kk", description.kk}, {"ru", description.ru}};
    }
    return drawn_figure(figure_data_json(context, Json::array({figure})), language, work);
}

}  // namespace tarazy
