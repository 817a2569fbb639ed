#include "analyses/trace/counterfactual_figures.hpp"

#include "analyses/trace/outcome_words.hpp"
#include "report/figure_json.hpp"
#include "study/parameters.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

std::int64_t whole(const Table& table, const char* column, std::size_t row) {
    return static_cast<std::int64_t>(number_in(table, column, row).value_or(0));
}

/// A parameter of the analysis, as its claims carry them.
Json analysis_parameter(const AnalysisResult& analysis, const char* name) {
    if (analysis.claims.empty()) return nullptr;
    const Json parameters = Json::parse(analysis.claims.front().parameters, nullptr, false);
    return parameters.is_object() && parameters.contains(name) ? parameters.at(name) : Json(nullptr);
}

Span span_of(const Json& value) {
    if (value.is_string()) return parse_span(value.get<std::string>()).value_or(Span{});
    return {};
}

/// The source of each point as a last column, where the data name one.
void add_source_column(Json& figure, const Table& path) {
    if (!path.find("source")) return;
    figure["columns"].push_back("source");
    for (std::size_t row = 0; row < path.rows(); ++row) {
        const std::string source = text_in(path, "source", row);
        figure["rows"][row].push_back(source.empty() ? Json(nullptr) : Json(source));
    }
}

Json interrupted_figure(const ReportContext& context, const AnalysisResult& analysis, const char* description) {
    return figure_json("interrupted-" + analysis.id, "interrupted",
                       context.messages.say("figure.interrupted.title",
                                            {{"state", context.name(context.result.focus)},
                                             {"outcome", context.name(outcome_name(context, analysis, "indicator"))}}),
                       context.messages.say(description));
}

}  // namespace

std::vector<Json> synth_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* path = find_table(analysis.tables, "path");
    if (path == nullptr || path->rows() == 0) return {};
    Json drawn =
        figure_json("synthetic_control-" + analysis.id, "synthetic_control",
                    context.messages.say("figure.synthetic_control.title",
                                         {{"state", context.name(context.result.focus)},
                                          {"outcome", context.name(outcome_name(context, analysis, "outcome"))}}),
                    context.messages.say("figure.synthetic_control.description"));
    drawn["outcome"] = outcome_name(context, analysis, "outcome");
    drawn["from"] = analysis_parameter(analysis, "from");
    drawn["columns"] = {"state", "year", "actual", "synthetic", "gap", "lower", "upper", "range_low", "range_high"};
    Json rows = Json::array();
    for (std::size_t row = 0; row < path->rows(); ++row) {
        Json cells = {text_in(*path, "state", row), whole(*path, "time", row)};
        for (const char* column : {"actual", "synthetic", "gap", "q05", "q95", "range_low", "range_high"})
            cells.push_back(json_of(number_in(*path, column, row)));
        rows.push_back(std::move(cells));
    }
    drawn["rows"] = std::move(rows);
    add_source_column(drawn, *path);
    return {drawn};
}

std::vector<Json> its_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* fitted = find_table(analysis.tables, "path");
    if (fitted == nullptr || fitted->rows() == 0) return {};
    Json drawn = interrupted_figure(context, analysis, "figure.interrupted.description");
    drawn["outcome"] = outcome_name(context, analysis, "indicator");
    drawn["at"] = analysis_parameter(analysis, "at");
    drawn["columns"] = {"state", "year", "value", "fitted", "continued"};
    Json rows = Json::array();
    for (std::size_t row = 0; row < fitted->rows(); ++row) {
        Json cells = {text_in(*fitted, "state", row), whole(*fitted, "time", row)};
        for (const char* column : {"value", "fitted", "continued"})
            cells.push_back(json_of(number_in(*fitted, column, row)));
        rows.push_back(std::move(cells));
    }
    drawn["rows"] = std::move(rows);
    add_source_column(drawn, *fitted);
    return {drawn};
}

std::vector<Json> contrast_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *path = find_table(analysis.tables, "path"), *means = find_table(analysis.tables, "");
    if (path == nullptr || path->rows() == 0 || means == nullptr) return {};
    const Span before = span_of(analysis_parameter(analysis, "before")),
               after = span_of(analysis_parameter(analysis, "after"));
    std::map<std::string, std::size_t> places;
    for (std::size_t row = 0; row < means->rows(); ++row) places[text_in(*means, "unit", row)] = row;
    Json drawn = interrupted_figure(context, analysis, "figure.interrupted.description_means");
    drawn["outcome"] = outcome_name(context, analysis, "indicator");
    drawn["at"] = after.first;
    drawn["columns"] = {"state", "year", "value", "fitted", "continued"};
    Json rows = Json::array();
    for (std::size_t row = 0; row < path->rows(); ++row) {
        const std::int64_t year = whole(*path, "time", row);
        const auto place = places.find(text_in(*path, "state", row));
        std::optional<double> mean;
        if (place != places.end() && before.contains(year)) mean = number_in(*means, "before", place->second);
        if (place != places.end() && after.contains(year)) mean = number_in(*means, "after", place->second);
        rows.push_back(
            {text_in(*path, "state", row), year, json_of(number_in(*path, "value", row)), json_of(mean), nullptr});
    }
    drawn["rows"] = std::move(rows);
    return {drawn};
}

}  // namespace tarazy
