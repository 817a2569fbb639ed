#include "analyses/compare/comparison_figures.hpp"

#include "analyses/compare/model_survival.hpp"
#include "compare/minimisation/model_choice.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

Json cell_json(const std::string& name, const Column& column, std::size_t row) {
    if (name == "cases" || name == "deviant_cases") return column.list(row);
    if (column.type() == ColumnType::text) return column.missing(row) ? std::string() : column.display(row);
    return json_of(column.real(row));
}

/// Columns and rows of a result table as they are.
void add_table(Json& figure, const Table* table) {
    figure["columns"] = Json::array();
    figure["rows"] = Json::array();
    if (table == nullptr) return;
    figure["columns"] = table->names;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        Json cells = Json::array();
        for (std::size_t i = 0; i < table->columns.size(); ++i)
            cells.push_back(cell_json(table->names[i], table->columns[i], row));
        figure["rows"].push_back(std::move(cells));
    }
}

/// The memberships begin with the case and the outcome.
std::vector<std::string> names_of_memberships(const AnalysisResult& analysis) {
    const Table* memberships = find_table(analysis.tables, "memberships");
    return memberships == nullptr || memberships->names.size() < 2 ? std::vector<std::string>{"", ""}
                                                                   : memberships->names;
}

/// What the study says is shown first, if it says so and it is there.
void add_model_shown(Json& figure, const AnalysisResult& analysis) {
    const Table* rows = find_table(analysis.tables, "");
    const Json parameters = Json::parse(analysis.parameters, nullptr, false);
    if (rows == nullptr || rows->rows() == 0 || !parameters.is_object()) return;
    const std::string model = parameters.value("model", "");
    if (!model.empty()) figure["model"] = shown_model(*rows, parse_model_choice(model));
}

}  // namespace

LocalText solution_description(const ReportContext& context, const AnalysisResult& analysis) {
    LocalText words = context.messages.say("figure.solution.description");
    const LocalText survival = model_survival_caption(context, analysis);
    if (survival.en.empty()) return words;
    return {words.en + ' ' + survival.en, words.kk + ' ' + survival.kk, words.ru + ' ' + survival.ru};
}

Json solution_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json figure = figure_json("solution-" + analysis.id, "solution", context.messages.say("figure.solution.title"),
                              solution_description(context, analysis));
    const std::vector<std::string> names = names_of_memberships(analysis);
    figure["conditions"] = std::vector<std::string>(names.begin() + 2, names.end());
    add_model_shown(figure, analysis);
    add_table(figure, find_table(analysis.tables, ""));
    return figure;
}

Json xy_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json figure = figure_json("xy-" + analysis.id, "xy", context.messages.say("figure.xy.title"),
                              context.messages.say("figure.xy.description"));
    figure["outcome"] = names_of_memberships(analysis)[1];
    add_model_shown(figure, analysis);
    add_table(figure, find_table(analysis.tables, "xy"));
    return figure;
}

}  // namespace tarazy
